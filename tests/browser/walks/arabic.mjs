// The main job from right to left.

import { walkIn } from './tongue.mjs';

export const { name, title, language, habits, joins, walk, monday } = walkIn({
  name: 'arabic',
  title: 'In Arabic, from right to left',
  language: 'ar',
  habits: { language: 'ar', size: { width: 1280, height: 900 } },
  who: { email: 'salma.hadi@walk.example', password: 'sabaa ashjar hadia', name: 'سلمى هادي', city: 'Amman', languages: ['ar'] },
  city: 'Amm',
  reply: 'عندنا بدأنا بثلاثة أحياء، وسقينا الأشجار الصغيرة مرتين في الأسبوع خلال الصيف الأول.',
  piece: 'ثلاثة أحياء',
  sought: 'المياه',
});

// The main job in Japanese, on a phone.

import { walkIn } from './tongue.mjs';

export const { name, title, language, habits, joins, walk, monday } = walkIn({
  name: 'japanese',
  title: 'In Japanese, on a phone',
  language: 'ja',
  habits: { language: 'ja-JP', size: { width: 390, height: 844 } },
  who: { email: 'aoki.miho@walk.example', password: 'shizuka na nanatsu', name: '青木 美穂', city: 'Nagoya', languages: ['ja'] },
  city: 'Nago',
  reply: '当市では最初の夏に週二回、地区の学校と分担して水やりをしました。',
  piece: '地区の学校と分担',
  sought: '水',
});

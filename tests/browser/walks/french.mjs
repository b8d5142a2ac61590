// The main job in French, with JavaScript off.

import { walkIn } from './tongue.mjs';

export const { name, title, language, habits, joins, walk, monday } = walkIn({
  name: 'french',
  title: 'In French, with JavaScript off',
  language: 'fr',
  habits: { language: 'fr-FR', size: { width: 1280, height: 900 }, scripts: false },
  who: { email: 'claire.morel@walk.example', password: 'sept ruelles calmes', name: 'Claire Morel', city: 'Lyon', languages: ['fr'] },
  city: 'Lyo',
  reply: 'Chez nous, la régie arrose deux fois par semaine le premier été, et les écoles prennent le relais en septembre.',
  piece: 'les écoles prennent le relais',
  sought: 'école',
});

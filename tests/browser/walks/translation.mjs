// Nagoya writes Japanese, Medellín reads and answers in Spanish, Nagoya reads that in Japanese.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';
import { real } from '../lib/translator.mjs';
import { say } from '../lib/words.mjs';

export const name = 'translation';
export const title = 'In two languages, each reading the own';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

const ASKED = '路面電車の電化';
const BODY = '名古屋では**路面電車**を電化します。\n\n蓄電池の経験はありますか。詳しくは https://nagoya.example/tram にあります。';
const ANSWER = 'En Medellín usamos baterías desde el año pasado y funcionan bien.';

/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const nagoya = await arrives('nagoya', { language: 'ja-JP' });
  const medellin = await arrives('medellin', { language: 'es-CO', size: { width: 390, height: 844 } });
  const editor = await arrives('editor');
  await step('three people say which languages they read', async () => {
    await speaks(nagoya, program.signIns.member, 'ja');
    await speaks(medellin, program.signIns.moderator, 'es');
    await speaks(editor, program.signIns.administrator, 'en');
  });
  const thread = await step('Nagoya asks in Japanese', async () => {
    await nagoya.goes('/new');
    await nagoya.looks('new thread');
    await deeds.begin(nagoya, { space: 'questions', title: ASKED, body: BODY });
    await nagoya.looks('an own thread');
    return deeds.threadOf(nagoya);
  });
  await step('Medellín finds it, presses once, and reads it where it stands', () => reads(medellin, thread, 'es'));
  await step('Medellín answers in Spanish', async () => {
    await deeds.reply(medellin, ANSWER);
    await medellin.sees(ANSWER);
  });
  await step('Nagoya reads the answer in Japanese', async () => {
    await nagoya.goes(thread);
    const reply = deeds.post(nagoya, ANSWER);
    await nagoya.presses(reply.getByRole('button', { name: nagoya.say('chrome-tr-ask') }).first());
    await nagoya.sees(`[ja] ${ANSWER}`);
    await nagoya.looks('a thread in three languages');
    await nagoya.page.locator('.tr summary').last().click();
    await nagoya.sees(ANSWER);
  });
  await step('somebody makes the Spanish better, under the own name', () => improves(medellin, thread));
  await step(`the list shows both titles${real ? ', and a real engine turns English into Portuguese' : ''}`, async () => {
    await medellin.goes('/s/questions');
    await medellin.sees('Electrificar el tranvía');
    await medellin.sees(ASKED);
    await medellin.looks('a space with translated titles');
    if (real) await engine(editor, world);
  });
  await step('a translator that is away leaves originals and no error', async () => {
    world.translator.away = true;
    await editor.goes(thread);
    await editor.presses(editor.page.getByRole('button', { name: say('en', 'chrome-tr-ask') }).first());
    await editor.sees(ASKED);
    await editor.looks('a thread whose translation waits');
    world.translator.away = false;
  });
  assert.ok(!world.translator.heard.join().includes('nagoya.example'), 'addresses are not given away');
}

/** Signs in, and chooses the language that is read. @param {Person} who @param {import('../lib/program.mjs').SignIn} as @param {string} language */
async function speaks(who, as, language) {
  await who.goes('/sign-in');
  await who.looks('sign in');
  await deeds.signIn(who, as);
  await who.looks('home');
  const done = await who.page.evaluate(async (tag) => {
    const answer = await fetch('/api/v1/me', { method: 'PATCH', headers: { 'content-type': 'application/json' }, body: JSON.stringify({ languages: [tag], locale: tag }) });
    return answer.status;
  }, language);
  assert.equal(done, 200);
  who.language = language;
  await who.goes('/settings/profile');
  await who.looks('profile with translations');
}

/** @param {Person} who @param {string} thread @param {string} to */
async function reads(who, thread, to) {
  await who.goes('/s/questions');
  await who.sees(ASKED);
  await who.looks('a space with a foreign title');
  await who.goes(thread);
  await who.sees('路面電車');
  await who.looks('a thread in a foreign language');
  await who.presses(who.page.getByRole('button', { name: who.say('chrome-tr-ask') }).first());
  // It arrives by itself.
  await who.sees(`[${to}] ${ASKED}`);
  await who.sees(who.page.locator('.tr summary').getByText(who.say('chrome-tr-original')));
  await who.looks('a thread read in translation');
}

/** @param {Person} who @param {string} thread */
async function improves(who, thread) {
  await who.goes(thread);
  await who.presses(who.page.getByRole('link', { name: who.say('chrome-tr-improve') }).first());
  const form = who.page.locator('form[action*="/translation/"]');
  await who.fills(form, { title: 'Electrificar el tranvía', body: 'En Nagoya electrificamos el **tranvía**.\n\n¿Tienen experiencia con baterías? Más en https://nagoya.example/tram' });
  await who.looks('a translation being improved');
  await who.presses(form.locator('button[value=send]'));
  await who.sees('En Nagoya electrificamos');
  await who.presses(who.page.getByRole('link', { name: who.say('chrome-tr-history') }).first());
  await who.looks('the editions of a translation');
}

/** @param {Person} who @param {import('../lib/world.mjs').World} world */
async function engine(who, world) {
  const { items } = await (await fetch(`${world.url}/api/v1/threads?language=en&limit=1`)).json();
  const { items: [first] } = await (await fetch(`${world.url}/api/v1/threads/${items[0].id}/posts?limit=1`)).json();
  const told = await who.page.evaluate(async (post) => {
    for (let turn = 0; turn < 40; turn += 1) {
      const answer = await fetch(`/api/v1/posts/${post}/translations/pt`);
      if (answer.status === 200) return answer.json();
      await new Promise((resolve) => setTimeout(resolve, 500));
    }
    return null;
  }, first.id);
  assert.equal(told?.state, 'made');
  console.log(`     ${told.title}`);
  assert.ok(!told.html.includes('[pt]') && /\b(de|que|para|não|os|as)\b/.test(told.html), told.html);
}

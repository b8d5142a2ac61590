// What came of an answer: accepted, concluded on top of the thread, tried, used by a city; then a
// reading path over threads, and a space that becomes a cohort and ends.

import * as deeds from '../lib/deeds.mjs';

export const name = 'learning';
export const title = 'What was learned';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const ada = await arrives('ada');
  const kit = await arrives('kit', { scripts: false, size: { width: 390, height: 844 } });
  const root = await arrives('root', { size: { width: 390, height: 844 } });
  await ada.goes('/sign-in');
  await ada.looks('sign in');
  await deeds.signIn(ada, program.signIns.member);
  await ada.looks('home');
  await deeds.signIn(kit, program.signIns.moderator);
  await deeds.signIn(root, program.signIns.administrator);
  let thread = '';
  await step('a question is answered, and the answer accepted', async () => {
    thread = await asks(ada);
    await kit.goes(thread);
    await deeds.reply(kit, 'Shade sails first, then trees.');
    await ada.goes(thread);
    await ada.presses(ada.page.locator('form[action$="/accept"] button'));
  });
  await step('the asker says what was learned', () => concludes(ada, thread));
  await step('what came of the answer stands under it', () => tried(ada, thread));
  await step('a city says how far it has come; a day ahead is refused', () => uses(ada, thread));
  await step('who reads it on a telephone sees all of it', async () => {
    await kit.goes(thread);
    await kit.sees('eight degrees cooler');
    await kit.sees('Yes, with the sails of a sailing club.');
    await kit.looks('a thread with what was learned');
  });
  await step('a reading path needs three threads and a word why', () => paths(ada, thread));
  await step('a space becomes a cohort, and asks for an outcome when it is over', () => cohort(root));
}

/** @param {Person} ada */
async function asks(ada) {
  await ada.goes('/new?space=questions&kind=question');
  await ada.looks('a question to ask');
  const told = { space: 'questions', title: 'How do you keep schoolyards cool?', body: 'Ours reach 50 degrees.' };
  await deeds.begin(ada, told);
  return deeds.threadOf(ada);
}

/** @param {Person} ada  @param {string} thread */
async function concludes(ada, thread) {
  await ada.goes(thread);
  await ada.presses(ada.page.locator('a[href$="/lesson"]').first());
  await ada.looks('a lesson to write');
  await ada.page.locator('[name=effect][value=worked]').check();
  await ada.page.locator('[name=cost]').selectOption('under_100k');
  await ada.page.locator('textarea[name=body]').fill('Sails took a week; it is eight degrees cooler at noon.');
  await ada.presses(ada.page.locator('button[value=send]'));
  await ada.sees('eight degrees cooler');
}

/** @param {Person} ada  @param {string} thread */
async function tried(ada, thread) {
  await ada.goes(thread);
  await ada.presses(ada.page.locator('article.acc a[href$="/trial"]'));
  await ada.looks('a trial to tell of');
  await ada.page.locator('[name=effect][value=worked]').check();
  await ada.page.locator('[name=body]').fill('Yes, with the sails of a sailing club.');
  await ada.presses(ada.page.locator('form[action$="/trial"] button.go'));
  await ada.sees('Yes, with the sails of a sailing club.');
}

/** @param {Person} ada  @param {string} thread */
async function uses(ada, thread) {
  await ada.goes(thread);
  await ada.presses(ada.page.locator('article.acc a[href$="/adoption"]'));
  await ada.page.locator('[name=stage][value=piloting]').check();
  await ada.page.locator('[name=since]').fill('2999-01-01');
  await ada.presses(ada.page.locator('form[action$="/adoption"] button.go'), 422);
  await ada.looks('an adoption, refused');
  await ada.page.locator('[name=since]').fill('2026-01-01');
  await ada.presses(ada.page.locator('form[action$="/adoption"] button.go'));
  await ada.looks('an answer that a city uses');
}

/** @param {Person} ada  @param {string} thread */
async function paths(ada, thread) {
  await ada.goes('/s/questions');
  await ada.looks('a space');
  const links = ada.page.locator('main ol.tl a[href^="/t/"]');
  const all = await links.evaluateAll((found) => found.map((one) => one.getAttribute('href') ?? ''));
  const addresses = [...new Set(all.map((one) => one.split(/[?#]/)[0]))].slice(0, 3);
  const steps = [thread, ...addresses.filter((one) => !thread.endsWith(one))].slice(0, 3);
  const lines = steps.map((one, at) => `${at + 1}. ${new URL(one, ada.page.url()).href} – reason ${at + 1}`);
  await ada.goes('/new?space=questions&kind=path');
  await ada.page.locator('[name=title]').fill('Heat, in three threads');
  await ada.page.locator('textarea[name=body]').fill(lines[0]);
  await ada.presses(ada.page.locator('button[name=act][value=send]'), 422);
  await ada.looks('a reading path, refused');
  await ada.page.locator('textarea[name=body]').fill(lines.join('\n'));
  await ada.presses(ada.page.locator('button[name=act][value=send]'));
  await ada.sees('reason 3');
  await ada.looks('a reading path');
}

/** @param {Person} root */
async function cohort(root) {
  await root.goes('/admin/spaces/experiences/cohort');
  const form = root.page.locator('form[action$="/cohort"]').first();
  await root.fills(form, { starts_on: '2026-01-01', ends_on: '2026-06-30', lead: 'Riga', cities: 'Turku, Medellin' });
  await root.looks('a cohort to set');
  await root.presses(form.locator('button.go').first());
  // The administrator reads Spanish by now, where other walks went before.
  await root.sees(root.page.locator('.flash'));
  await root.looks('a cohort that is over');
}

// What keeps conversations in order: polls and their outcomes, bookmarks, texts for later, a clock
// and a pace, a summary on top, a text that everybody edits, a table, moving many at once.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';

export const name = 'tending';
export const title = 'Keeping a conversation in order';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const ada = await arrives('ada');
  const mo = await arrives('mo', { size: { width: 390, height: 844 } });
  const plain = await arrives('plain', { scripts: false, size: { width: 390, height: 844 } });
  await step('a member asks with a poll, by the button above the text', async () => {
    await ada.goes('/sign-in');
    await ada.looks('sign in');
    await deeds.signIn(ada, program.signIns.member);
    await ada.looks('home');
    await ada.goes('/new');
    await ada.looks('new thread');
    const box = ada.page.locator('.comp textarea');
    await box.fill('Trams');
    await box.selectText();
    await ada.the('button', 'threads-poll').click();
    assert.equal(await box.inputValue(), '- ( ) Trams');
    await deeds.begin(ada, { space: 'questions', title: 'What comes first?', body: 'We decide in May.\n\n- ( ) Trams\n- ( ) Buses\n- ( ) Ferries', kind: 'question' });
  });
  const thread = deeds.threadOf(ada);
  await step('a moderator with a telephone votes and says why', () => votes(mo, program, thread));
  await step('its author closes it with what came of it', () => concludes(ada, thread));
  await step('a post is kept by a key, with a note and a reminder', () => keeps(ada, thread));
  await step('without scripts a reply is left for later', () => later(plain, program, thread));
  await step('a moderator sets clock and pace', () => tends(mo, thread));
  await step('everybody edits what its author lets them', () => shares(ada, mo, thread));
  await step('a thread is summed up, and seen as a table', () => sums(mo, thread));
  await step('many threads are chosen at once', async () => {
    await mo.goes('/s/questions/tend');
    await mo.looks('threads to move');
    await mo.presses(mo.the('button', 'threads-tend-move'), 422);
    await mo.sees(mo.say('threads-order-none'));
  });
}

/** @param {Person} mo  @param {import('../lib/world.mjs').World['program']} program  @param {string} thread */
async function votes(mo, program, thread) {
  const { page } = mo;
  await mo.goes('/sign-in');
  await deeds.signIn(mo, program.signIns.moderator);
  await mo.goes(thread);
  await page.getByRole('radio', { name: 'Buses' }).check();
  await page.locator('fieldset ~ details summary').click();
  await page.locator('[name=reason]').fill('They are here in a year.');
  await mo.looks('a poll');
  await mo.presses(mo.the('button', 'threads-poll-vote'));
  await mo.sees(mo.say('flash-voted'));
  await mo.sees('They are here in a year.');
  await mo.looks('a poll with a vote');
}

/** @param {Person} ada  @param {string} thread */
async function concludes(ada, thread) {
  await ada.goes(thread);
  await ada.presses(ada.the('link', 'threads-poll-keep'));
  await ada.looks('a poll, for its author');
  await ada.page.locator('#closing-when').selectOption('tomorrow');
  await ada.presses(ada.the('button', 'threads-poll-closing-set'));
  await ada.presses(ada.the('link', 'threads-poll-keep'));
  await ada.page.locator('textarea[name=body]').fill('Buses first, trams next.');
  await ada.presses(ada.the('button', 'threads-poll-outcome-close'));
  await ada.sees(ada.the('heading', 'threads-poll-outcome-is'));
  await ada.looks('a poll with its outcome');
}

/** @param {Person} ada  @param {string} thread */
async function keeps(ada, thread) {
  const { page } = ada;
  await ada.goes(thread);
  const there = page.waitForEvent('load');
  await Promise.all([there, page.keyboard.press('b')]);
  await ada.sees(ada.say('flash-bookmarked'));
  await ada.goes('/bookmarks');
  await ada.looks('bookmarks');
  await ada.presses(page.locator('main').getByRole('link', { name: ada.say('threads-bookmark-change') }));
  await ada.looks('a bookmark');
  await page.locator('[name=note]').fill('For the council');
  await page.locator('[name=when]').selectOption('at');
  await ada.presses(ada.the('button', 'threads-bookmark-save'), 422);
  await ada.sees(ada.say('moment-unread'));
  await ada.looks('a bookmark without a moment');
  await page.locator('[name=when]').selectOption('monday');
  await ada.presses(ada.the('button', 'threads-bookmark-save'));
  await ada.sees('For the council');
}

/** @param {Person} plain  @param {import('../lib/world.mjs').World['program']} program  @param {string} thread */
async function later(plain, program, thread) {
  const { page } = plain;
  await plain.goes('/sign-in');
  await deeds.signIn(plain, program.signIns.member);
  await plain.goes(thread);
  await page.locator('.comp textarea').fill('Told on Monday.');
  await page.locator('details.later summary').click();
  await plain.looks('a reply for later');
  await plain.presses(plain.the('button', 'threads-later-send'), 422);
  assert.equal(await page.locator('.comp textarea').inputValue(), 'Told on Monday.');
  await page.locator('#later-when').selectOption('monday');
  await plain.presses(plain.the('button', 'threads-later-send'));
  await plain.sees('Told on Monday.');
  await plain.looks('texts for later');
}

/** @param {Person} mo  @param {string} thread */
async function tends(mo, thread) {
  const { page } = mo;
  await mo.goes(thread);
  await page.locator('#every').selectOption('3600');
  await mo.presses(page.getByRole('button', { name: mo.say('threads-slow-set') }));
  await mo.sees(mo.say('flash-slow'));
  await page.locator('aside details summary').filter({ hasText: mo.say('threads-tend-clock') }).click();
  await page.locator('#timer-when').selectOption('month');
  await mo.looks('clock and pace');
  await mo.presses(page.getByRole('button', { name: mo.say('threads-tend-timer-set') }));
  await mo.sees(mo.say('flash-timer'));
  await page.locator('#every').selectOption('');
  await mo.presses(page.getByRole('button', { name: mo.say('threads-slow-set') }));
}

/** @param {Person} ada  @param {Person} mo  @param {string} thread */
async function shares(ada, mo, thread) {
  await ada.goes(thread);
  const outcome = ada.page.locator('article', { hasText: 'Buses first, trams next.' }).last();
  await ada.presses(outcome.locator('form[action$="/wiki"] button'));
  await ada.sees(ada.say('threads-wiki'));
  await ada.looks('a text that everybody may edit');
  await mo.goes(thread);
  const there = mo.page.locator('article', { hasText: 'Buses first, trams next.' }).last();
  await mo.presses(there.locator('a[href$="/edit"]'));
  await mo.looks('the text of another');
  await mo.page.locator('.comp textarea').fill('Buses first, trams from 2031.');
  await mo.presses(mo.page.locator('.comp button[value=send]'));
  await mo.sees('trams from 2031');
}

/** @param {Person} mo  @param {string} thread */
async function sums(mo, thread) {
  const id = thread.split('/')[2];
  await mo.goes(`/threads/${id}/summary`);
  await mo.page.locator('.comp textarea').fill('Buses won; trams follow.');
  await mo.page.locator('main > details > summary').click();
  await mo.looks('a summary');
  await mo.presses(mo.page.locator('.comp button[value=send]'));
  await mo.sees(mo.the('heading', 'threads-summary'));
  await mo.looks('a thread that is summed up');
  await mo.goes(`/threads/${id}/table`);
  await mo.looks('a thread as a table');
}

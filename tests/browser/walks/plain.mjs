// The same life with scripts off: every door is a form or a link.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';
import { linkIn } from '../lib/mail.mjs';
import { ZONE, readsAndLeaves } from '../lib/monday.mjs';
import { isolated } from '../lib/words.mjs';

export const name = 'plain';
export const title = 'With JavaScript off';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 }, scripts: false };

const TOMAS = { email: 'tomas.vrba@walk.example', password: 'nine slow trams home', name: 'Tomas Vrba', city: 'Turin', languages: ['en'] };
const THREAD = 'Which tram stops did you raise first, and why?';

/** Who joins in this walk. */
export const joins = TOMAS.email;

/** @typedef {import('../lib/world.mjs').World} World */
/** @typedef {import('../lib/person.mjs').Person} Person */
/** @typedef {{ tomas: Person, mo: Person, ines: Person, helen: Person, guest: Person, thread: string }} Cast */

/** @param {World} world */
export async function walk(world) {
  const cast = /** @type {Cast} */ ({});
  await joining(world, cast);
  await writing(world, cast);
  await deciding(world, cast);
  await talking(world, cast);
  await conflicts(world, cast);
  await leaving(world, cast);
  await givenBack(world, cast);
}

/** @param {World} world */
export function monday(world) {
  return readsAndLeaves(world, TOMAS.email, (letter) => assert.ok(letter.text.includes(THREAD), 'it tells of his own thread'));
}

/** @param {World} world @param {Cast} cast */
async function joining({ step, arrives }, cast) {
  await step('a guest reads a long thread to its end', async () => {
    const guest = (cast.guest = await arrives('guest'));
    await guest.goes('/');
    await guest.looks('home of a guest');
    await guest.presses(guest.page.locator('header.top').getByRole('link', { name: 'Spaces' }).first());
    await guest.looks('spaces');
    await guest.presses(guest.page.locator('main h2 a[href="/s/questions"]'));
    await guest.looks('space');
    await guest.page.locator('select[name=language]').selectOption('en');
    await guest.presses(guest.page.locator('form[data-filter] button'));
    await guest.presses(guest.page.getByRole('link', { name: 'How did you handle deliveries in the first superblock?' }));
    await guest.looks('thread of a guest');
    await guest.presses(guest.page.locator('nav.pager a[rel=next]'));
    await guest.looks('thread, second page');
  });
  await step('he changes the language of all pages, and changes it back', async () => {
    const { guest } = cast;
    for (const language of ['es', 'en']) {
      await guest.page.locator('details.tongue > summary').click();
      await guest.presses(guest.page.locator(`details.tongue a[hreflang=${language}]`));
      await guest.goes('/spaces');
      assert.equal(await guest.page.locator('html').getAttribute('lang'), language);
    }
  });
  await step('somebody joins and finds his city by its button', async () => {
    const tomas = (cast.tomas = await arrives('newcomer'));
    await tomas.goes('/join');
    await tomas.looks('join');
    const form = tomas.page.locator('form[action="/join"]');
    await tomas.fills(form, { display_name: TOMAS.name, email: TOMAS.email, tie: 'city', city: 'Tur' });
    await tomas.presses(form.locator('button[name=act][value=find]'));
    assert.equal(await form.locator('[name=display_name]').inputValue(), TOMAS.name);
    await form.locator('[name=city_choice][value=turin]').check();
    await tomas.looks('join, cities found');
    await tomas.fills(form, { password: TOMAS.password, audience: 'local-authority', languages: ['en'], time_zone: ZONE });
    await tomas.presses(form.locator('button.go'));
    await tomas.looks('look into your mail');
    await tomas.kit.mailbox.wait(TOMAS.email, 'confirm');
    await tomas.presses(tomas.page.locator('main a[href="/dev/mail"]'));
    await tomas.looks('mailbox of the demonstration');
    await deeds.confirm(tomas, TOMAS.email, () => tomas.looks('confirm'));
    await tomas.looks('home of a newcomer');
  });
}

/** @param {World} world @param {Cast} cast */
async function writing({ step }, cast) {
  const { tomas, guest } = cast;
  await step('he starts a thread: kept as a draft, previewed, sent, held in place', async () => {
    await tomas.goes('/new');
    await tomas.looks('new thread');
    const form = tomas.page.locator('form[action^="/new"]');
    const body = 'We have money for **six stops** a year and forty that need it.';
    await tomas.fills(form, { kind: 'question', space: 'questions', title: THREAD, body });
    await tomas.presses(form.locator('button[name=act][value=draft]'));
    await tomas.goes('/drafts');
    await tomas.looks('drafts');
    await tomas.presses(tomas.page.locator('main').getByRole('link', { name: THREAD }).first());
    assert.equal(await form.locator('[name=title]').inputValue(), THREAD);
    await tomas.presses(form.locator('button.btn[name=act][value=preview]'));
    await tomas.sees(tomas.page.locator('.shown .prose strong').filter({ hasText: 'six stops' }));
    await tomas.looks('new thread, previewed');
    await tomas.presses(form.locator('button[name=act][value=send]'));
    cast.thread = deeds.threadOf(tomas);
    await tomas.sees(deeds.post(tomas, 'six stops').getByText(tomas.say('chrome-post-held')));
    await tomas.looks('thread, held, seen by its author');
    await tomas.goes('/drafts');
    await tomas.looks('drafts, with what waits');
  });
  await step('for a guest it does not exist', async () => {
    await guest.goes(cast.thread, 404);
    await guest.goes('/s/questions');
    await guest.lacks(THREAD);
  });
}

/** @param {World} world @param {Cast} cast */
async function deciding({ step, arrives, program }, cast) {
  await step('a moderator claims it, approves it with a welcome, takes that back, approves again', async () => {
    const mo = (cast.mo = await arrives('moderator'));
    await mo.goes('/sign-in');
    await mo.looks('sign in');
    await deeds.signIn(mo, program.signIns.moderator);
    await mo.goes('/moderation');
    await mo.looks('queue');
    await deeds.openCase(mo, THREAD);
    await mo.looks('case');
    await deeds.claim(mo);
    await deeds.decide(mo, { action: 'approve', welcome: true });
    await mo.looks('case, next after a decision');
    await mo.presses(mo.page.locator('form[action$="/undo"] button').first());
    await cast.guest.goes(cast.thread, 404);
    await deeds.settle(mo, THREAD, { action: 'approve', welcome: true });
    await cast.guest.goes(cast.thread);
  });
}

/** @param {World} world @param {Cast} cast */
async function talking({ step, arrives, program }, cast) {
  const { tomas, mo } = cast;
  await step('a member quotes and answers; he edits, accepts and thanks', async () => {
    const helen = (cast.helen = await arrives('member'));
    await deeds.signIn(helen, program.signIns.member);
    await helen.goes(cast.thread);
    await helen.presses(deeds.post(helen, 'six stops').getByRole('link', { name: isolated(`Quote ${TOMAS.name}`) }));
    await helen.looks('thread, quoting');
    await deeds.reply(helen, 'The ones beside the clinic; nobody argued with that.');
    await helen.sees(deeds.post(helen, 'beside the clinic').locator('blockquote'));
    await tomas.goes('/inbox');
    await tomas.looks('inbox');
    await tomas.goes(cast.thread);
    await tomas.presses(deeds.post(tomas, 'beside the clinic').getByRole('button', { name: isolated('Accept as answer: Helen Watts') }));
    await tomas.presses(deeds.post(tomas, 'beside the clinic').getByRole('button', { name: /^Useful/ }));
    await tomas.looks('thread, answered');
    await tomas.presses(deeds.post(tomas, 'forty that need it').getByRole('link', { name: /^Edit the post/ }));
    const box = tomas.page.locator('form[action$="/edit"] textarea[name=body]');
    await box.fill(`${await box.inputValue()}\n\nHalf of the forty are on one line, the one to the hospital, and its trams are the oldest that we have; so whatever we raise there, we raise twice.`);
    await tomas.presses(tomas.page.locator('form[action$="/edit"] button.btn[name=act][value=preview]'));
    await tomas.looks('edit, previewed');
    await tomas.presses(tomas.page.locator('form[action$="/edit"] button[name=act][value=send]'));
    // He is a newcomer still: the first wording stays until the new one is approved.
    await tomas.sees(tomas.page.locator('main').getByText(tomas.say('threads-edit-waits')).first());
    await cast.guest.goes(cast.thread);
    await cast.guest.lacks('Half of the forty');
    await tomas.looks('thread, with a new wording that waits');
    await deeds.settle(mo, 'Half of the forty', { action: 'approve' });
    await cast.guest.goes(cast.thread);
    await cast.guest.sees('Half of the forty');
    await cast.guest.presses(deeds.post(cast.guest, 'Half of the forty').getByRole('link', { name: 'edited' }));
    await cast.guest.looks('history');
  });
}

/** @param {World} world @param {Cast} cast */
async function conflicts({ step, arrives, program }, cast) {
  const { tomas, mo } = cast;
  await step('two moderators at one case: the second is told, and keeps his words', async () => {
    const ines = (cast.ines = await arrives('administrator'));
    await tomas.goes(cast.thread);
    await deeds.reply(tomas, 'Come and see us at booth nine, all of you.');
    await deeds.signIn(ines, program.signIns.administrator);
    await deeds.openCase(ines, 'booth nine');
    await deeds.openCase(mo, 'booth nine');
    await deeds.decide(mo, { action: 'decline', reason: 'advertising' });
    await deeds.decide(ines, { action: 'revise', reason: 'other', note: 'Words of the second moderator.' }, 409);
    await ines.sees(ines.page.locator('main').getByText('Maren Aldana').first());
    assert.ok((await ines.page.content()).includes('Words of the second moderator.'));
    await ines.looks('case, somebody was first');
  });
}

/** @param {World} world @param {Cast} cast */
async function givenBack({ step, mailbox }, cast) {
  const { tomas } = cast;
  await step('what was declined is back among the drafts', async () => {
    await mailbox.wait(TOMAS.email, 'approved');
    await mailbox.wait(TOMAS.email, 'declined');
    await tomas.goes('/drafts');
    await tomas.sees(tomas.page.locator('main').getByText('booth nine').first());
    await tomas.looks('drafts, with a text given back');
    await tomas.presses(tomas.page.locator('main a[href^="/decisions/"]').first());
    await tomas.looks('decision, read by its author');
    await cast.guest.goes('/moderation/log');
    await cast.guest.lacks('booth nine');
    await cast.guest.looks('public log');
  });
  await step('he signs out', async () => {
    await tomas.goes('/settings/sessions');
    await tomas.looks('sessions');
    await deeds.signOut(tomas);
    await tomas.goes('/inbox', 401);
    await tomas.looks('sign-in is needed');
  });
}

/** @param {World} world @param {Cast} cast */
async function leaving({ step, mailbox }, cast) {
  const { tomas } = cast;
  await step('mail settings, the digest as it would be, and leaving by a letter’s link', async () => {
    await tomas.goes('/settings/email');
    await tomas.looks('mail settings');
    await tomas.presses(tomas.page.locator('main a[href="/settings/digest"]'));
    await tomas.looks('next digest');
    // He was quoted in the answer to his own question: that is one letter, not two.
    const letter = await mailbox.wait(TOMAS.email, 'mention');
    await tomas.goes(linkIn(letter, '/unsubscribe/'));
    await tomas.looks('leave a letter');
    await tomas.presses(tomas.page.locator('main form button.go'));
    await tomas.looks('letter left');
  });
}

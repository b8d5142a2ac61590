// What people do here, with or without scripts, in any language. Each deed ends
// on the page that follows it.

import assert from 'node:assert/strict';
import { linkIn } from './mail.mjs';
import { ZONE } from './monday.mjs';

/**
 * @typedef {import('./person.mjs').Person} Person
 * @typedef {{ email: string, password: string, name: string, city: string, languages: string[] }} Applicant
 */

/**
 * Fills the form of `/join`, which is open, and sends it.
 * @param {Person} who
 * @param {Applicant} told
 * @param {number} status
 */
export async function join(who, told, status = 200) {
  const form = who.page.locator('form[action="/join"]');
  await who.fills(form, {
    display_name: told.name,
    email: told.email,
    password: told.password,
    tie: 'city',
    city: told.city,
    audience: 'local-authority',
    languages: told.languages,
    time_zone: ZONE,
  });
  await who.presses(form.locator('button.go'), status);
}

/**
 * Follows the letter's link and presses the button there; then is signed in.
 * @param {Person} who
 * @param {string} email
 * @param {(page: string) => Promise<void>} [onPage]  what to do before the button is pressed
 */
export async function confirm(who, email, onPage) {
  const link = linkIn(await who.kit.mailbox.wait(email, 'confirm'), '/confirm/');
  await who.goes(link);
  // Opening it uses nothing up: mail scanners open links.
  await who.goes(link);
  await onPage?.(link);
  await who.presses(who.page.locator('main form[action^="/confirm/"] button.go'));
  await who.sees(who.page.locator('.flash'));
  return link;
}

/**
 * @param {Person} who
 * @param {import('./program.mjs').SignIn} told
 */
export async function signIn(who, { email, password }) {
  await who.goes('/sign-in');
  const form = who.page.locator('form[action="/sign-in"]');
  await who.fills(form, { email, password });
  await who.presses(form.locator('button.go'));
  // The way out stands in a menu, which is closed.
  await who.page.locator('form[action="/sign-out"]').first().waitFor({ state: 'attached' });
}

/**
 * Opens a thread with the form of `/new`, which is open.
 * @param {Person} who
 * @param {{ space: string, title: string, body: string, kind?: string }} told
 */
export async function begin(who, { space, title, body, kind = 'question' }) {
  const form = who.page.locator('form[action^="/new"]');
  await who.fills(form, { kind, space, title, body });
  await who.presses(form.locator('button[name=act][value=send]'));
}

/**
 * Writes a reply in the open composer.
 * @param {Person} who
 * @param {string} body  put after what stands there already
 */
export async function reply(who, body) {
  const form = who.page.locator('#reply form').first();
  const box = form.locator('textarea[name=body]');
  const before = await box.inputValue();
  await box.fill(before ? `${before.trimEnd()}\n\n${body}` : body);
  await who.presses(form.locator('button[name=act][value=send]'));
}

/**
 * The thread that stands open, without its page and anchor.
 * @param {Person} who
 */
export function threadOf(who) {
  const { pathname } = new URL(who.page.url());
  assert.match(pathname, /^\/t\/[0-9a-z]{26}\//, 'a thread stands open');
  return pathname;
}

/**
 * A post on the page, by a piece of its text.
 * @param {Person} who
 * @param {string} text
 */
export function post(who, text) {
  return who.page.locator('article.post').filter({ hasText: text }).first();
}

/**
 * Opens the case about a post from the queue.
 * @param {Person} moderator
 * @param {string} line  a piece of its line in the queue
 */
export async function openCase(moderator, line) {
  // Whose a case is depends on hours and days: among everybody's it is found on each of them.
  await moderator.goes('/moderation?whose=all');
  const row = moderator.page.locator('.ml li').filter({ hasText: line }).first();
  await moderator.goes(`/moderation/cases/${await row.getAttribute('data-case')}`);
}

/**
 * Claims the open case.
 * @param {Person} moderator
 */
export async function claim(moderator) {
  await moderator.presses(moderator.page.locator('main form[action$="/claim"] button').first());
  await moderator.sees(moderator.page.locator('main form[action$="/release"] button').first());
}

/**
 * Decides the open case.
 * @param {Person} moderator
 * @param {{ action: 'approve' | 'revise' | 'decline', reason?: string, note?: string, welcome?: boolean }} verdict
 * @param {number} status
 */
export async function decide(moderator, verdict, status = 200) {
  const form = moderator.page.locator('form[action$="/decision"]').first();
  /** @type {Record<string, string | boolean>} */
  const values = { action: verdict.action };
  if (verdict.reason) values.reason = verdict.reason;
  if (verdict.note) values.note = verdict.note;
  // Only who is here for the first time can be welcomed.
  if (verdict.welcome) values.welcome = true;
  await moderator.fills(form, values);
  await moderator.presses(form.locator('button.go').first(), status);
}

/**
 * Decides the case whose line in the queue says so.
 * @param {Person} moderator
 * @param {string} line
 * @param {Parameters<typeof decide>[1]} verdict
 */
export async function settle(moderator, line, verdict) {
  await openCase(moderator, line);
  await claim(moderator);
  await decide(moderator, verdict);
}

/** @param {Person} who */
export async function signOut(who) {
  const { page } = who;
  const menu = page.locator('header.top details.acct > summary');
  if (await menu.isVisible()) await menu.click();
  else await page.locator('header.top details.menu > summary').click();
  await who.presses(page.locator('form[action="/sign-out"] button:visible').first());
  await page.locator('header.top a[href="/sign-in"]').first().waitFor({ state: 'attached' });
}

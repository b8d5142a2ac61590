// The moderators' desk: a rule is tried, kept and meets a text; hours and absences; a reported post
// is taken away with a warning for its author, on a telephone without scripts; the author reads why.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';

export const name = 'desk';
export const title = 'Rules, hours, and a decision with more than a text in it';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const mo = await arrives('mo');
  const eva = await arrives('eva');
  const root = await arrives('root', { scripts: false, size: { width: 390, height: 844 } });
  await step('a moderator, a member and an administrator sign in', async () => {
    await enters(mo, program.signIns.moderator);
    await enters(eva, program.signIns.member);
    await enters(root, program.signIns.administrator);
  });
  await step('a rule that cannot be used says why and keeps what was typed', () => refusesBad(mo));
  await step('it is tried on a text and on the last thirty days, and kept', () => keeps(mo));
  await step('a text that it refuses is told the word, and is not lost', () => refused(eva));
  await step('what one is at work for: hours, days of absence, time to take back', () => works(mo));
  await step('the queue by weight, and everybody’s', () => queue(mo));
  await step('a reported post goes, and its author is warned, without scripts', () => silences(mo, eva, root));
  await step('the author reads what was done, and why', () => reads(eva));
}

/** @param {Person} person  @param {import('../lib/program.mjs').SignIn} signIn */
async function enters(person, signIn) {
  await person.goes('/sign-in');
  await person.looks('sign in');
  await deeds.signIn(person, signIn);
  await person.looks('home');
}

/** @param {Person} mo  @param {string} what */
const press = (mo, what) => mo.page.locator(`button[name=what][value=${what}]`);

/** @param {Person} mo */
async function refusesBad(mo) {
  await mo.goes('/moderation/rules');
  await mo.looks('no rules yet');
  await mo.presses(mo.the('link', 'moderation-rule-new'));
  await mo.looks('a new rule');
  await mo.page.locator('#title').fill('Gambling');
  await mo.page.locator('input[name=kind][value=patterns]').check();
  await mo.page.locator('#lines').fill('(');
  await mo.presses(press(mo, 'save'), 422);
  assert.equal(await mo.page.locator('#lines').inputValue(), '(');
  await mo.looks('a rule that cannot be used');
}

/** @param {Person} mo */
async function keeps(mo) {
  await mo.page.locator('input[name=kind][value=words]').check();
  await mo.page.locator('input[name=act][value=refuse]').check();
  await mo.page.locator('#lines').fill('casino*\nheat');
  await mo.page.locator('#sample').fill('CASINOS are no public buildings');
  await mo.presses(press(mo, 'test'));
  await mo.sees('casino*');
  await mo.looks('a rule, tested');
  await mo.presses(press(mo, 'try'));
  assert.ok((await mo.page.locator('section.note .rl > li').count()) > 0, 'texts about heat are found');
  await mo.looks('a rule, run over thirty days');
  await mo.page.locator('#lines').fill('casino*');
  await mo.presses(press(mo, 'save'));
  await mo.sees('Gambling');
  await mo.looks('rules');
}

/** @param {Person} eva */
async function refused(eva) {
  await eva.goes('/s/questions');
  await eva.looks('a space');
  const links = await eva.page.locator('main a[href^="/t/"]').evaluateAll((all) => all.map((one) => one.getAttribute('href')));
  for (const link of links) {
    await eva.goes(link ?? '');
    // Closed threads take no replies.
    if ((await eva.page.locator('textarea[name=body]').count()) > 0) break;
  }
  await eva.looks('a thread');
  const thread = new URL(eva.page.url()).pathname;
  await eva.page.locator('textarea[name=body]').fill('Which casinos are heated?');
  await eva.page.locator('textarea[name=body]').press('Tab');
  await eva.presses(eva.the('button', 'threads-post-reply'), 422);
  await eva.sees('is not published here');
  assert.equal(await eva.page.locator('textarea[name=body]').inputValue(), 'Which casinos are heated?');
  await eva.looks('a reply that a rule refuses');
  await eva.goes(thread);
}

/** @param {Person} mo */
async function works(mo) {
  await mo.goes('/settings/hours');
  await mo.looks('hours at the desk');
  const today = new Date().toISOString().slice(0, 10);
  await mo.page.locator('#away0-from').fill(today);
  await mo.presses(mo.page.locator('form#hours button.go'), 422);
  await mo.looks('an absence without its end');
  await mo.page.locator('#away0-to').fill(today);
  await mo.page.locator('#patient').check();
  await mo.presses(mo.page.locator('form#hours button.go'));
  assert.equal(await mo.page.locator('#away0-to').inputValue(), today);
  await mo.page.locator('#away0-from').fill('');
  await mo.page.locator('#away0-to').fill('');
  await mo.presses(mo.page.locator('form#hours button.go'));
  assert.ok(await mo.page.locator('#patient').isChecked());
}

/** @param {Person} mo */
async function queue(mo) {
  await mo.goes('/moderation');
  await mo.looks('the own queue');
  await mo.presses(mo.page.locator('aside a[href="/moderation?whose=all"]'));
  await mo.page.locator('#order').selectOption('score');
  await mo.presses(mo.page.locator('form[action="/moderation"] button').first());
  assert.match(mo.page.url(), /whose=all/);
  await mo.looks('everybody’s queue by weight');
}

/** @param {Person} mo  @param {Person} eva  @param {Person} root */
async function silences(mo, eva, root) {
  await eva.page.locator('textarea[name=body]').fill('Ask Mrs Lind, 7 Harbour Row, she owes money.');
  await eva.presses(eva.the('button', 'threads-post-reply'));
  await mo.goes(new URL(eva.page.url()).pathname + new URL(eva.page.url()).search);
  const post = mo.page.locator('article.post').filter({ hasText: '7 Harbour Row' }).first();
  await mo.presses(post.getByRole('link', { name: /^Report/ }));
  await mo.looks('a report');
  await mo.page.locator('[name=reason]').selectOption('personal_data');
  await mo.presses(mo.the('button', 'moderation-report-send'));
  await root.goes('/moderation?whose=all&kind=report');
  await root.presses(root.page.locator('.ml li').filter({ hasText: '7 Harbour Row' }).locator('a').first());
  await root.sees('7 Harbour Row');
  // The administrator may have chosen another language meanwhile.
  await root.sees(root.page.locator('.whybox .rl p.small').first());
  await root.looks('a case of a report, with what it weighs');
  await root.page.locator('#action-agree').check();
  await root.page.locator('#reason').selectOption('personal_data');
  await root.page.locator('#sanction').selectOption('warn');
  await root.presses(root.page.locator('button[name=look]'));
  await root.sees(root.page.locator('[data-letter-sanction=warn]'));
  await root.looks('what the author will read');
  await root.presses(root.page.locator('form.dec button.go'));
  await root.looks('after the decision');
}

/** @param {Person} eva */
async function reads(eva) {
  await eva.goes('/inbox');
  await eva.looks('an inbox with a decision');
  await eva.presses(eva.page.locator('main a[href^="/decisions/"]').first());
  await eva.sees(/You are warned/);
  await eva.looks('a decision that warns');
}

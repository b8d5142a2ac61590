// A private word between two members, one of them with a telephone and without scripts: begun,
// joined, answered, reported, decided, left.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';

export const name = 'private';
export const title = 'A private word, and a report';
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
  let page = '';
  await step('whom one writes to is found on a page of his', async () => {
    await enters(ada, program.signIns.member);
    await enters(kit, program.signIns.moderator);
    await enters(root, program.signIns.administrator);
    page = (await kit.page.locator('a[href^="/people/"]').first().getAttribute('href')) ?? '';
    await ada.goes('/conversations');
    await ada.looks('no conversation yet');
    await ada.goes(page);
    await ada.looks('a person to write to');
    await ada.presses(ada.the('link', 'threads-conversation-begin'));
  });
  await step('a conversation begins; a form that is wrong keeps everything', async () => {
    const to = await ada.page.locator('[name=to]').inputValue();
    await ada.page.locator('[name=to]').fill(`${to}, nobody-at-all`);
    await ada.page.locator('[name=title]').fill('Figures before they are published');
    await ada.page.locator('textarea[name=body]').fill('Are these right? 340 loans, 12 defaults.');
    await ada.looks('a private word');
    await ada.presses(ada.the('button', 'threads-conversation-send'), 422);
    await ada.looks('a private word, refused');
    await ada.page.locator('[name=to]').fill(to);
    await ada.presses(ada.the('button', 'threads-conversation-send'));
    await ada.sees('12 defaults');
    await ada.looks('a conversation');
  });
  const thread = deeds.threadOf(ada);
  await step('who is asked reads it without scripts, joins by answering', () => answers(kit, thread));
  await step('nobody else does', () => root.goes(thread, 404));
  await step('a post is reported', async () => {
    await ada.goes(thread);
    await ada.page.locator('textarea[name=body]').fill('Nonsense: ask Mr Weber, 12 Canal Street.');
    await ada.presses(ada.the('button', 'threads-post-reply'));
    await reports(kit, thread);
  });
  await step('who moderates everywhere sees that post alone, and decides', () => decides(root));
  await step('who reported hears of it, and leaves', async () => {
    await kit.goes('/inbox');
    await kit.sees(kit.say('digests-inbox-report-removed'));
    await kit.looks('an inbox with what became of a report');
    await kit.goes(thread);
    await kit.presses(kit.the('button', 'threads-conversation-leave'));
    await kit.sees(kit.say('flash-left-word'));
    await kit.goes(thread, 404);
  });
  await step('where nobody else reads, nothing more is to be written', async () => {
    await ada.goes(thread);
    await ada.sees(ada.say('threads-conversation-alone'));
    assert.equal(await ada.page.locator('textarea[name=body]').count(), 0);
    await ada.looks('a conversation with nobody');
  });
}

/** @param {Person} person  @param {import('../lib/program.mjs').SignIn} signIn */
async function enters(person, signIn) {
  await person.goes('/sign-in');
  await person.looks('sign in');
  await deeds.signIn(person, signIn);
  await person.looks('home');
}

/** @param {Person} kit  @param {string} thread */
async function answers(kit, thread) {
  await kit.goes('/conversations');
  await kit.sees(kit.say('threads-conversation-asked'));
  await kit.looks('a list of conversations');
  await kit.goes(thread);
  await kit.looks('a conversation one is asked to');
  await kit.page.locator('textarea[name=body]').fill('The second figure is 14.');
  await kit.presses(kit.the('button', 'threads-post-reply'));
  await kit.sees('The second figure is 14.');
}

/** @param {Person} kit  @param {string} thread */
async function reports(kit, thread) {
  await kit.goes(thread);
  await kit.presses(kit.page.getByRole('link', { name: /^Report/ }).last());
  await kit.looks('a report');
  await kit.page.locator('[name=reason]').selectOption('personal_data');
  await kit.page.locator('[name=note]').fill('The figures name people.');
  await kit.presses(kit.the('button', 'moderation-report-send'));
  await kit.sees(kit.say('flash-reported'));
}

/** @param {Person} root */
async function decides(root) {
  await root.goes('/moderation?kind=report&whose=all');
  await root.looks('a queue with a report');
  await root.page.locator('.ml li').filter({ hasText: 'Nonsense' }).locator('a').first().click();
  await root.sees('The figures name people.');
  assert.doesNotMatch(await root.page.locator('main').innerText(), /Figures before they are published|The second figure/);
  await root.looks('a case of a report');
  await root.page.locator('#action-agree').check();
  await root.page.locator('[name=reason]').selectOption('personal_data');
  await root.presses(root.page.locator('form.dec button.go'));
}

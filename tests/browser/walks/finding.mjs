// Finding: a search that is narrowed, mistyped, kept and dropped; what is suggested while one types;
// and whether questions find answers.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';

export const name = 'finding';
export const title = 'Searching, keeping a search, and how questions fare';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const eva = await arrives('eva');
  const kit = await arrives('kit', { scripts: false, size: { width: 390, height: 844 } });
  await step('a member signs in', async () => {
    await eva.goes('/sign-in');
    await eva.looks('sign in');
    await deeds.signIn(eva, program.signIns.member);
    await eva.looks('home');
  });
  await step('what is typed is suggested, and found', () => suggested(eva));
  await step('what narrows it and is wrong is told beside its field', () => narrowed(eva));
  await step('a search is kept, and dropped', () => kept(eva));
  await step('without scripts and without an account it finds the same', async () => {
    await kit.goes('/search?q=medell');
    await kit.sees('Medellín');
    await kit.looks('a search that finds a city');
    await kit.goes('/search?q=heat');
    assert.ok((await kit.page.locator('ol.hits > li').count()) > 2);
  });
  await step('how questions fare stands on a page of its own', async () => {
    await kit.goes('/spaces');
    await kit.looks('all spaces');
    await kit.presses(kit.page.locator('a[href="/answers"]'));
    await kit.looks('how questions fare');
    await eva.goes('/answers?days=30');
    await eva.looks('how questions fared in a month');
  });
}

/** @param {Person} eva */
async function suggested(eva) {
  await eva.goes('/search');
  await eva.looks('a search to begin');
  const field = eva.page.locator('#words');
  await field.pressSequentially('superblo', { delay: 20 });
  const option = eva.page.locator('main datalist option').first();
  await option.waitFor({ state: 'attached' });
  await field.fill((await option.getAttribute('value')) ?? '');
  await eva.presses(eva.page.locator('main form[action="/search"] button.go').first());
  assert.ok((await eva.page.locator('ol.hits > li').count()) > 0);
  await eva.looks('what was found');
}

/** @param {Person} eva */
async function narrowed(eva) {
  await eva.goes('/search?q=heat&city=Nowhere&from=2026-13-01&by=nobody-at-all');
  await eva.sees(eva.say('search-city-unknown'));
  await eva.looks('a search that is narrowed wrongly');
  await eva.page.locator('#city').fill('');
  await eva.page.locator('#by').fill('');
  await eva.page.locator('#from').fill('2026-01-01');
  await eva.page.locator('#answered').selectOption('yes');
  await eva.presses(eva.page.locator('aside form[action="/search"] button'));
  assert.ok((await eva.page.locator('ol.hits > li').count()) > 0);
}

/** @param {Person} eva */
async function kept(eva) {
  await eva.goes('/search?q=heat&kind=experience');
  await eva.presses(eva.page.locator('form[action="/search/saved"] button'));
  await eva.sees(eva.say('search-saved-already'));
  await eva.looks('a search that is kept');
  await eva.goes('/settings/digest');
  await eva.looks('a digest with what a search found');
  await eva.goes('/search');
  await eva.presses(eva.page.locator('form[action$="/delete"] button'));
  assert.equal(await eva.page.locator('form[action$="/delete"]').count(), 0);
}

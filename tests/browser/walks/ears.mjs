// Thread, space, queue and home by ear: what a screen reader says, as a list.

import assert from 'node:assert/strict';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import * as deeds from '../lib/deeds.mjs';
import { headings, listen, titles, wrong } from '../lib/ears.mjs';
import { ROOT } from '../lib/program.mjs';

export const name = 'ears';
export const title = 'By ear';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

/**
 * @typedef {import('../lib/world.mjs').World} World
 * @typedef {import('../lib/person.mjs').Person} Person
 * @typedef {{ id: string, url: string, title: string, language: string, kind: string, closed: boolean, answer: string | null, posts: number }} Thread
 * @typedef {{ number: number, author: { name: string }, city: { name: string, mission: boolean } | null, accepted: boolean }} Post
 */

/** @param {World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  /** @type {Thread[]} */
  const threads = (await asked(world, '/threads?limit=100')).items;
  const languages = new Map(threads.map((thread) => [thread.title, thread.language]));
  const moderator = await arrives('moderator');
  await moderator.goes('/sign-in');
  await moderator.looks('sign in');
  await deeds.signIn(moderator, program.signIns.moderator);
  await moderator.looks('home of a moderator');
  await step('every post has a heading that says number, author, place and what is special', () => posts(world, moderator, threads));
  await step('who is here and who writes speaks up in no live region', () => quiet(world, moderator, threads));
  await step('space, queue and home: headings in order, no two buttons alike, titles in their languages', async () => {
    for (const path of ['/', '/spaces', '/s/questions', '/moderation', '/inbox', '/search?q=street']) {
      await moderator.goes(path);
      await moderator.looks(path);
      await heardAt(moderator, path, languages);
    }
  });
}

/** @param {World} world @param {string} path @returns {Promise<any>} */
async function asked({ url }, path) {
  return (await fetch(`${url}/api/v1${path}`)).json();
}

/**
 * Listens to the page that stands open, keeps the list to be read, and judges it.
 * @param {Person} who
 * @param {string} called
 * @param {Map<string, string>} languages
 */
async function heardAt(who, called, languages) {
  const heard = await listen(who.page);
  const file = join(ROOT, 'target/browser', `ears${called.replace(/\W+/g, '-')}.txt`);
  mkdirSync(join(ROOT, 'target/browser'), { recursive: true });
  writeFileSync(file, heard.filter((one) => one.name).map((one) => `${one.role}${one.level || ''}: ${one.name}\n`).join(''));
  assert.deepEqual(wrong(heard), [], `by ear at ${called}`);
  const { seen, faults } = await titles(who.page, languages);
  assert.deepEqual(faults, [], `titles at ${called}`);
  if (['/', '/s/questions'].includes(called)) assert.ok(seen > 5, `${seen} titles at ${called}`);
  return heard;
}

/** @param {World} world @param {Person} who @param {Thread[]} threads */
async function posts(world, who, threads) {
  const thread = threads.find((one) => one.answer && one.posts > 5 && one.language === 'en');
  assert.ok(thread, 'the demonstration has an answered question');
  /** @type {Post[]} */
  const told = (await asked(world, `/threads/${thread.id}/posts?limit=100`)).items;
  await who.goes(thread.url);
  await who.looks('thread by ear');
  const heard = await heardAt(who, '/thread', new Map([[thread.title, thread.language]]));
  const said = headings(heard).map((heading) => heading.name);
  const shown = await who.page.locator('article.post[data-post]').count();
  for (const post of told.slice(0, shown)) {
    const begins = post.number === 1 ? 'First post:' : `Reply ${post.number}:`;
    const own = said.filter((name) => name.startsWith(begins));
    assert.equal(own.length, 1, `one heading “${begins}”`);
    for (const words of expected(post)) assert.ok(own[0].includes(words), `“${own[0]}” says “${words}”`);
  }
  assert.ok(told.some((post) => post.accepted) && shown > 5, 'an accepted answer is among them');
  const [, second] = told;
  assert.ok(heard.some((one) => one.name === `Reply to ${second.author.name}, no. ${second.number}`), 'the buttons name the author');
}

/** @param {Post} post @returns {string[]} */
function expected({ author, city, accepted }) {
  const place = city ? [city.name, city.mission ? 'Mission city' : 'City worldwide'] : [];
  return [author.name, ...place, ...(accepted ? ['Accepted answer'] : [])];
}

/** @param {World} world @param {Person} who @param {Thread[]} threads */
async function quiet({ arrives, program }, who, threads) {
  // One page, so the composer stands below it.
  const thread = threads.find(({ posts, closed, kind }) => posts < 15 && !closed && kind === 'question');
  assert.ok(thread, 'the demonstration has a short question');
  const { url } = thread;
  const member = await arrives('member');
  await deeds.signIn(member, program.signIns.member);
  await member.looks('home of a member');
  await who.goes(url);
  await member.goes(url);
  await member.looks('thread of a member');
  await member.page.locator('#reply textarea[name=body]').pressSequentially('I am writing');
  const place = who.page.locator('[data-here]').filter({ hasText: /writ/ });
  await place.waitFor();
  const loud = await place.evaluate((element) => Boolean(element.closest('[aria-live]:not([aria-live=off]), [role=status], [role=alert], [role=log], output')));
  assert.equal(loud, false, 'presence and typing stand in no live region');
  const heard = await listen(who.page);
  assert.ok(heard.some((one) => /writ/.test(one.name)) && !heard.some((one) => one.live && /writ/.test(one.name)), 'they can be read, and do not speak up');
  await member.leaves();
}

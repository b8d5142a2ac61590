// The main job in one more language: from a link somebody shared to the reply
// that everybody reads, with no English word of ours on the way.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';
import { readsAndLeaves } from '../lib/monday.mjs';
import { Foreign } from '../lib/words.mjs';

/**
 * @typedef {import('../lib/world.mjs').World} World
 * @typedef {import('../lib/person.mjs').Person} Person
 * @typedef {object} Tongue
 * @property {string} name  of the walk
 * @property {string} title
 * @property {string} language  of the pages
 * @property {import('../lib/person.mjs').Habits} habits
 * @property {deeds.Applicant} who  joins
 * @property {string} city  a piece of the city's name, to be found
 * @property {string} reply  the first words written here
 * @property {string} piece  a piece of them
 * @property {string} sought  a word to be looked for
 */

/**
 * A walk in one language.
 * @param {Tongue} tongue
 */
export function walkIn(tongue) {
  const { name, title, language, habits, who } = tongue;
  return {
    name,
    title,
    language,
    habits,
    joins: who.email,
    /** @param {World} world */
    async walk(world) {
      const reader = await world.arrives('newcomer');
      const thread = await arriving(world, tongue, reader);
      await replying(world, tongue, reader, thread);
      await deciding(world, tongue);
      await around(world, tongue, reader, thread);
    },
    /** @param {World} world */
    monday(world) {
      return readsAndLeaves(world, who.email, (letter) => inIt(letter, language));
    },
  };
}

/** @param {World} world @param {Tongue} tongue @param {Person} reader */
async function arriving({ step, url, mailbox }, { language, who, city }, reader) {
  const thread = await step('a shared link opens in the reader’s language', async () => {
    const answer = await fetch(`${url}/api/v1/threads?space=questions&limit=100`);
    const { items } = /** @type {{ items: { id: string, language: string }[] }} */ (await answer.json());
    const shared = items.find((item) => item.language === language) ?? items[0];
    await reader.goes(`/t/${shared.id}`);
    const html = reader.page.locator('html');
    assert.equal(await html.getAttribute('lang'), language);
    assert.equal(await html.getAttribute('dir'), language === 'ar' ? 'rtl' : 'ltr');
    await reader.looks('thread, from a shared link');
    return deeds.threadOf(reader);
  });
  await step('joining, with something to correct, and the letter', async () => {
    await reader.goes('/join');
    await reader.looks('join');
    await deeds.join(reader, { ...who, password: 'x' }, 422);
    await reader.looks('join, with something to correct');
    await reader.page.locator('[name=city]').fill(city);
    await reader.presses(reader.page.locator('button[name=act][value=find]'));
    await reader.looks('join, cities found');
    await deeds.join(reader, who);
    await reader.looks('look into your mail');
    inIt(await mailbox.wait(who.email, 'confirm'), language);
    await deeds.confirm(reader, who.email, () => reader.looks('confirm'));
    await reader.looks('home of a newcomer');
  });
  return thread;
}

/** @param {World} world @param {Tongue} tongue @param {Person} reader @param {string} thread */
async function replying({ step, arrives }, { reply, piece }, reader, thread) {
  await step('a first reply waits, for its author alone', async () => {
    await reader.goes(thread);
    await deeds.reply(reader, reply);
    await reader.sees(deeds.post(reader, piece).getByText(reader.say('chrome-post-held')));
    await reader.looks('thread, with a reply that waits');
    const guest = await arrives('guest');
    await guest.goes(thread);
    await guest.lacks(piece);
    await guest.goes('/');
    await guest.looks('home of a guest');
    await guest.leaves();
  });
}

/** @param {World} world @param {Tongue} tongue */
async function deciding({ step, arrives, program }, { language, piece }) {
  await step('a moderator reads the desk in it and approves', async () => {
    const mo = await arrives('moderator');
    await mo.goes('/sign-in');
    await mo.looks('sign in');
    await deeds.signIn(mo, program.signIns.moderator);
    await speaks(mo, language);
    await mo.goes('/moderation');
    await mo.looks('queue');
    await deeds.openCase(mo, piece);
    await mo.looks('case');
    await deeds.claim(mo);
    await deeds.decide(mo, { action: 'approve', welcome: true });
    await mo.looks('case, next after a decision');
    for (const [path, title] of [['/moderation/history', 'history of decisions'], ['/moderation/log', 'public log'], ['/settings/hours', 'hours of a moderator']]) {
      await mo.goes(path);
      await mo.looks(title);
    }
    await mo.goes(new URL(mo.page.url()).pathname);
    await speaks(mo, 'en');
    await mo.leaves();
  });
}

/**
 * Chooses the language of all pages.
 * @param {Person} who
 * @param {string} language
 */
async function speaks(who, language) {
  await who.goes('/settings/profile');
  const form = who.page.locator('form[action^="/settings/profile"]');
  await who.fills(form, { locale: language });
  await who.presses(form.locator('button.go'));
  assert.equal(await who.page.locator('html').getAttribute('lang'), language);
}

/** @param {World} world @param {Tongue} tongue @param {Person} reader @param {string} thread */
async function around({ step, mailbox, arrives, program }, { language, who, piece, sought }, reader, thread) {
  await step('the reply is public; inbox, settings, search and the way out', async () => {
    await reader.goes(thread);
    await reader.sees(deeds.post(reader, piece));
    await reader.goes(`/search?q=${encodeURIComponent(sought)}`);
    await reader.sees(reader.page.locator('.hits mark').first());
    await reader.looks('search, found');
    await reader.goes('/search?q=zzzzqqqq');
    await reader.looks('search, nothing found');
    for (const [path, title] of [['/inbox', 'inbox'], ['/spaces', 'spaces'], ['/s/questions', 'space'], ['/new', 'new thread'], ['/drafts', 'drafts'], ['/settings/profile', 'profile'], ['/settings/email', 'mail settings'], ['/settings/digest', 'next digest'], ['/settings/sessions', 'sessions'], ['/settings/password', 'password'], ['/settings/data', 'one’s data'], ['/settings/data/leave', 'leaving'], ['/terms', 'terms'], ['/privacy', 'privacy'], ['/contact', 'contact'], ['/accessibility', 'accessibility'], ['/help', 'help'], ['/cities', 'cities'], ['/', 'home of a member']]) {
      await reader.goes(path);
      await reader.looks(title);
    }
    await reader.goes('/t/00000000000000000000000000', 404);
    await reader.looks('not found');
    inIt(await mailbox.wait(who.email, 'approved'), language);
    await deeds.signOut(reader);
    await reader.goes('/inbox', 401);
    await reader.looks('sign-in is needed');
  });
  await step('an administrator sets the site up', async () => {
    const boss = await arrives('administrator');
    await boss.goes('/sign-in');
    await deeds.signIn(boss, program.signIns.administrator);
    for (const [path, title] of [['/admin/setup', 'set-up'], ['/admin/site', 'name and languages'], ['/admin/pages', 'pages of the site']]) {
      await boss.goes(`${path}?lang=${language}`);
      await boss.looks(title);
    }
  });
}

/**
 * A letter in the language, without an English word of ours.
 * @param {import('../lib/mail.mjs').Letter} letter
 * @param {string} language
 */
function inIt(letter, language) {
  assert.match(letter.html, new RegExp(`<html[^>]* lang="${language}"`));
  if (letter.headers.get('stoa-letter') === 'digest') return;
  const found = new Foreign(language).among([letter.subject, ...letter.text.split('\n')]);
  assert.deepEqual(found, [], `“${letter.subject}” in ${language} alone`);
}

// Monday at eight: the clock of the program is put forward, and who joined in a
// walk reads the digest and leaves it, without signing in.

import assert from 'node:assert/strict';
import { linkIn } from './mail.mjs';

/** The zone that everybody who joins in a walk chooses. */
export const ZONE = 'Europe/Brussels';

/** @typedef {import('./world.mjs').World} World */

/**
 * The next time that it is Monday, eight o'clock, in the zone.
 * @param {Date} now
 */
export function nextMonday(now) {
  const hour = 3_600_000;
  const eight = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'short', hour: '2-digit', hour12: false });
  for (let at = Math.ceil(now.getTime() / hour) * hour; ; at += hour) {
    if (/^Mon\w*,? 08$/.test(eight.format(at))) return new Date(at);
  }
}

/**
 * Puts the clock forward to shortly before; nobody has a digest yet.
 * @param {Pick<World, 'program' | 'mailbox'>} world
 * @param {string[]} addresses
 */
export async function comes({ program, mailbox }, addresses) {
  const monday = nextMonday(program.now());
  await program.waits(new Date(monday.getTime() - 5_000));
  await follows(program);
  for (const address of addresses) assert.equal(mailbox.to(address, 'digest').length, 0, `${address} has a digest before its time`);
}

/**
 * Waits until the program's clock stands where it was put.
 * @param {World['program']} program
 */
async function follows(program) {
  let told = '';
  for (const end = Date.now() + 10_000; Date.now() < end; ) {
    told = (await fetch(program.url)).headers.get('date') ?? '';
    if (Math.abs(Date.parse(told) - program.now().getTime()) < 3_000) return;
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
  throw new Error(`the program says it is ${told}, not ${program.now().toUTCString()}: is faketime installed?`);
}

/**
 * Finds the digest in the mailbox page, reads it and stops all further ones.
 * @param {World} world
 * @param {string} address
 * @param {(letter: import('./mail.mjs').Letter) => void} judge  more that must be true of it
 */
export async function readsAndLeaves({ arrives, step, mailbox }, address, judge) {
  const letter = await step('on Monday at eight in her own zone the digest is there, and worth reading', async () => {
    const letter = await mailbox.wait(address, 'digest');
    const sent = new Intl.DateTimeFormat('en-GB', { timeZone: ZONE, weekday: 'long', hour: '2-digit', minute: '2-digit', hour12: false });
    assert.match(sent.format(new Date(letter.headers.get('date') ?? '')), /^Monday.* 08:0[0-4]$/, 'the letter is dated Monday at eight');
    const threads = new Set(letter.html.match(/\/t\/[0-9a-z]{26}/g));
    assert.ok(threads.size >= 3, `it tells of ${threads.size} threads`);
    assert.ok(Buffer.byteLength(letter.html) < 60 * 1024, 'mail programs cut nothing off');
    judge(letter);
    return letter;
  });
  await step('it is left by its link: one button, without signing in', async () => {
    const reader = await arrives('reader-of-the-digest');
    await reader.goes('/dev/mail');
    await reader.looks('mailbox on Monday');
    const line = reader.page.locator('main ol > li').filter({ hasText: address }).filter({ has: reader.page.locator('code', { hasText: /^digest$/ }) });
    await reader.presses(line.getByRole('link').first());
    await reader.looks('digest in the mailbox');
    await reader.goes((await reader.page.locator('iframe').getAttribute('src')) ?? '');
    await reader.looks('digest, its HTML twin', false);
    await reader.goes(linkIn(letter, '/unsubscribe/'));
    await reader.looks('leave the digest');
    await reader.presses(reader.page.locator('main form button.go'));
    await reader.sees(reader.page.getByRole('heading', { level: 1, name: reader.say('digests-leave-digest-done') }));
    await reader.looks('digest left');
    await reader.leaves();
  });
}

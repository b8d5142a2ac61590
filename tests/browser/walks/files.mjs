// Photographs and documents: sent on a line that breaks, described, seen on a telephone, and
// attached without scripts.

import assert from 'node:assert/strict';
import { crc32, deflateSync } from 'node:zlib';
import { randomFillSync } from 'node:crypto';
import * as deeds from '../lib/deeds.mjs';

export const name = 'files';
export const title = 'A photograph on a thin line';
export const language = '';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'en-GB', size: { width: 1280, height: 900 } };

const SHOWS = 'Two trams on the square';

/** @typedef {import('../lib/person.mjs').Person} Person */

/** A picture that cannot be packed small. @param {number} side */
function picture(side) {
  const chunk = (/** @type {string} */ kind, /** @type {Buffer} */ data) => {
    const named = Buffer.concat([Buffer.from(kind), data]);
    const ends = Buffer.alloc(8);
    ends.writeUInt32BE(data.length, 0);
    ends.writeUInt32BE(crc32(named), 4);
    return Buffer.concat([ends.subarray(0, 4), named, ends.subarray(4)]);
  };
  const head = Buffer.alloc(13);
  head.writeUInt32BE(side, 0);
  head.writeUInt32BE(side, 4);
  head.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(side * (1 + 3 * side));
  for (let row = 0; row < side; row += 1) randomFillSync(rows, row * (1 + 3 * side) + 1, 3 * side);
  const start = Buffer.from([137, 80, 78, 71, 13, 10, 26, 10]);
  return Buffer.concat([start, chunk('IHDR', head), chunk('IDAT', deflateSync(rows)), chunk('IEND', Buffer.alloc(0))]);
}

/** @param {import('../lib/world.mjs').World} world */
export async function walk(world) {
  const { step, arrives, program } = world;
  const ada = await arrives('ada');
  const kit = await arrives('kit', { size: { width: 390, height: 844 } });
  const plain = await arrives('plain', { scripts: false, size: { width: 390, height: 844 } });
  await step('a member opens a thread', async () => {
    await ada.goes('/sign-in');
    await ada.looks('sign in');
    await deeds.signIn(ada, program.signIns.member);
    await ada.looks('home');
    await ada.goes('/new');
    await ada.looks('new thread');
    // Enter in a field of one line is a look before sending, not a file that is missing.
    await ada.page.locator('[name=title]').fill('Trams or buses?');
    await ada.page.locator('.comp textarea').fill('What do you drive?');
    await ada.page.locator('[name=title]').press('Enter');
    await ada.sees(ada.page.locator('.comp .shown'));
    await deeds.begin(ada, { space: 'questions', title: 'Trams or buses?', body: 'What do you drive?', kind: 'experience' });
  });
  const thread = deeds.threadOf(ada);
  await step('a picture goes on by itself when the line breaks', () => sends(ada));
  await step('it asks once for what the picture shows, and the text is sent with it', () => describes(ada));
  await step('an SVG is refused in words, a table is attached', () => others(ada));
  await step('a guest with a telephone sees the picture, and the whole of it', async () => {
    await kit.goes(thread);
    const image = kit.page.getByRole('img', { name: SHOWS });
    await image.scrollIntoViewIfNeeded();
    await image.evaluate((shown) => /** @type {HTMLImageElement} */ (shown).decode());
    const box = await image.boundingBox();
    assert.ok(box && box.width <= 390 && box.width > 200, `as wide as the text: ${box?.width}`);
    await kit.looks('a thread with a picture');
    const whole = await kit.page.request.get(new URL(String(await image.locator('xpath=..').getAttribute('href')), kit.page.url()).href);
    assert.equal(whole.headers()['content-type'], 'image/png');
  });
  await step('without scripts a form attaches it, and keeps the text', () => withoutScripts(plain, world, thread));
  await step('the own files stand in the settings', async () => {
    await ada.goes('/settings/files');
    await ada.sees('trams.png');
    await ada.looks('own files');
  });
}

/** The line breaks while the second piece is on its way. @param {Person} ada */
async function sends(ada) {
  const { page } = ada;
  let broken = 0;
  await page.route('**/api/v1/uploads/*', (route) => {
    if (route.request().method() === 'PATCH' && route.request().headers()['upload-offset'] !== '0' && broken < 2) {
      broken += 1;
      return route.abort('internetdisconnected');
    }
    return route.continue();
  });
  await page.locator('.comp textarea').fill('We drive [0, 1) both.');
  const chooser = page.waitForEvent('filechooser');
  await page.locator('.comp [data-attach]').click();
  await (await chooser).setFiles({ name: 'trams.png', mimeType: 'image/png', buffer: picture(500) });
  await ada.sees(ada.say('files-broken'));
  await ada.looks('a file on its way');
  await ada.sees(ada.say('files-ready'));
  assert.equal(broken, 2);
  await page.unroute('**/api/v1/uploads/*');
  // A bracket that stands open in the text is no part of the picture's description.
  const text = await page.locator('.comp textarea').inputValue();
  assert.match(text, /^We drive \[0, 1\) both\.\n\n!\[\]\(\/f\/[0-9a-z]{26}\)\n\n$/);
}

/** @param {Person} ada */
async function describes(ada) {
  const { page } = ada;
  const button = page.locator('.comp button[value=send]');
  await button.click();
  await ada.sees(ada.say('files-describe-ask'));
  await ada.looks('a picture that wants a description');
  await page.locator('.files input').fill(SHOWS);
  assert.match(await page.locator('.comp textarea').inputValue(), /^We drive \[0, 1\) both\.\n\n!\[Two trams on the square\]/);
  await ada.presses(button);
  await ada.sees(page.getByRole('img', { name: SHOWS }));
  await ada.looks('an own picture in a thread');
}

/** @param {Person} ada */
async function others(ada) {
  const { page } = ada;
  const drop = async (/** @type {string} */ name, /** @type {string} */ text) => {
    const chooser = page.waitForEvent('filechooser');
    await page.locator('.comp [data-attach]').click();
    await (await chooser).setFiles({ name, mimeType: '', buffer: Buffer.from(text) });
  };
  await drop('logo.png', '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"/>');
  await ada.sees(ada.say('files-refused-svg'));
  await drop('lines.csv', 'line,trams\n1,12\n');
  await ada.sees(ada.say('files-ready'));
  const body = page.locator('.comp textarea');
  assert.match(await body.inputValue(), /\[lines\.csv\]\(\/f\//);
  await ada.presses(page.locator('.comp button[value=send]'));
  await ada.sees(page.locator('.prose .file'));
}

/** @param {Person} plain  @param {import('../lib/world.mjs').World} world  @param {string} thread */
async function withoutScripts(plain, { program }, thread) {
  const { page } = plain;
  await deeds.signIn(plain, program.signIns.moderator);
  await plain.goes(thread);
  await page.locator('.comp textarea').fill('From an old telephone.');
  await page.locator('.attach summary').click();
  await page.locator('input[name=file]').setInputFiles({ name: 'stop.png', mimeType: 'image/png', buffer: picture(60) });
  await page.locator('input[name=described]').fill('A stop in the rain');
  await plain.looks('a form for a file');
  // Another button would send the name of the file alone: it says so, and the text is there.
  await plain.presses(page.locator('.comp button[value=send]'), 400);
  await plain.sees(plain.say('files-attach-first'));
  await plain.sees('From an old telephone.');
  await plain.looks('a file that was chosen and left');
  await plain.goes(thread);
  await page.locator('.comp textarea').fill('From an old telephone.');
  await page.locator('.attach summary').click();
  await page.locator('input[name=file]').setInputFiles({ name: 'stop.png', mimeType: 'image/png', buffer: picture(60) });
  await page.locator('input[name=described]').fill('A stop in the rain');
  await plain.presses(page.locator('.attach button'));
  await plain.sees(plain.say('flash-file-attached'));
  const text = await page.locator('.comp textarea').inputValue();
  assert.match(text, /^From an old telephone\.\n\n!\[A stop in the rain\]\(\/f\//);
  await plain.presses(page.locator('.comp button[value=send]'));
  await plain.sees(page.getByRole('img', { name: 'A stop in the rain' }));
}

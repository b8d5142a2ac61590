// The same life in Spanish on a phone, from a link somebody shared: the browser
// asks for Spanish, and no English word of ours stands on the way.

import assert from 'node:assert/strict';
import * as deeds from '../lib/deeds.mjs';
import { linkIn } from '../lib/mail.mjs';
import { readsAndLeaves } from '../lib/monday.mjs';
import { Foreign } from '../lib/words.mjs';

export const name = 'spanish';
export const title = 'In Spanish, on a phone, from a shared link';
export const language = 'es';
/** @type {import('../lib/person.mjs').Habits} */
export const habits = { language: 'es-ES', size: { width: 390, height: 844 } };

const ELENA = { email: 'elena.rey@walk.example', password: 'siete calles tranquilas', name: 'Elena Rey', city: 'Valladolid', languages: ['es'] };
const THREAD = 'Buses eléctricos: ¿quién paga la acometida del patio?';
const OWN = '¿Quién riega los árboles nuevos cuando acaba la obra?';

/** Who joins in this walk. */
export const joins = ELENA.email;

/** @typedef {import('../lib/world.mjs').World} World */
/** @typedef {import('../lib/person.mjs').Person} Person */

/** @param {World} world */
export async function walk(world) {
  const elena = await world.arrives('newcomer');
  const inés = await world.arrives('moderator');
  const thread = await joining(world, elena);
  const own = await writing(world, elena, thread);
  await desk(world, inés);
  await answered(world, elena, own);
  await comingBack(world, elena);
}

/** @param {World} world */
export function monday(world) {
  return readsAndLeaves(world, ELENA.email, (letter) => assert.match(letter.html, /<html[^>]* lang="es"/));
}

/** @param {World} world @param {Person} elena */
async function joining({ step, mailbox, url }, elena) {
  const thread = await step('she opens a shared link', async () => {
    const answer = await fetch(`${url}/api/v1/threads?space=questions&limit=100`);
    const { items } = /** @type {{ items: { id: string, title: string }[] }} */ (await answer.json());
    const shared = items.find((item) => item.title === THREAD);
    assert.ok(shared, 'the thread is listed');
    await elena.goes(`/t/${shared.id}`);
    assert.equal(await elena.page.locator('html').getAttribute('lang'), 'es');
    await elena.sees(elena.page.getByRole('heading', { level: 1, name: THREAD }));
    await elena.looks('thread, from a shared link');
    return deeds.threadOf(elena);
  });
  await step('she joins', async () => {
    await elena.page.locator('header.top details.menu > summary').click();
    await elena.presses(elena.page.locator('header.top a[href="/join"]:visible').first());
    await elena.looks('join');
    await deeds.join(elena, { ...ELENA, password: 'corta' }, 422);
    await elena.looks('join, with something to correct');
    await elena.page.locator('[name=city]').fill('Vallad');
    await elena.presses(elena.page.locator('button[name=act][value=find]'));
    await elena.looks('join, cities found');
    await deeds.join(elena, ELENA);
    await elena.looks('look into your mail');
    await elena.goes('/dev/mail');
    await elena.looks('mailbox of the demonstration');
  });
  await step('the letter is Spanish too; she confirms', async () => {
    const letter = await mailbox.wait(ELENA.email, 'confirm');
    assertSpanish(letter);
    await deeds.confirm(elena, ELENA.email, () => elena.looks('confirm'));
    await elena.looks('home of a newcomer');
  });
  return thread;
}

/** @param {World} world @param {Person} elena @param {string} thread */
async function writing({ step, arrives }, elena, thread) {
  await step('she replies; it waits, and she reads why and until when', async () => {
    await elena.goes(thread);
    await elena.looks('thread');
    await deeds.reply(elena, 'En Valladolid la pagó la distribuidora, a cambio de un plazo de diez años.');
    const held = deeds.post(elena, 'un plazo de diez años');
    await elena.sees(held.getByText(elena.say('chrome-post-held')));
    await elena.looks('thread, with a reply that waits');
    const guest = await arrives('guest');
    await guest.goes(thread);
    await guest.lacks('un plazo de diez años');
    await guest.goes('/');
    await guest.looks('home of a guest');
    await guest.leaves();
  });
  return step('she starts a thread of her own', async () => {
    await elena.goes('/spaces');
    await elena.looks('spaces');
    await elena.goes('/s/questions');
    await elena.looks('space');
    await elena.goes('/new');
    await elena.looks('new thread');
    await deeds.begin(elena, { space: 'questions', title: OWN, body: 'Plantamos 200 árboles y **un tercio** se secó el primer verano.' });
    await elena.sees(deeds.post(elena, 'el primer verano').getByText(elena.say('chrome-post-held')));
    await elena.looks('thread, held, seen by its author');
    await elena.goes('/drafts');
    await elena.looks('drafts and what waits');
    return OWN;
  });
}

/** @param {World} world @param {Person} inés */
async function desk({ step, program }, inés) {
  await step('a moderator chooses Spanish and reads her desk in it', async () => {
    await inés.goes('/sign-in');
    await inés.looks('sign in');
    await deeds.signIn(inés, program.signIns.administrator);
    await inés.goes('/settings/profile?lang=es');
    const form = inés.page.locator('form[action^="/settings/profile"]');
    await inés.fills(form, { locale: 'es' });
    await inés.presses(form.locator('button.go'));
    assert.equal(await inés.page.locator('html').getAttribute('lang'), 'es');
    await inés.looks('profile');
    await inés.goes('/moderation');
    await inés.looks('queue');
  });
  await step('she approves both, one with a welcome', async () => {
    await deeds.openCase(inés, OWN);
    await inés.looks('case');
    await deeds.claim(inés);
    await inés.looks('case, claimed');
    await deeds.decide(inés, { action: 'approve', welcome: true });
    await inés.looks('case, next after a decision');
    await deeds.settle(inés, 'un plazo de diez años', { action: 'approve' });
    await deeds.openCase(inés, 'Techos frescos en escuelas');
    await deeds.decide(inés, { action: 'revise', reason: 'other', note: '¿En qué clima lo preguntas?' });
    for (const [path, title] of [['/moderation/history', 'history of decisions'], ['/moderation/log', 'public log'], ['/settings/hours', 'hours of a moderator'], ['/admin/jobs', 'background jobs'], ['/admin/spaces', 'spaces, administered'], ['/admin/spaces/questions', 'space, administered'], ['/admin/members', 'members, administered']]) {
      await inés.goes(path);
      await inés.looks(title);
    }
  });
}

/** @param {World} world @param {Person} elena @param {string} own */
async function answered({ step, mailbox }, elena, own) {
  await step('her posts are public; her inbox and settings are Spanish, and her letters too', async () => {
    await elena.goes('/inbox');
    await elena.looks('inbox');
    await elena.goes('/s/questions');
    await elena.presses(elena.page.getByRole('link', { name: own }).first());
    await elena.looks('thread, published');
    await deeds.reply(elena, 'Añado: hablamos del segundo y tercer año.');
    await elena.sees(deeds.post(elena, 'segundo y tercer año'));
    await elena.presses(deeds.post(elena, 'segundo y tercer año').locator('a[href*="/edit"]').first());
    await elena.looks('edit');
    await elena.page.locator('form[action$="/edit"] textarea[name=body]').fill('Añado: hablamos sobre todo del segundo y tercer año, cuando la empresa que los plantó ya no riega y el servicio de jardines todavía no los ha recibido.');
    await elena.presses(elena.page.locator('form[action$="/edit"] button[name=act][value=send]'));
    await elena.presses(deeds.post(elena, 'sobre todo del segundo').locator('a[href*="/history"]').first());
    await elena.looks('history');
    for (const [path, title] of [['/settings/profile', 'profile'], ['/settings/email', 'mail settings'], ['/settings/digest', 'next digest'], ['/settings/sessions', 'sessions'], ['/settings/password', 'password'], ['/cities', 'cities'], ['/cities/valladolid', 'city'], ['/', 'home of a member']]) {
      await elena.goes(path);
      await elena.looks(title);
    }
    await elena.goes('/t/00000000000000000000000000', 404);
    await elena.looks('not found');
    // They go when the decisions can no longer be taken back.
    assertSpanish(await mailbox.wait(ELENA.email, 'approved'));
    assertSpanish(await mailbox.wait(ELENA.email, 'approved', 2));
  });
}

/** @param {World} world @param {Person} elena */
async function comingBack({ step, mailbox }, elena) {
  await step('she signs out and in again', async () => {
    await deeds.signOut(elena);
    await elena.looks('home after signing out');
    await elena.goes('/inbox', 401);
    await elena.looks('sign-in is needed');
    await elena.goes('/sign-in');
    const form = elena.page.locator('form[action="/sign-in"]');
    await elena.fills(form, { email: ELENA.email, password: 'otras palabras ajenas' });
    await elena.presses(form.locator('button.go'), 422);
    await elena.looks('sign in, refused');
    await elena.fills(form, { email: ELENA.email });
    await elena.presses(elena.page.locator('button[formaction="/sign-in/link"]'));
    await elena.looks('look into your mail for the link');
    const letter = await mailbox.wait(ELENA.email, 'sign-in');
    assertSpanish(letter);
    await elena.goes(linkIn(letter, '/sign-in/'));
    await elena.looks('sign in by link');
    await elena.presses(elena.page.locator('main form[action^="/sign-in/"] button.go'));
    await elena.sees(elena.page.locator('.flash'));
  });
}

/**
 * A letter without an English word of ours; quoted people aside, of whom there are none in these.
 * @param {import('../lib/mail.mjs').Letter} letter
 */
function assertSpanish(letter) {
  const found = new Foreign('es').among([letter.subject, ...letter.text.split('\n')]);
  assert.deepEqual(found, [], `“${letter.subject}” in Spanish alone`);
  assert.match(letter.html, /<html[^>]* lang="es"/);
}

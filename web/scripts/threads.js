// @ts-check
/**
 * What writing and reading threads gain from a script: nothing typed is lost,
 * a look before sending, quotes from a selection, the reading position, keys.
 *
 *   .comp[data-draft]        a text kept on this device at once, on the server after 2 s
 *   form[data-saved]         "Draft saved {time}"
 *   #posts[data-thread]      a thread; data-read, data-last
 *   form[data-filter]        sent when a choice changes
 */
import { times } from './base.js';

const api = '/api/v1/';
const posts = document.getElementById('posts');
const comp = /** @type {HTMLElement | null} */ (document.querySelector('.comp[data-draft]'));
const box = comp?.querySelector('textarea');
const form = box?.form;

/** @param {string} path  @param {string} method  @param {object} [json] */
const call = (path, method, json) => fetch(api + path, {
  method,
  keepalive: true,
  headers: json && { 'content-type': 'application/json' },
  body: json && JSON.stringify(json),
});

/* ---- drafts: this device first, then the server */

const slot = comp?.dataset.draft ?? '';
const place = `stoa-draft:${slot}`;
const titled = /** @type {HTMLInputElement | null} */ (form?.querySelector('[name=title]') ?? null);
/** @type {number | undefined} */
let clock;
let sequence = 0;
let dirty = false;

const version = () => form && new FormData(form).get('version');

function kept() {
  try {
    return JSON.parse(localStorage.getItem(place) ?? 'null');
  } catch {
    return null;
  }
}

/** @param {object} draft */
function keep(draft) {
  try {
    localStorage.setItem(place, JSON.stringify(draft));
  } catch {
    // Without storage the server's copy has to do.
  }
}

/** One after the other: a save that is overtaken would be refused as the older one. */
let saving = Promise.resolve();

function save() {
  clearTimeout(clock);
  saving = saving.then(saved);
}

async function saved() {
  if (!dirty || !box || !form) return;
  dirty = false;
  const { once, act, draft, body, title, file, described, ...fields } = Object.fromEntries(new FormData(form));
  const all = { ...fields, themes: new FormData(form).getAll('themes') };
  const path = `me/drafts/${encodeURIComponent(slot)}`;
  sequence = Math.max(Date.now(), sequence + 1);
  const answer = await (box.value || titled?.value
    ? call(path, 'PUT', { title: titled?.value ?? '', body: box.value, fields: all, sequence })
    : call(path, 'DELETE')).catch(() => null);
  const state = comp?.querySelector('[data-draft-state]');
  if (!state || !answer?.ok) return;
  const now = document.createElement('time');
  now.dateTime = new Date().toISOString();
  now.className = 'd';
  const [before, after] = (form.dataset.saved ?? '').split('{time}');
  state.replaceChildren(before, now, after ?? '');
  times(state);
}

function typed() {
  dirty = true;
  keep({ body: box?.value, title: titled?.value, version: version() });
  clearTimeout(clock);
  clock = setTimeout(save, 2000);
}

/* ---- threads that resemble the title */

/** @type {HTMLElement | null} */
const similar = document.querySelector('[data-similar]');
/** @type {number | undefined} */
let asking;

/** A title that is still the same when the answer comes shows what resembles it. */
async function resembling() {
  const title = titled?.value.trim() ?? '';
  if (!similar || title.length < 8) return similar?.replaceChildren();
  const language = String(form ? new FormData(form).get('language') ?? '' : '');
  const answer = await fetch(`/new/similar?${new URLSearchParams({ title, language })}`).catch(() => null);
  if (answer?.ok && title === titled?.value.trim()) similar.innerHTML = await answer.text();
}

titled?.addEventListener('input', () => {
  clearTimeout(asking);
  asking = setTimeout(resembling, 500);
});

/** What was sent is gone once a page says so. */
function forget() {
  if (!document.querySelector('.flash')) return;
  for (const name of Object.keys(localStorage)) {
    if (/^stoa-draft:/.test(name) && /"sent":true/.test(localStorage[name])) localStorage.removeItem(name);
  }
}

/** Puts back what was typed here and not sent, unless the page brings a text of its own. */
function restore() {
  const draft = kept();
  if (!draft || !box) return;
  const quoted = /[?&]quote=/.test(location.search) && box.value;
  if (quoted && draft.body) box.value = `${draft.body}\n\n${box.value}`;
  else if (!box.value || (version() && draft.version === version())) box.value = draft.body ?? '';
  if (titled && !titled.value) titled.value = draft.title ?? '';
}

/** What was written on another device, when this one has nothing. */
async function fetched() {
  if (!box || box.value) return;
  const { items } = await (await call('me/drafts', 'GET')).json();
  const draft = items.find((/** @type {{ slot: string }} */ one) => one.slot === slot);
  if (draft && !box.value) box.value = draft.body;
}

try {
  forget();
} catch {
  // As above.
}

if (box && form) {
  restore();
  form.addEventListener('input', typed);
  form.addEventListener('focusout', save);
  box.addEventListener('focus', () => fetched().catch(() => {}), { once: true });
  form.addEventListener('submit', (event) => {
    clearTimeout(clock);
    dirty = false;
    if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value.match(/^(send|later)$/)) keep({ ...kept(), sent: true });
  });
}

if (document.querySelector('[data-files]')) import('./files.js');

/* ---- a look before sending */

/** @param {Event} event  @param {HTMLButtonElement} button */
async function look(event, button) {
  if (!box?.value || !form) return;
  event.preventDefault();
  button.setAttribute('aria-busy', 'true');
  const text = new URLSearchParams({
    body: box.value,
    language: String(new FormData(form).get('language') ?? ''),
    space: String(new FormData(form).get('space') ?? ''),
    thread: posts?.dataset.thread ?? '',
  });
  const answer = await fetch('/preview', { method: 'POST', body: text }).catch(() => null);
  button.removeAttribute('aria-busy');
  if (!answer?.ok) return;
  const shown = comp?.querySelector('.shown') ?? document.createElement('section');
  shown.className = 'shown';
  shown.setAttribute('aria-label', button.textContent ?? '');
  shown.innerHTML = await answer.text();
  box.after(shown);
}

/* ---- quotes */

/** @param {HTMLElement} post */
async function quote(post) {
  const chosen = getSelection();
  const inside = chosen && !chosen.isCollapsed && post.querySelector('.prose')?.contains(chosen.anchorNode);
  let text = inside ? String(chosen) : '';
  if (!text) {
    const { markdown } = await (await call(`posts/${post.dataset.post}`, 'GET')).json();
    text = markdown.split('\n').filter((/** @type {string} */ line) => !/^\s*>/.test(line)).join('\n').trim();
  }
  if (!box) return;
  const name = (post.querySelector('.nm')?.textContent ?? '').replace(/[[\]\\*_`<>]/g, '\\$&');
  const lines = [`[${name}](/p/${post.dataset.post}):`, '', ...text.split('\n')].map((line) => `> ${line}`.trimEnd());
  box.value += `${box.value && '\n\n'}${lines.join('\n')}\n\n`;
  typed();
  box.focus();
  box.setSelectionRange(box.value.length, box.value.length);
}

document.addEventListener('click', (event) => {
  const target = /** @type {Element} */ (event.target);
  const post = /** @type {HTMLElement | null} */ (target.closest('[data-post]'));
  if (box && post && target.closest('a[href*="quote="]') && !(event.ctrlKey || event.metaKey || event.shiftKey)) {
    event.preventDefault();
    quote(post).catch(() => { location.href = String(target.closest('a')); });
  }
  const button = /** @type {HTMLButtonElement | null} */ (comp?.querySelector('button[value=preview]') ?? null);
  if (button && target.closest('[name=act][value=preview]')) look(event, button);
});

/* ---- how far it was read */

let read = Number(posts?.dataset.read);

function note() {
  const last = Math.max(0, ...[...(posts?.children ?? [])].map((post) => Number(/^p(\d+)$/.exec(post.id)?.[1] ?? 0)));
  if (document.hidden || last <= read) return;
  read = last;
  call(`threads/${posts?.dataset.thread}/read`, 'PUT', { number: last }).catch(() => {});
}

if (posts?.dataset.read) {
  setTimeout(note, 1500);
  document.addEventListener('visibilitychange', note);
  new MutationObserver(() => setTimeout(note, 1500)).observe(posts, { childList: true });
}

/* ---- keys and filters */

/** The post the reader is at: with the focus, or the first that shows its heading. */
function at() {
  const focused = document.activeElement?.closest('[data-post]');
  const all = [...document.querySelectorAll('[data-post]')];
  return /** @type {HTMLElement | undefined} */ (focused ?? all.find((post) => post.getBoundingClientRect().bottom > 120));
}

document.addEventListener('keydown', (event) => {
  const preview = /** @type {HTMLButtonElement | null} */ (comp?.querySelector('button[value=preview]') ?? null);
  if (event.ctrlKey && event.shiftKey && event.code === 'KeyP' && preview) return look(event, preview);
  const off = document.documentElement.dataset.keys === 'off' || localStorage.getItem('stoa-keys') === 'off';
  const writes = /** @type {Element} */ (event.target).closest('textarea, select, input');
  if (off || writes || event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return;
  const post = at();
  const press = { r: box, q: post?.querySelector('a[href*="quote="]'), u: post?.querySelector('form[action$="/useful"] button'), b: post?.querySelector('form[action$="/bookmark"] button, a[href$="/bookmark"]'), t: post?.querySelector('form[action$="/translation"] button, .tr summary') }[event.key];
  if (!press) return;
  event.preventDefault();
  if (press === box) box?.focus();
  else /** @type {HTMLElement} */ (press).click();
});

document.addEventListener('change', (event) => {
  /** @type {HTMLElement} */ (event.target).closest('form')?.matches('[data-filter]') && /** @type {HTMLSelectElement} */ (event.target).form?.requestSubmit();
});

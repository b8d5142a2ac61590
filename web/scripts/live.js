// @ts-check
/**
 * What happens while a page is open. Members have one socket a tab; guests,
 * and who saves data, look once a minute. Nothing moves by itself: new replies
 * wait behind their button, changed ones are replaced where they stand.
 *
 * Markup it looks for:
 *   #live                    words, and the line about the connection
 *   #posts[data-thread]      a thread: data-seq, data-last; data-end on its last page
 *   [data-arrivals]          the button "2 new replies"; [data-arrivals-said] says it
 *   [data-here]              who reads and writes now
 *   [data-count="inbox"], [data-count="moderation"]   badges
 * Every event is also told to other scripts, as `stoa:event` on the document.
 */
import { times } from './base.js';

/** @typedef {{ type: string, topic: string, seq: number, kind: string, data: any, epoch: string, after: number, to: number, count: number, cities: { city: { name: string, country: string, mission: boolean } }[], names: string[] }} Frame */

const live = /** @type {HTMLElement} */ (document.getElementById('live'));
const words = live.dataset;
const posts = document.getElementById('posts');
const thread = posts?.dataset.thread ?? '';
const room = `thread:${thread}`;
const here = /** @type {HTMLElement | null} */ (document.querySelector('[data-here]'));
const button = /** @type {HTMLElement | null} */ (document.querySelector('[data-arrivals]'));
const title = document.title;

/** @param {string | undefined} texts  @param {number} n */
const counted = (texts, n) => {
  const all = (texts ?? '').split('|');
  return all[Math.min(n, all.length) - 1] ?? '';
};
const soon = (/** @type {number} */ ms) => new Promise((done) => setTimeout(done, ms * Math.random()));

/* ---- posts */

let last = Number(posts?.dataset.last);
/** Numbers of replies that wait behind the button. @type {Set<number>} */
const waiting = new Set();

/** Posts after a number, as the server writes them. @param {number} after */
async function after(after) {
  const answer = await fetch(`/t/${thread}/posts?after=${after}`);
  if (!answer.ok) throw new Error(answer.statusText);
  const box = document.createElement('template');
  box.innerHTML = await answer.text();
  return [.../** @type {NodeListOf<HTMLElement>} */ (box.content.querySelectorAll('article.post'))];
}

const number = (/** @type {HTMLElement} */ post) => Number(post.id.slice(1));

function announce() {
  const n = waiting.size;
  document.title = n ? `(${n}) ${title}` : title;
  const link = button?.querySelector('a');
  if (!button || !link) return;
  link.textContent = counted(button.dataset.texts, n);
  button.hidden = n === 0;
  button.classList.toggle('float', n > 0);
  const said = document.querySelector('[data-arrivals-said]');
  if (said) said.textContent = n ? link.textContent : '';
}

/** Shows what waits, and goes to the first of it. */
async function show() {
  /** @type {HTMLElement | undefined} */
  let first;
  for (let some = await after(last); some.length; some = await after(last)) {
    for (const post of some) {
      if (!document.getElementById(post.id)) posts?.append(post);
      first ??= post;
      last = Math.max(last, number(post));
    }
    if (some.length < 20) break;
  }
  if (posts) times(posts);
  waiting.clear();
  announce();
  const heading = first?.querySelector('h2');
  heading?.setAttribute('tabindex', '-1');
  heading?.focus({ preventScroll: true });
  first?.scrollIntoView({ block: 'start' });
}

button?.addEventListener('click', (event) => {
  event.preventDefault();
  show().catch(() => location.reload());
});

/** Replaces a post where it stands, once nobody is in it. @param {number} n */
async function renew(n) {
  const old = document.getElementById(`p${n}`);
  if (!old) return;
  if (old.contains(document.activeElement)) {
    old.addEventListener('focusout', () => setTimeout(renew, 0, n), { once: true });
    return;
  }
  await soon(1000);
  const fresh = (await after(n - 1)).find((post) => post.id === old.id);
  if (fresh) old.replaceWith(fresh), times(fresh);
  else old.remove();
}

/** The title as it reads now: it is translated with the post that opens the thread. */
async function retitle() {
  const page = new DOMParser().parseFromString(await (await fetch(location.href)).text(), 'text/html');
  const [title, below] = ['title', 'below'].map((id) => page.getElementById(id));
  document.getElementById('below')?.remove();
  if (title) document.getElementById('title')?.replaceWith(title);
  if (below) title?.after(below);
}

/** @param {Frame} frame */
function happened(frame) {
  const { post, id } = frame.data;
  if (frame.kind === 'post.hidden') {
    document.querySelector(`[data-post="${CSS.escape(id)}"]`)?.remove();
    look();
  } else if (frame.kind === 'post.published') {
    if (button && post?.number > last && post.state === 'published') waiting.add(post.number), announce();
  } else if (post?.number) {
    renew(post.number).catch(() => {});
    if (frame.kind === 'post.translated' && post.number === 1) retitle().catch(() => {});
  }
}

/** Counts what waits, by asking. */
async function look() {
  if (!button) return;
  const found = (await after(last)).map(number);
  waiting.clear();
  for (const n of found) waiting.add(n);
  announce();
}

/* ---- who is here */

let present = '';
/** @type {HTMLElement[]} */
let plates = [];
/** @type {(string | HTMLElement)[]} */
let typing = [];

const tag = (/** @type {string} */ name, /** @type {string} */ text) => Object.assign(document.createElement(name), { textContent: text });

function showHere() {
  here?.replaceChildren(present, ...plates, ...typing);
}

/** @param {Frame} frame */
function presence(frame) {
  present = frame.count > 1 ? counted(words.reading, frame.count) : '';
  plates = present ? frame.cities.map(({ city }) => {
    const plate = document.createElement('span');
    plate.className = city.mission ? 'plate m' : 'plate';
    plate.append(tag('bdi', city.name), ' ', tag('abbr', city.country));
    return plate;
  }) : [];
  showHere();
}

/** @param {Frame} frame */
function writing({ names }) {
  const text = names.length === 0 ? '' : names.length > 2 ? words.more : names.length === 2 ? words.two : words.one;
  const line = document.createElement('span');
  for (const part of (text ?? '').split(/(\{\w+\})/)) {
    line.append(part === '{name}' ? tag('bdi', names[0]) : part === '{other}' ? tag('bdi', names[1]) : part);
  }
  typing = text ? [line] : [];
  showHere();
}

let typed = 0;
document.addEventListener('input', (event) => {
  const box = /** @type {HTMLElement} */ (event.target);
  if (!box.matches('#reply textarea') || Date.now() - typed < 3000) return;
  typed = Date.now();
  say({ type: 'typing', topic: room });
});

/* ---- badges */

/** @param {string} name  @param {number} n */
function badge(name, n) {
  const inbox = document.querySelector('a.inbox[href="/inbox"]');
  if (name === 'inbox' && inbox) {
    let mark = inbox.querySelector('b');
    // The space keeps the name that is read out equal to what is seen.
    if (!mark) inbox.append(' ', (mark = tag('b', '')));
    mark.dataset.count = name;
    inbox.setAttribute('aria-label', n ? counted(words.inbox, n) : '');
  }
  for (const mark of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll(`[data-count="${name}"]`))) {
    mark.textContent = String(n);
    mark.hidden = n === 0;
  }
}

/* ---- the line about the connection */

const line = /** @type {HTMLElement} */ (live.querySelector('p'));
const again = /** @type {HTMLButtonElement} */ (live.querySelector('button'));
/** @type {number[]} */
let clocks = [];

/** @param {string | undefined} text  @param {number} [ms]  how long it stays */
function tell(text, ms) {
  clocks.forEach(clearTimeout);
  clocks = [];
  line.textContent = text ?? '';
  again.hidden = true;
  live.classList.toggle('on', Boolean(text));
  if (ms) clocks.push(setTimeout(tell, ms, ''));
}

function lost() {
  if (clocks.length || line.textContent) return;
  clocks = [
    setTimeout(() => { line.textContent = words.reconnecting ?? ''; live.classList.add('on'); }, 3000),
    setTimeout(() => { line.textContent = words.offline ?? ''; again.hidden = false; }, 60000),
  ];
}

/** Connected: said once in a tab, and whenever it had been lost. @param {boolean} wasLost */
function connected(wasLost) {
  const n = waiting.size;
  if (wasLost) return tell(n ? counted(words.away, n) : words.back, 8000);
  tell('');
  if (sessionStorage.getItem('live')) return;
  sessionStorage.setItem('live', '1');
  line.textContent = words.connected ?? '';
}

/* ---- the socket */

/** @type {WebSocket | undefined} */
let socket;
/** What is known of each topic. @type {Map<string, { epoch?: string, seq: number }>} */
const known = new Map();
if (thread) known.set(room, { seq: Number(posts?.dataset.seq) });
known.set('inbox', { seq: NaN });
if (document.querySelector('[data-count="moderation"]')) known.set('moderation', { seq: NaN });

/** @param {object} frame */
function say(frame) {
  if (socket?.readyState === WebSocket.OPEN) socket.send(JSON.stringify(frame));
}

const places = /** @type {Record<string, string>} */ ({ inbox: 'me', moderation: 'moderation', [room]: `threads/${thread}` });

/** What was missed, over HTTP. @param {string} topic  @param {number} from  @param {number} to */
async function heal(topic, from, to) {
  const answer = await fetch(`/api/v1/${places[topic]}/events?after=${from}&to=${to}`);
  if (answer.ok) for (const frame of (await answer.json()).items) handle(frame);
  else if (topic === room) await look();
}

/** @param {Frame} frame */
function handle(frame) {
  const place = known.get(frame.topic);
  document.dispatchEvent(new CustomEvent('stoa:event', { detail: frame }));
  if (place && frame.seq > place.seq) place.seq = frame.seq;
  if (frame.topic === room) happened(frame);
  else badge(frame.topic, frame.data.unread ?? frame.data.open);
}

/** @param {Frame} frame */
function heard(frame) {
  const place = known.get(frame.topic);
  if (frame.type === 'event') handle(frame);
  else if (frame.type === 'presence') presence(frame);
  else if (frame.type === 'typing') writing(frame);
  else if (frame.type === 'gap') heal(frame.topic, frame.after, frame.to).catch(() => {});
  else if (frame.type === 'reset' && frame.topic === room) look().catch(() => {});
  else if (frame.type === 'left' && frame.topic === room) known.delete(room), tell(words.left);
  else if (frame.type === 'joined' && place) {
    // The page was made at a number; what came since then is fetched once.
    const from = place.epoch ? NaN : place.seq;
    Object.assign(place, { epoch: frame.epoch, seq: frame.seq });
    if (from < frame.seq) heal(frame.topic, from, frame.seq).catch(() => {});
  }
}

let tries = 0;
let wasLost = false;

function open() {
  socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/v1/live`, 'stoa.v1');
  socket.onopen = () => {
    tries = 0;
    for (const [topic, { epoch, seq }] of known) say({ type: 'join', topic, since: epoch ? { epoch, seq } : undefined });
    setTimeout(connected, 500, wasLost);
    wasLost = false;
  };
  socket.onmessage = ({ data }) => heard(JSON.parse(data));
  socket.onclose = ({ code, reason }) => {
    socket = undefined;
    // The session has ended, or this page speaks wrongly: coming back would not help.
    if (code === 1007 || code === 1008) return;
    wasLost = true;
    lost();
    const least = Number(/retry_s=(\d+)/.exec(reason)?.[1] ?? 0);
    const pause = Math.max(Math.min(60, 2 ** tries++), least) * (0.5 + Math.random());
    setTimeout(() => socket ?? open(), pause * 1000);
  };
}

again.onclick = () => {
  tries = 0;
  if (!socket) open();
};

/** @param {Navigator & { connection?: { saveData?: boolean } }} browser */
const saves = (browser) => browser.connection?.saveData === true;

if ('member' in words && !saves(navigator)) {
  open();
} else if (button) {
  setInterval(() => {
    if (!document.hidden) look().catch(() => {});
  }, 60000 + 10000 * Math.random());
}

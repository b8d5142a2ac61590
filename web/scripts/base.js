// @ts-check
/**
 * What every page gains from a script, and loses nothing without: times in the
 * reader's zone, menus that close, forms that are sent once, keys.
 *
 * Markup it looks for:
 *   <time datetime>            absolute times, written anew in the local zone;
 *   <time class="d">           in lists: the hour for today, else the day; its box keeps
 *                              its width, so that nothing moves
 *   details.pop, details.menu  closed by Escape and by a press elsewhere
 *   [data-focus]               gets the focus when the page opens (error summary)
 *   form[data-once]            its button says busy, and a second press is ignored
 *   textarea + [data-mark], [data-line] inside .tools   writing Markdown
 *   [data-key="a"]             chosen, followed or pressed by that key
 *   [data-list="keys"] > *     walked by j and k; o or Enter opens
 *   input[data-suggest]        offers what the address there suggests for what is typed
 *   [data-keys-toggle]         turns single keys off and on (kept on this device);
 *                              data-on and data-off hold its two labels
 * <html data-keys="off"> says that the member turned keys off in the settings.
 */

const root = document.documentElement;
// English is written as in Europe and Arabic with western digits, as the server writes them.
const written = /** @type {Record<string, string>} */ ({ en: 'en-GB', ar: 'ar-u-nu-latn' });
const language = written[root.lang] ?? (root.lang || 'en-GB');

/* ---- times */

const day = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric' });
const clock = new Intl.DateTimeFormat(language, { hour: '2-digit', minute: '2-digit' });
const exact = new Intl.DateTimeFormat(language, { day: 'numeric', month: 'short', year: 'numeric', hour: '2-digit', minute: '2-digit' });
const full = new Intl.DateTimeFormat(language, { dateStyle: 'full', timeStyle: 'long' });

/**
 * An instant in a list: the hour for today, else the day.
 * @param {Date} at
 * @param {Date} now
 */
export function moment(at, now) {
  return at.toDateString() === now.toDateString() ? clock.format(at) : day.format(at);
}

/**
 * Writes the times below an element in the reader's zone.
 * @param {ParentNode} place
 */
export function times(place) {
  const now = new Date();
  const found = /** @type {NodeListOf<HTMLTimeElement>} */ (place.querySelectorAll('time[datetime*=T]'));
  for (const element of found) {
    const at = new Date(element.dateTime);
    if (Number.isNaN(at.getTime())) continue;
    const whole = element.closest('.ti') || !element.matches('.d');
    element.textContent = whole ? exact.format(at) : moment(at, now);
    element.title = full.format(at);
  }
}

/* ---- menus */

/** @param {Node | null} except */
function closeMenus(except) {
  let closed = false;
  for (const menu of document.querySelectorAll('details.pop[open], details.menu[open]')) {
    if (except && menu.contains(except)) continue;
    menu.removeAttribute('open');
    closed = true;
  }
  return closed;
}

document.addEventListener('pointerdown', (event) => closeMenus(/** @type {Node} */ (event.target)));

document.addEventListener('keydown', (event) => {
  if (event.key !== 'Escape') return;
  const open = document.activeElement?.closest('details[open]');
  if (closeMenus(null)) open?.querySelector('summary')?.focus();
});

/* ---- forms */

document.addEventListener('submit', (event) => {
  const form = /** @type {HTMLFormElement} */ (event.target);
  if (!form.matches('[data-once]') || event.defaultPrevented) return;
  if (form.dataset.sent) return event.preventDefault();
  form.dataset.sent = 'true';
  event.submitter?.setAttribute('aria-busy', 'true');
});

// A page that comes back from the browser's cache may be sent again.
addEventListener('pageshow', () => {
  for (const form of document.querySelectorAll('form[data-sent]')) form.removeAttribute('data-sent');
  for (const button of document.querySelectorAll('.btn[aria-busy]')) button.removeAttribute('aria-busy');
});

/* ---- writing Markdown */

/**
 * Puts text in the place of what is selected, so that undo still works.
 * @param {HTMLTextAreaElement} box
 * @param {string} text
 */
function insert(box, text) {
  box.focus();
  if (!document.execCommand('insertText', false, text)) box.setRangeText(text);
}

/**
 * @param {HTMLTextAreaElement} box
 * @param {HTMLElement} tool
 */
function write(box, tool) {
  const { selectionStart: from, selectionEnd: to, value } = box;
  const chosen = value.slice(from, to);
  const mark = tool.dataset.mark;
  if (mark === 'link') {
    insert(box, `[${chosen}]()`);
    const inside = chosen ? from + chosen.length + 3 : from + 1;
    box.setSelectionRange(inside, inside);
  } else if (mark) {
    insert(box, mark + chosen + mark);
    box.setSelectionRange(from + mark.length, to + mark.length);
  } else {
    const sign = tool.dataset.line ?? '';
    const start = value.lastIndexOf('\n', from - 1) + 1;
    box.setSelectionRange(start, to);
    insert(box, value.slice(start, to).split('\n').map((line) => sign + line).join('\n'));
  }
}

document.addEventListener('click', (event) => {
  const tool = /** @type {HTMLElement | null} */ (/** @type {Element} */ (event.target).closest('.tools [data-mark], .tools [data-line]'));
  const box = tool?.closest('.comp')?.querySelector('textarea');
  if (tool && box) write(box, tool);
});

/* ---- keys: a key chooses, Ctrl+Enter sends */

const KEYS = 'stoa-keys';

function keysOn() {
  if (root.dataset.keys === 'off') return false;
  try {
    return localStorage.getItem(KEYS) !== 'off';
  } catch {
    return true;
  }
}

function showToggle() {
  for (const button of /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('[data-keys-toggle]'))) {
    button.textContent = (keysOn() ? button.dataset.off : button.dataset.on) ?? '';
  }
}

function toggleKeys() {
  try {
    localStorage.setItem(KEYS, keysOn() ? 'off' : 'on');
  } catch {
    // Without storage the keys stay as they are.
  }
  showToggle();
}

document.addEventListener('click', (event) => {
  if (/** @type {Element} */ (event.target).closest('[data-keys-toggle]')) toggleKeys();
});

/**
 * The next or previous item of the list that keys walk.
 * @param {number} step
 */
function walk(step) {
  const items = [...document.querySelectorAll('[data-list="keys"] > *')].filter((item) => item.querySelector('a[href]'));
  if (!items.length) return false;
  const here = items.findIndex((item) => item.contains(document.activeElement) || item.hasAttribute('aria-current'));
  const focused = items.findIndex((item) => item.contains(document.activeElement));
  const from = focused >= 0 ? focused : here;
  const next = items[Math.max(0, Math.min(items.length - 1, from + step))];
  const link = /** @type {HTMLElement | null} */ (next.querySelector('a[href]'));
  link?.focus();
  link?.scrollIntoView({ block: 'nearest' });
  return Boolean(link);
}

/** @param {string} key */
function press(key) {
  const target = /** @type {HTMLElement | undefined} */ (
    [...document.querySelectorAll(`[data-key="${CSS.escape(key)}"]`)].find((element) => /** @type {HTMLElement} */ (element).offsetParent !== null)
  );
  if (!target) return false;
  target.focus();
  if (!target.matches('select, textarea')) target.click();
  return true;
}

/** @param {Element | null} element */
function writing(element) {
  return Boolean(element?.closest('textarea, select, [contenteditable], input:not([type=radio], [type=checkbox], [type=button], [type=submit])'));
}

document.addEventListener('keydown', (event) => {
  if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
    const form = document.activeElement?.closest('form') ?? document.querySelector('form[data-decide]');
    const send = /** @type {HTMLButtonElement | null} */ (form?.querySelector('button.go') ?? null);
    if (!send) return;
    event.preventDefault();
    send.form?.requestSubmit(send);
    return;
  }
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing) return;
  if (event.key.length !== 1 || !keysOn() || writing(document.activeElement)) return;
  const done = event.key === 'j' ? walk(1) || press('j') : event.key === 'k' ? walk(-1) || press('k') : press(event.key);
  if (done) event.preventDefault();
});

/* ---- now */

times(document);
showToggle();
/** @type {HTMLElement | null} */ (document.querySelector('[data-focus]'))?.focus();

/* ---- suggestions */

/** How long nobody types before it is asked what may be meant, in milliseconds. */
const PAUSE = 200;

/** @param {HTMLInputElement} field  @param {number} number */
function suggests(field, number) {
  const list = document.createElement('datalist');
  list.id = `suggestions-${number}`;
  field.after(list);
  field.setAttribute('list', list.id);
  let waiting = 0;
  let asked = '';
  const ask = async () => {
    const typed = field.value.trim();
    if (typed.length < 2 || typed === asked) return;
    asked = typed;
    const answer = await fetch(`${field.dataset.suggest}?q=${encodeURIComponent(typed)}`).catch(() => null);
    // What comes late, or not at all, is left out: the search works without.
    if (!answer?.ok || asked !== field.value.trim()) return;
    const found = /** @type {{ label: string }[]} */ (await answer.json());
    const labels = [...new Set(found.map((one) => one.label))];
    list.replaceChildren(...labels.map((label) => Object.assign(document.createElement('option'), { value: label })));
  };
  field.addEventListener('input', () => {
    clearTimeout(waiting);
    waiting = window.setTimeout(ask, PAUSE);
  });
}

/** @type {NodeListOf<HTMLInputElement>} */ (document.querySelectorAll('input[data-suggest]')).forEach(suggests);

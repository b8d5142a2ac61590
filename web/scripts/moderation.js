// @ts-check
/**
 * The moderators' desk. Everything here saves time and opens no door: without it
 * rows lead to a page of their own, the letter is shown on request, claims run out.
 *
 * Markup it looks for:
 *   a[data-beside]        a row of the queue; on wide screens it opens beside the list
 *   [data-claim="ID"]     the reader is on the case: typing renews the claim
 *   form[data-decide]     the form that decides
 *   [data-letter]         what the author will read, shown as it is chosen
 *   .mlist, .rail         the list and the counts, fetched anew when a case comes or goes;
 *                         the case beside them is left alone while somebody reads it
 */

/** Wide enough for list and case side by side; the stylesheet says the same. */
const wide = matchMedia('(min-width: 60.01rem)');
/** A claim lasts ten minutes; while somebody writes it is renewed this often. */
const RENEW_MS = 120_000;

/* ---- list and case side by side */

function lead() {
  for (const row of /** @type {NodeListOf<HTMLAnchorElement>} */ (document.querySelectorAll('a[data-beside]'))) {
    row.dataset.alone ??= row.getAttribute('href') ?? '';
    row.href = (wide.matches ? row.dataset.beside : row.dataset.alone) ?? row.href;
  }
}

/* ---- the claim */

let renewed = Date.now();

async function renew() {
  const claim = /** @type {HTMLElement | null} */ (document.querySelector('[data-claim]'));
  if (!claim || Date.now() - renewed < RENEW_MS) return;
  renewed = Date.now();
  const answer = await fetch(`/api/v1/moderation/cases/${claim.dataset.claim}/claim`, { method: 'PUT' }).catch(() => null);
  // Somebody else has it, or it is over: the page says so when it is loaded again.
  if (answer && !answer.ok) claim.removeAttribute('data-claim');
}

/* ---- what the author will read */

/** Whether the author is told a reason.
 * @param {string} act */
function told(act) {
  return ['revise', 'decline', 'agree'].includes(act);
}

/** @param {HTMLFormElement} form */
function write(form) {
  const letter = /** @type {HTMLElement | null} */ (form.querySelector('[data-letter]'));
  if (!letter) return;
  const data = new FormData(form);
  const act = String(data.get('action') ?? '');
  const reason = told(act) ? String(data.get('reason') ?? '') : '';
  const note = String(data.get('note') ?? '').trim();
  const welcome = act === 'approve' && data.has('welcome');
  letter.hidden = act === '' || act === 'disagree' || act === 'ignore';
  for (const part of ['approve', 'welcome', 'revise', 'decline', 'agree']) {
    const shown = welcome ? part === 'welcome' : part === act;
    show(letter.querySelector(`[data-letter-${part}]`), shown);
  }
  for (const line of letter.querySelectorAll('[data-letter-reason]')) {
    show(line, reason !== '' && line.getAttribute('data-letter-reason') === reason);
  }
  const sanction = ['decline', 'agree'].includes(act) ? String(data.get('sanction') ?? '') : '';
  for (const line of letter.querySelectorAll('[data-letter-sanction]')) {
    show(line, sanction !== '' && line.getAttribute('data-letter-sanction') === sanction);
  }
  const words = letter.querySelector('[data-letter-note]');
  if (words) words.textContent = note;
  show(words, note !== '');
}

/**
 * @param {Element | null} element
 * @param {boolean} shown
 */
function show(element, shown) {
  if (element) /** @type {HTMLElement} */ (element).hidden = !shown;
}

/** A reason is needed unless the text is published: the browser says so before the form is sent.
 * @param {HTMLFormElement} form */
function need(form) {
  const reason = /** @type {HTMLSelectElement | null} */ (form.querySelector('[name=reason]'));
  const act = new FormData(form).get('action');
  if (reason) reason.required = told(String(act ?? ''));
}

/* ---- keys 1 to 9 choose a reason */

function keysOn() {
  if (document.documentElement.dataset.keys === 'off') return false;
  try {
    return localStorage.getItem('stoa-keys') !== 'off';
  } catch {
    return true;
  }
}

/** @param {KeyboardEvent} event */
function choose(event) {
  if (event.ctrlKey || event.metaKey || event.altKey || event.isComposing || !keysOn()) return;
  if (!/^[1-9]$/.test(event.key)) return;
  if (/** @type {Element} */ (event.target).closest('textarea, select, input:not([type=radio], [type=checkbox])')) return;
  const form = /** @type {HTMLFormElement | null} */ (document.querySelector('form[data-decide]'));
  const reason = /** @type {HTMLSelectElement | null} */ (form?.querySelector('[name=reason]') ?? null);
  if (!form || !reason || Number(event.key) >= reason.options.length) return;
  reason.selectedIndex = Number(event.key);
  changed(form);
  event.preventDefault();
}

/** @param {HTMLFormElement} form */
function changed(form) {
  need(form);
  write(form);
  void renew();
}

/* ---- the list, when a case comes or goes */

let planned = 0;

/** @param {Event} event */
function heard(event) {
  const frame = /** @type {CustomEvent} */ (event).detail;
  if (frame?.topic !== 'moderation' || !document.querySelector('.mlist')) return;
  clearTimeout(planned);
  planned = window.setTimeout(refresh, 300);
}

async function refresh() {
  const answer = await fetch(location.href, { headers: { accept: 'text/html' } }).catch(() => null);
  if (!answer?.ok) return;
  const fresh = new DOMParser().parseFromString(await answer.text(), 'text/html');
  const focused = document.activeElement?.closest('[data-case]')?.getAttribute('data-case');
  for (const part of ['#mqh', '.mlist > :is(.ml, [data-empty])', '.rail .links']) swap(fresh, part);
  lead();
  if (focused) /** @type {HTMLElement | null} */ (document.querySelector(`[data-case="${focused}"] a`))?.focus();
}

/**
 * @param {Document} fresh
 * @param {string} part
 */
function swap(fresh, part) {
  const [old, now] = [document.querySelector(part), fresh.querySelector(part)];
  if (old && now) old.replaceWith(document.importNode(now, true));
}

/* ---- now */

lead();
wide.addEventListener('change', lead);
document.addEventListener('keydown', choose);
document.addEventListener('stoa:event', heard);
for (const form of /** @type {NodeListOf<HTMLFormElement>} */ (document.querySelectorAll('form[data-decide]'))) {
  form.addEventListener('input', () => changed(form));
  need(form);
  write(form);
}

// @ts-check
/**
 * Files in a text: chosen, pasted or dropped; sent piece by piece, with how far they have come;
 * going on by themselves after a break, and after the page was closed when the same file is chosen
 * again. A picture asks for what it shows. The text itself names the files, so that drafts, looks
 * before sending and histories know them.
 *
 *   .comp [data-files]     the list; data-broken, -large, -ready, -ask, -remove hold words
 *   template[data-file]    a line of it
 *   .comp [data-attach]    chooses files
 * The server's side is tus 1.0.0.
 */

const PIECE = 256 * 1024;
const LARGEST = 8 * 1024 * 1024;
const PLACE = '/api/v1/uploads';

const list = /** @type {HTMLElement} */ (/** @type {unknown} */ (document.querySelector('.comp [data-files]')));
const comp = /** @type {HTMLElement} */ (list.closest('.comp'));
const box = /** @type {HTMLTextAreaElement} */ (comp.querySelector('textarea'));
const form = /** @type {HTMLFormElement} */ (box.form);
const line = /** @type {HTMLTemplateElement} */ (comp.querySelector('template[data-file]'));
const words = list.dataset;

/** What a file is called in what the server says of it. @typedef {{ id: string, url: string, name: string, markdown: string, width?: number }} Sent */

/** @param {number} ms */
const pause = (ms) => new Promise((done) => {
  const clock = setTimeout(done, ms);
  addEventListener('online', () => { clearTimeout(clock); done(null); }, { once: true });
});

/** A refusal in the server's own words. */
class Refused extends Error {}

/** @param {string} at  @param {RequestInit} how */
async function ask(at, how) {
  const answer = await fetch(at, { ...how, headers: { 'tus-resumable': '1.0.0', ...how.headers } });
  if (answer.ok || answer.status === 409) return answer;
  if ([502, 503, 504].includes(answer.status)) throw new TypeError('away');
  const said = await answer.json().catch(() => ({}));
  const [problem] = Object.values(said.errors ?? {}).flat();
  throw new Refused(problem ?? said.detail ?? String(answer.status));
}

/* ---- sending */

/** Where a file that was begun earlier goes on; a device without storage begins anew. @param {File} file */
const mark = (file) => `stoa-file:${file.name}:${file.size}:${file.lastModified}`;

/** @param {File} file  @param {string | null} [at]  what to remember; null forgets */
function begunAt(file, at) {
  try {
    if (at) localStorage.setItem(mark(file), at);
    else if (at === null) localStorage.removeItem(mark(file));
    return localStorage.getItem(mark(file));
  } catch {
    return null;
  }
}

/** @param {File} file  @param {AbortSignal} signal */
async function begun(file, signal) {
  const known = begunAt(file);
  const far = known ? await fetch(known, { method: 'HEAD', signal }).catch(() => null) : null;
  if (known && far?.ok && Number(far.headers.get('upload-length')) === file.size) return { at: known, from: Number(far.headers.get('upload-offset')) };
  const name = btoa(String.fromCharCode(...new TextEncoder().encode(file.name)));
  const made = await ask(PLACE, { method: 'POST', signal, headers: { 'upload-length': String(file.size), 'upload-metadata': `filename ${name}` } });
  const at = String(made.headers.get('location'));
  begunAt(file, at);
  return { at, from: 0 };
}

/** @param {string} at  @param {File} file  @param {number} from  @param {AbortSignal} signal */
async function piece(at, file, from, signal) {
  const headers = { 'content-type': 'application/offset+octet-stream', 'upload-offset': String(from) };
  const sent = await ask(at, { method: 'PATCH', signal, headers, body: file.slice(from, from + PIECE) });
  const there = sent.status === 409 ? await ask(at, { method: 'HEAD', signal }) : sent;
  return Number(there.headers.get('upload-offset'));
}

/** What the file is, once it is made; a break at the very end is mended by an empty piece. @param {string} at  @param {File} file  @param {AbortSignal} signal */
async function finished(at, file, signal) {
  const made = await fetch(at, { signal });
  if (made.ok) return made;
  await piece(at, file, file.size, signal);
  return ask(at, { signal });
}

/** Tries until it works, is refused, or is stopped. @template T  @param {() => Promise<T>} work  @param {(away: boolean) => void} tell  @param {AbortSignal} signal */
async function patiently(work, tell, signal) {
  for (let wait = 1000; ; wait = Math.min(wait * 2, 30000)) {
    try {
      const done = await work();
      tell(false);
      return done;
    } catch (error) {
      if (signal.aborted || !(error instanceof TypeError)) throw error;
      tell(true);
      await pause(wait);
      if (signal.aborted) throw error;
    }
  }
}

/**
 * @param {File} file
 * @param {AbortSignal} signal
 * @param {(far: number | null) => void} tell  hundredths, or null while the connection is broken
 */
async function send(file, signal, tell) {
  let far = 0;
  const away = (/** @type {boolean} */ is) => tell(is ? null : far);
  const { at, from } = await patiently(() => begun(file, signal), away, signal);
  for (let offset = from; offset < file.size; far = (100 * offset) / file.size, tell(far)) {
    const here = offset;
    offset = await patiently(() => piece(at, file, here, signal), away, signal);
  }
  const sent = await patiently(() => finished(at, file, signal), away, signal);
  begunAt(file, null);
  return /** @type {Promise<Sent>} */ (sent.json());
}

/* ---- in the text */

const told = () => box.dispatchEvent(new Event('input', { bubbles: true }));

/** A file as the text names it, whatever is said of it. @param {Sent} sent */
const named = (sent) => new RegExp(`!?\\[(?:[^[\\]\\\\\\n]|\\\\.)*\\]\\(${sent.url}(?:\\s+"[^"\\n]*")?\\)`, 'g');

/** @param {string} text */
const escaped = (text) => text.replace(/[[\]\\*_`<>!@]/g, '\\$&');

/**
 * Puts the file on lines of its own behind the paragraph in which the writer is, who writes on
 * undisturbed. Undo knows it, as everything that is typed.
 * @param {Sent} sent
 */
function insert(sent) {
  if (box.value.includes(sent.url)) return;
  const writes = document.activeElement;
  const [from, to] = [box.selectionStart, box.selectionEnd];
  const gap = box.value.indexOf('\n\n', to);
  const end = gap < 0 ? box.value.trimEnd().length : gap;
  const text = `${end ? '\n\n' : ''}${sent.markdown}${gap < 0 ? '\n\n' : ''}`;
  box.focus({ preventScroll: true });
  box.setSelectionRange(end, gap < 0 ? box.value.length : end);
  if (!document.execCommand('insertText', false, text)) box.setRangeText(text);
  if (writes === box) box.setSelectionRange(from, to);
  else if (writes instanceof HTMLElement) writes.focus({ preventScroll: true });
  told();
}

/* ---- the list */

let lines = 0;
/** Files that are not here yet. */
let waiting = 0;
/** The button that was pressed while some were not. @type {HTMLElement | null} */
let pressed = null;

/** @param {string} name */
function begin(name) {
  const item = /** @type {HTMLLIElement} */ (/** @type {Element} */ (line.content.firstElementChild).cloneNode(true));
  const find = (/** @type {string} */ what) => /** @type {any} */ (item.querySelector(what));
  const parts = { item, name: find('b'), state: find('[role=status]'), bar: find('progress'), wrong: find('.errmsg'), label: find('label'), says: find('input'), image: find('img'), button: find('button') };
  parts.name.textContent = name;
  parts.button.setAttribute('aria-label', `${parts.button.textContent}: ${name}`);
  parts.bar.setAttribute('aria-label', `${words.sending}: ${name}`);
  parts.wrong.id = `file-wrong-${(lines += 1)}`;
  parts.says.setAttribute('aria-describedby', parts.wrong.id);
  list.append(item);
  return parts;
}

/** @param {ReturnType<typeof begin>} parts  @param {string} text */
function wrong(parts, text) {
  parts.wrong.textContent = text;
  parts.state.textContent = '';
  parts.bar.hidden = true;
  parts.button.textContent = words.remove;
  parts.button.setAttribute('aria-label', `${words.remove}: ${parts.name.textContent}`);
}

/** A file that is there: shown, described, taken out again. @param {ReturnType<typeof begin>} parts  @param {Sent} sent  @param {string} said */
function there(parts, sent, said) {
  parts.bar.hidden = true;
  parts.state.textContent = words.ready;
  parts.name.textContent = sent.name;
  parts.button.textContent = words.remove;
  parts.button.setAttribute('aria-label', `${words.remove}: ${sent.name}`);
  parts.button.onclick = () => {
    box.value = box.value.replace(named(sent), '').replace(/\n{3,}/g, '\n\n').trimStart();
    told();
    if (!box.value.includes(sent.url)) fetch(`${PLACE}/${sent.id}`, { method: 'DELETE' }).catch(() => {});
    parts.item.remove();
    box.focus();
  };
  if (!sent.width) return;
  parts.image.src = sent.url;
  parts.image.hidden = parts.label.hidden = false;
  parts.says.value = said;
  // Enter in this field is no wish to send.
  parts.says.onkeydown = (/** @type {KeyboardEvent} */ event) => {
    if (event.key !== 'Enter') return;
    event.preventDefault();
    box.focus();
  };
  parts.says.addEventListener('input', () => {
    parts.wrong.textContent = '';
    parts.says.removeAttribute('aria-invalid');
    box.value = box.value.replace(named(sent), () => `![${escaped(parts.says.value.trim())}](${sent.url})`);
    told();
  });
}

/** @param {File} file  @param {ReturnType<typeof begin>} parts  @param {AbortController} stop */
async function take(file, parts, stop) {
  try {
    if (stop.signal.aborted) return;
    if (file.size > LARGEST) return wrong(parts, words.large ?? '');
    const sent = await send(file, stop.signal, (far) => {
      // Spoken at the beginning, the end and a break; in between the bar says it.
      parts.state.textContent = far === null ? words.broken : '';
      parts.bar.value = far ?? parts.bar.value;
    });
    insert(sent);
    there(parts, sent, '');
    const free = document.activeElement === document.body || document.activeElement?.matches('[data-attach]');
    if (sent.width && free) parts.says.focus();
  } catch (error) {
    if (stop.signal.aborted) return;
    begunAt(file, null);
    wrong(parts, /** @type {Error} */ (error).message);
  }
}

/** A line for each at once; sent one after another, for the line is thin. @param {Iterable<File>} files */
async function takeAll(files) {
  const all = [...files].map((file) => {
    const [parts, stop] = [begin(file.name), new AbortController()];
    parts.button.onclick = () => {
      stop.abort();
      const at = begunAt(file);
      if (at) fetch(at, { method: 'DELETE' }).catch(() => {});
      begunAt(file, null);
      parts.item.remove();
      box.focus();
    };
    return { file, parts, stop };
  });
  waiting += all.length;
  for (const { file, parts, stop } of all) {
    await take(file, parts, stop);
    waiting -= 1;
  }
  const wait = /** @type {HTMLElement} */ (comp.querySelector('[data-files-wait]'));
  if (waiting || !pressed) return;
  wait.textContent = '';
  const button = pressed;
  pressed = null;
  if (form.isConnected) button.click();
}

/** Files that the text names already. */
async function known() {
  const shown = [...list.querySelectorAll('[data-url]')].map((item) => /** @type {HTMLElement} */ (item).dataset.url);
  for (const [, said, url] of box.value.matchAll(/!?\[((?:[^[\]\\\n]|\\.)*)\]\((\/f\/[0-9a-z]{26})(?:\s+"[^"\n]*")?\)/g)) {
    if (shown.includes(url)) continue;
    shown.push(url);
    const answer = await fetch(`${PLACE}/${url.slice(3)}`);
    if (!answer.ok) continue;
    const sent = await answer.json();
    const parts = begin(sent.name);
    parts.item.dataset.url = url;
    there(parts, sent, said.replace(/\\(.)/g, '$1'));
  }
}

/* ---- choosing, pasting, dropping, sending */

comp.querySelector('[data-attach]')?.addEventListener('click', () => {
  const choose = document.createElement('input');
  Object.assign(choose, { type: 'file', multiple: true, accept: /** @type {HTMLInputElement} */ (comp.querySelector('input[type=file]')).accept });
  choose.onchange = () => takeAll(choose.files ?? []);
  choose.click();
});

box.addEventListener('paste', (event) => {
  const files = event.clipboardData?.files;
  if (!files?.length || event.clipboardData?.types.includes('text/plain')) return;
  event.preventDefault();
  takeAll(files);
});

for (const kind of ['dragover', 'dragleave', 'drop']) {
  comp.addEventListener(kind, (event) => {
    const held = /** @type {DragEvent} */ (event).dataTransfer;
    if (!held?.types.includes('Files')) return;
    event.preventDefault();
    comp.classList.toggle('over', kind === 'dragover');
    if (kind === 'drop') takeAll(held.files);
  });
}

/** @param {SubmitEvent} event */
function later(event) {
  event.preventDefault();
  // Neither is the text sent, nor is its draft of this device.
  event.stopImmediatePropagation();
}

// Asked once: who would rather not describe a picture sends again.
form.addEventListener('submit', (event) => {
  if (/** @type {HTMLButtonElement | null} */ (event.submitter)?.value !== 'send') return;
  if (waiting) {
    later(event);
    pressed = event.submitter;
    /** @type {HTMLElement} */ (comp.querySelector('[data-files-wait]')).textContent = words.waiting ?? '';
    return;
  }
  const fields = /** @type {HTMLInputElement[]} */ ([...list.querySelectorAll('label:not([hidden]) input')]);
  const bare = fields.find((says) => !(says.value.trim() || list.dataset.asked));
  if (!bare) return;
  later(event);
  list.dataset.asked = 'true';
  /** @type {HTMLElement} */ (bare.closest('li')?.querySelector('.errmsg')).textContent = words.ask ?? '';
  bare.setAttribute('aria-invalid', 'true');
  bare.focus();
}, true);

known().catch(() => {});

// A module, though nothing is taken from it: it is loaded where a text can have files.
export {};

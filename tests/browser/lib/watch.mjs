// What is watched on every page of a walk: accessibility at two widths in two
// schemes, errors in the console, other hosts, sideways scrolling, English where
// none belongs. Pages that are visited and never looked at are found as well.

import { mkdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join } from 'node:path';
import { DESKTOP, PHONE } from './browser.mjs';
import { Foreign, textsOfPage } from './words.mjs';

const AXE = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

const SIZES = { 1280: DESKTOP, 390: PHONE };
const SCHEMES = /** @type {const} */ (['light', 'dark']);
/** The schemes differ in colours alone; so the rules about colour run in both, the others once a width. */
const COLOUR = ['color-contrast', 'link-in-text-block'];

/**
 * @typedef {import('playwright-core').Page} Page
 * @typedef {import('playwright-core').BrowserContext} BrowserContext
 * @typedef {{ name: string, walk: string, address: string, rules: number, faults: string[] }} Look
 */

/**
 * An address as a pattern: ids, tokens and names of things are not told apart.
 * @param {string} url
 */
export function pattern(url) {
  const parts = new URL(url).pathname.split('/');
  const named = parts.map((part, at) => {
    const above = parts[at - 1];
    if (/^[0-9a-z]{26}$/.test(part)) return '{id}';
    if (['confirm', 'sign-in', 'reset', 'unsubscribe', 'mail', 'decisions'].includes(above)) return '{token}';
    if (['s', 'cities', 'practices'].includes(above) || parts[at - 2] === 't') return '{slug}';
    return part;
  });
  return named.join('/');
}

export class Watch {
  /**
   * @param {string} base  the program's address
   * @param {{ shots?: string, blind?: boolean }} how  a folder for pictures; whether not to look
   */
  constructor(base, { shots, blind }) {
    this.base = base;
    this.shots = shots;
    this.blind = blind;
    if (shots) mkdirSync(shots, { recursive: true });
    /** @type {Look[]} */
    this.looks = [];
    /** @type {string[]} what was wrong beside the pages themselves */
    this.faults = [];
    /** @type {Map<string, Set<string>>} patterns visited, by walk */
    this.visited = new Map();
    this.walk = '';
    /** @type {Foreign | undefined} */
    this.foreign = undefined;
    this.axeMs = 0;
  }

  /**
   * The walk that begins.
   * @param {string} walk
   * @param {Foreign} [foreign]  finds English on its pages
   */
  begin(walk, foreign) {
    this.walk = walk;
    this.foreign = foreign;
    if (!this.visited.has(walk)) this.visited.set(walk, new Set());
  }

  /**
   * Listens to a context.
   * @param {BrowserContext} context
   * @param {string} who
   */
  attach(context, who) {
    const walk = this.walk;
    const say = (/** @type {string} */ what) => this.faults.push(`${walk}, ${who}: ${what}`);
    context.on('request', (request) => {
      const { protocol, origin } = new URL(request.url());
      if (!['data:', 'blob:'].includes(protocol) && origin !== this.base) say(`asks ${request.url()}`);
    });
    context.on('response', (response) => {
      if (response.status() >= 500) say(`${response.status()} from ${response.url()}`);
    });
    context.on('weberror', (error) => say(`error in a script: ${error.error().message}`));
    context.on('console', (message) => {
      if (!['error', 'warning'].includes(message.type())) return;
      // The browser notes an answer such as 409 or 422 of a page that is meant to be one.
      const page = message.page();
      const answer = /^Failed to load resource: the server responded with a status of 4\d\d/.test(message.text());
      if (answer && page && sameAddress(message.location().url, page.url())) return;
      // A line that a walk breaks, and a file that it has refused.
      const file = /\/api\/v1\/uploads\//.test(message.location().url);
      if (file && /ERR_INTERNET_DISCONNECTED|status of 415/.test(message.text())) return;
      // Scripts of this walk do not run in the frame of a letter, and are not meant to.
      if (/^Blocked script execution in '[^']*\/dev\/mail\//.test(message.text())) return;
      say(`console: ${message.text()} (${message.location().url})`);
    });
    context.on('page', (page) => page.on('framenavigated', (frame) => {
      if (frame === page.mainFrame() && frame.url().startsWith(this.base)) this.visited.get(walk)?.add(pattern(frame.url()));
    }));
  }

  /**
   * A page as it is without scripts, in a browser that can run axe: the same
   * markup and styles, its own scripts forbidden. (Where scripts are off, axe
   * waits for timers that never come.)
   * @param {Page} page
   */
  async #still(page) {
    const browser = page.context().browser();
    if (!browser) throw new Error('a page without a browser');
    const context = await browser.newContext({ viewport: page.viewportSize() });
    const copy = await context.newPage();
    const body = await page.content();
    const headers = { 'content-security-policy': "script-src 'none'", 'content-type': 'text/html; charset=utf-8' };
    await copy.route(page.url().split('#')[0], (route) => route.fulfill({ status: 200, headers, body }));
    await copy.goto(page.url());
    return copy;
  }

  /**
   * Looks at an open page at both widths in both schemes.
   * @param {Page} open
   * @param {string} name  as the list and the pictures call it
   * @param {boolean} scripts  whether they run in the page
   */
  async look(open, name, scripts = true) {
    if (this.blind) return;
    const began = Date.now();
    const page = scripts ? open : await this.#still(open);
    const before = page.viewportSize() ?? DESKTOP;
    /** @type {Look} */
    const look = { name, walk: this.walk, address: pattern(page.url()), rules: 0, faults: [] };
    this.looks.push(look);
    await page.evaluate(AXE);
    for (const [width, size] of Object.entries(SIZES)) {
      await page.setViewportSize(size);
      for (const scheme of SCHEMES) {
        await page.emulateMedia({ colorScheme: scheme, reducedMotion: 'reduce' });
        await this.#judge(page, look, `${width} ${scheme}`, scheme === 'dark' ? COLOUR : undefined);
        if (this.shots) await page.screenshot({ path: join(this.shots, `${this.walk}-${name.replace(/[^a-z0-9]+/gi, '-')}-${width}-${scheme}.png`), fullPage: true });
      }
      await this.#width(page, look, width);
    }
    await this.#language(page, look);
    if (page === open) {
      await page.emulateMedia({ colorScheme: null, reducedMotion: null });
      await page.setViewportSize(before);
    } else {
      await page.context().close();
    }
    this.axeMs += Date.now() - began;
  }

  /**
   * @param {Page} page
   * @param {Look} look
   * @param {string} how
   * @param {string[] | undefined} only  these rules; all when undefined
   */
  async #judge(page, look, how, only) {
    const { violations, rules } = await page.evaluate(async (only) => {
      const axe = /** @type {any} */ (window).axe;
      // The size of targets (WCAG 2.2) is not among the rules axe runs by itself.
      const rules = only ? { runOnly: only } : { rules: { 'target-size': { enabled: true } } };
      // What floats over the end of the screen moves away with the next turn of the wheel.
      const floating = /** @type {NodeListOf<HTMLElement>} */ (document.querySelectorAll('.arrive.float a'));
      for (const link of floating) link.style.pointerEvents = 'none';
      const result = await axe.run(document, { resultTypes: ['violations'], ...rules });
      for (const link of floating) link.style.pointerEvents = '';
      const told = result.violations.map((/** @type {any} */ violation) => ({
        id: violation.id,
        help: violation.help,
        nodes: violation.nodes.slice(0, 3).map((/** @type {any} */ node) => `${node.target.join(' ')} — ${node.html.slice(0, 160)} — ${node.any[0]?.message ?? ''}`),
      }));
      return { violations: told, rules: result.passes.length + result.violations.length };
    }, only);
    look.rules = Math.max(look.rules, rules);
    for (const { id, help, nodes } of violations) look.faults.push(`${how}: ${id}: ${help}\n      ${nodes.join('\n      ')}`);
  }

  /**
   * Nothing scrolls sideways (WCAG 1.4.10).
   * @param {Page} page
   * @param {Look} look
   * @param {string} width
   */
  async #width(page, look, width) {
    const over = await page.evaluate(() => {
      const most = document.documentElement.clientWidth;
      if (document.documentElement.scrollWidth <= most) return null;
      const wide = [...document.querySelectorAll('body *')].find((element) => element.getBoundingClientRect().right > most + 1);
      return wide ? wide.outerHTML.slice(0, 160) : 'the page';
    });
    if (over) look.faults.push(`${width}: scrolls sideways: ${over}`);
  }

  /**
   * @param {Page} page
   * @param {Look} look
   */
  async #language(page, look) {
    if (!this.foreign) return;
    const { language, texts } = await page.evaluate(textsOfPage);
    if (language === 'en') look.faults.push('is in English');
    for (const hit of this.foreign.among(texts)) look.faults.push(`English: ${hit}`);
  }

  /** Visited in a walk and never looked at. */
  unseen() {
    const missing = [];
    for (const [walk, patterns] of this.visited) {
      const seen = new Set(this.looks.filter((look) => look.walk === walk).map((look) => look.address));
      for (const one of patterns) if (!seen.has(one)) missing.push(`${walk}: ${one}`);
    }
    return missing;
  }
}

/**
 * @param {string} one
 * @param {string} other
 */
function sameAddress(one, other) {
  return one.split('#')[0] === other.split('#')[0];
}

/**
 * Whether an address can be read while its scripts are still under way: they are
 * asked for and never answered, and the title and the first text are on the screen.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function readBeforeScripts(browser, url, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  let scripts = 0;
  await page.route('**/*.js', () => void (scripts += 1));
  await page.goto(url, { waitUntil: 'commit' });
  const shown = ['h1', 'article.post .prose'].map((part) => page.locator(part).first());
  for (const part of shown) await part.waitFor({ state: 'visible', timeout: 5000 });
  await page.waitForFunction(() => performance.getEntriesByName('first-contentful-paint').length > 0, undefined, { timeout: 5000 });
  const tops = await Promise.all(shown.map(async (part) => (await part.boundingBox())?.y ?? Infinity));
  const painted = await page.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0].startTime);
  await context.close();
  return { scripts, painted, onScreen: tops.every((top) => top < (options.viewport?.height ?? 0)) };
}

/**
 * Counts what a first visit to an address costs: bytes on the wire with an
 * empty cache, and how much the page moves while it loads.
 * @param {import('playwright-core').Browser} browser
 * @param {string} url
 * @param {import('playwright-core').BrowserContextOptions} options
 */
export async function firstVisit(browser, url, options) {
  const context = await browser.newContext(options);
  const page = await context.newPage();
  await watchShifts(page);
  const session = await context.newCDPSession(page);
  await session.send('Network.enable');
  /** @type {Map<string, { url: string, bytes: number }>} */
  const requests = new Map();
  session.on('Network.requestWillBeSent', ({ requestId, request }) => requests.set(requestId, { url: request.url, bytes: 0 }));
  session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
    const request = requests.get(requestId);
    if (request) request.bytes = encodedDataLength;
  });
  await page.goto(url, { waitUntil: 'networkidle' });
  const shift = await shiftOf(page);
  await context.close();
  const parts = [...requests.values()].filter((request) => !request.url.startsWith('data:'));
  return { bytes: parts.reduce((sum, part) => sum + part.bytes, 0), parts, shift };
}

/**
 * Measures layout shifts from the next document on.
 * @param {Page} page
 */
export async function watchShifts(page) {
  await page.addInitScript(() => {
    /** @type {any} */ (window).shifts = [];
    new PerformanceObserver((list) => {
      for (const entry of /** @type {any[]} */ (list.getEntries())) {
        const where = entry.sources.map((/** @type {any} */ source) => source.node?.outerHTML?.slice(0, 80) ?? source.node?.textContent?.slice(0, 40) ?? '');
        if (!entry.hadRecentInput) /** @type {any} */ (window).shifts.push({ value: entry.value, where });
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
}

/**
 * The sum of shifts so far, and what moved.
 * @param {Page} page
 * @returns {Promise<{ sum: number, where: string[] }>}
 */
export function shiftOf(page) {
  return page.evaluate(() => {
    const shifts = /** @type {{ value: number, where: string[] }[]} */ (/** @type {any} */ (window).shifts);
    return { sum: shifts.reduce((sum, shift) => sum + shift.value, 0), where: shifts.flatMap((shift) => shift.where) };
  });
}

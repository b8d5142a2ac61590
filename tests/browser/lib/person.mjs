// Somebody in front of a browser: a context of its own, one open page, and what
// people do with pages, in terms of the page's own words.

import assert from 'node:assert/strict';
import { watchShifts } from './watch.mjs';
import { say } from './words.mjs';

/**
 * @typedef {import('playwright-core').Locator} Locator
 * @typedef {import('./watch.mjs').Watch} Watch
 * @typedef {object} Kit
 * @property {import('playwright-core').Browser} browser
 * @property {string} url  the program's address
 * @property {Watch} watch
 * @property {import('./mail.mjs').Mailbox} mailbox
 * @typedef {object} Habits
 * @property {string} [language]  what the browser asks for
 * @property {{ width: number, height: number }} [size]
 * @property {boolean} [scripts]
 */

export class Person {
  /**
   * @param {Kit} kit
   * @param {string} name
   * @param {import('playwright-core').Page} page
   * @param {Required<Habits>} habits
   */
  constructor(kit, name, page, habits) {
    this.kit = kit;
    this.name = name;
    this.page = page;
    this.scripts = habits.scripts;
    /** The language of the pages this person reads. */
    this.language = habits.language.slice(0, 2);
    /** The status of the last document. */
    this.status = 0;
    page.on('response', (response) => {
      const request = response.request();
      if (!request.isNavigationRequest() || request.frame() !== page.mainFrame()) return;
      if (response.status() < 300 || response.status() >= 400) this.status = response.status();
    });
  }

  /**
   * Opens a browser window for somebody.
   * @param {Kit} kit
   * @param {string} name
   * @param {Habits} [habits]
   */
  static async arrives(kit, name, habits = {}) {
    const { language = 'en-GB', size = { width: 1280, height: 900 }, scripts = true } = habits;
    const context = await kit.browser.newContext({ locale: language, viewport: size, javaScriptEnabled: scripts, timezoneId: 'Europe/Brussels' });
    context.setDefaultTimeout(10_000);
    kit.watch.attach(context, name);
    const page = await context.newPage();
    if (scripts) await watchShifts(page);
    return new Person(kit, name, page, { language, size, scripts });
  }

  /** Closes the window. */
  leaves() {
    return this.page.context().close();
  }

  /**
   * Goes to an address, of ours or whole.
   * @param {string} path
   * @param {number} status  that is expected
   */
  async goes(path, status = 200) {
    await this.page.goto(new URL(path, this.kit.url).href);
    assert.equal(this.status, status, `${this.name} at ${path}`);
  }

  /**
   * Presses what leads to another document, and waits for it.
   * @param {Locator} button
   * @param {number} status  that is expected
   */
  async presses(button, status = 200) {
    const before = this.page.url();
    const there = this.page.waitForEvent('load');
    await Promise.all([there, button.click()]);
    assert.equal(this.status, status, `${this.name}: from ${before} to ${this.page.url()}`);
  }

  /**
   * Looks at the page as axe does.
   * @param {string} name
   * @param {boolean} scripts  whether they run in it
   */
  looks(name, scripts = this.scripts) {
    return this.kit.watch.look(this.page, name, scripts);
  }

  /**
   * A sentence of the catalogue in the person's language.
   * @param {string} key
   */
  say(key) {
    return say(this.language, key);
  }

  /**
   * Something with a text of the catalogue.
   * @param {'button' | 'link' | 'heading'} role
   * @param {string} key
   */
  the(role, key) {
    return this.page.locator('main').getByRole(role, { name: this.say(key), exact: true }).first();
  }

  /**
   * Waits until a text stands on the page.
   * @param {string | RegExp | Locator} what
   */
  async sees(what) {
    const place = typeof what === 'string' || what instanceof RegExp ? this.page.getByText(what).first() : what;
    await place.waitFor({ state: 'visible' });
  }

  /**
   * The document as it is holds no such text.
   * @param {string} text
   */
  async lacks(text) {
    const html = await this.page.content();
    assert.ok(!html.includes(text), `${this.name} finds “${text}” at ${this.page.url()}`);
  }

  /**
   * Fills fields by their names; radios and boxes by values, lists by options.
   * @param {Locator} form
   * @param {Record<string, string | string[] | boolean>} values
   */
  async fills(form, values) {
    for (const [name, value] of Object.entries(values)) {
      const field = form.locator(`[name="${name}"]:not([type=hidden])`);
      const kind = await field.first().evaluate((element) => (element instanceof HTMLInputElement ? element.type : element.tagName.toLowerCase()));
      if (kind === 'radio') await form.locator(`[name="${name}"][value="${value}"]`).check();
      else if (kind === 'checkbox' && typeof value === 'boolean') await field.setChecked(value);
      else if (kind === 'checkbox') for (const one of [value].flat()) await form.locator(`[name="${name}"][value="${one}"]`).check();
      else if (kind === 'select') await field.selectOption(/** @type {string} */ (value));
      else await field.fill(/** @type {string} */ (value));
    }
  }
}

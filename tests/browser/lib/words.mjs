// The catalogues: sentences by key, and what would give English away on a page of another language.

import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from './program.mjs';

/** Names that every language writes alike. */
const NAMES = ['stoa', 'geonames', 'markdown', 'api', 'org', 'ctrl', 'enter'];

/** Words that a language writes as English does, and its catalogue happens not to use. */
const ALIKE = /** @type {Record<string, string[]>} */ ({ es: ['plan'], fr: ['cap'] });

/**
 * All messages of a language: key to raw text.
 * @param {string} language
 * @returns {Map<string, string>}
 */
function read(language) {
  const folder = join(ROOT, 'web/locales', language);
  const messages = new Map();
  for (const file of readdirSync(folder).filter((name) => name.endsWith('.ftl'))) {
    let key = '';
    for (const line of readFileSync(join(folder, file), 'utf8').split('\n')) {
      const head = /^(-?[a-z][\w-]*)\s*=\s?(.*)$/.exec(line);
      if (head) messages.set((key = head[1]), head[2]);
      else if (key && /^[\s}]/.test(line) && line.trim()) messages.set(key, `${messages.get(key)}\n${line}`);
      else if (line.trim()) key = '';
    }
  }
  return messages;
}

/** @type {Map<string, Map<string, string>>} */
const catalogues = new Map();

/**
 * @param {string} language
 * @returns {Map<string, string>}
 */
function catalogue(language) {
  let found = catalogues.get(language);
  if (!found) catalogues.set(language, (found = read(language)));
  return found;
}

/**
 * A sentence without arguments, as a page prints it.
 * @param {string} language
 * @param {string} key
 */
export function say(language, key) {
  const text = catalogue(language).get(key)?.trim();
  if (!text) throw new Error(`no key ${key} in web/locales/${language}`);
  if (text.includes('{')) throw new Error(`${key} takes arguments or has forms`);
  return text.replace(/\s*\n\s*/g, ' ');
}

/**
 * A sentence with names and numbers in it, as pages print it: each of those
 * stands between marks that keep its direction apart.
 * @param {string} sentence
 */
export function isolated(sentence) {
  const words = sentence.split(' ').map((word) => word.replace(/[.*+?^${}()|[\]\\]/g, '\\$&'));
  return new RegExp(`^${words.join('[\\s\\u2068\\u2069]+')}[\\u2068\\u2069]*`);
}

/**
 * The pieces of a message that stand on a page as they are: without arguments,
 * every form of a plural by itself.
 * @param {string} text
 * @returns {string[]}
 */
function pieces(text) {
  const split = text
    .replace(/\{[^{}>]*\}/g, '\0')
    .replace(/\{[^{}]*->/g, '\0')
    .replace(/^\s*\*?\[[^\]]*\]/gm, '\0')
    .replace(/\}/g, '\0')
    .split('\0');
  return split.map((piece) => piece.replace(/\s+/g, ' ').trim()).filter(Boolean);
}

/** @param {string} text */
const wordsOf = (text) => text.toLowerCase().match(/\p{L}+(?:['’]\p{L}+)?/gu) ?? [];

/**
 * Finds English on a page of another language: whole pieces of the English
 * catalogue, and single words that the other catalogue never uses.
 */
export class Foreign {
  /** @param {string} language  of the pages */
  constructor(language) {
    const own = [...catalogue(language).values()].flatMap(pieces);
    const ownWords = new Set(own.flatMap(wordsOf));
    const ownText = `\n${own.join('\n')}\n`;
    const english = [...catalogue('en').values()].flatMap(pieces);
    this.words = new Set(english.flatMap(wordsOf).filter((word) => word.length > 2 && !ownWords.has(word)));
    for (const name of [...NAMES, ...(ALIKE[language] ?? [])]) this.words.delete(name);
    this.phrases = english.filter((piece) => piece.length > 3 && !ownText.includes(piece));
  }

  /**
   * What is English among texts of a page; empty when nothing is.
   * @param {string[]} texts
   * @returns {string[]}
   */
  among(texts) {
    const found = new Set();
    for (const text of texts) {
      // Addresses are not sentences, and what is isolated in one is mostly a name:
      // it is English of ours only when the whole of it stands in the catalogue.
      const names = [...text.matchAll(/\u2068([^\u2068\u2069]*)\u2069/g)].map(([, name]) => name);
      const plain = text.replace(/\u2068[^\u2069]*\u2069/g, ' ').replace(/\S*[@/]\S*/g, ' ').replace(/\s+/g, ' ');
      const hit = wordsOf(plain).filter((word) => this.words.has(word));
      const whole = this.phrases.filter((phrase) => bounded(plain, phrase) || names.includes(phrase));
      if (hit.length || whole.length) found.add(`“${plain.trim().slice(0, 100)}” (${[...new Set([...hit, ...whole])].slice(0, 4).join(', ')})`);
    }
    return [...found];
  }
}

/**
 * Whether a phrase stands in a text and is not part of a longer word.
 * @param {string} text
 * @param {string} phrase
 */
function bounded(text, phrase) {
  const at = text.indexOf(phrase);
  if (at < 0) return false;
  const letter = /\p{L}/u;
  const before = text[at - 1] ?? ' ';
  const after = text[at + phrase.length] ?? ' ';
  return !(letter.test(before) && letter.test(phrase[0])) && !(letter.test(after) && letter.test(phrase.at(-1) ?? ''));
}

/**
 * All words of ours on a page: text and attributes that are read out, save what
 * people wrote (names, titles, posts) and what is marked as another language.
 * Runs inside the page.
 */
export function textsOfPage() {
  const own = document.documentElement.lang;
  // Time zones have the names of the IANA database in every language; codes run from left to right.
  const theirs = 'bdi, .prose, [dir=auto], body [dir=ltr], [name=time_zone]';
  /** @param {Element | null} element */
  const skipped = (element) => {
    if (!element || element.closest(theirs)) return true;
    const marked = element.closest('[lang]')?.getAttribute('lang') ?? own;
    return marked !== own || Boolean(element.closest('script, style, noscript, code'));
  };
  const texts = [document.title];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  for (let node = walker.nextNode(); node; node = walker.nextNode()) {
    const text = node.textContent?.trim();
    if (text && !skipped(node.parentElement)) texts.push(text);
  }
  for (const element of document.querySelectorAll('*')) {
    for (const name of ['aria-label', 'title', 'placeholder', 'alt', 'data-texts', 'data-on', 'data-off']) {
      const value = element.getAttribute(name);
      // The label of a field that takes people's words is ours; so only the language counts here.
      const marked = element.closest('[lang]')?.getAttribute('lang') ?? own;
      if (value && marked === own && !element.closest('bdi, .prose')) texts.push(value);
    }
    if (element instanceof HTMLInputElement && ['submit', 'button'].includes(element.type)) texts.push(element.value);
  }
  return { language: own, texts };
}

// Letters, as the program keeps them.

import { readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

/**
 * @typedef {object} Letter
 * @property {string} name  what `Stoa-Letter` says
 * @property {string} to
 * @property {string} subject
 * @property {string} text  the text twin
 * @property {string} html  the HTML twin
 * @property {Map<string, string>} headers  by lower-case name
 * @property {number} at  when it was written, in milliseconds
 */

/**
 * Headers and body of a part.
 * @param {string} raw
 */
function open(raw) {
  const [, head, body] = /^([\s\S]*?)\r?\n\r?\n([\s\S]*)$/.exec(raw) ?? ['', raw, ''];
  const headers = new Map();
  for (const line of head.replace(/\r?\n[ \t]+/g, ' ').split(/\r?\n/)) {
    const at = line.indexOf(':');
    if (at > 0) headers.set(line.slice(0, at).toLowerCase(), line.slice(at + 1).trim());
  }
  return { headers, body };
}

/**
 * Encoded words in a header (RFC 2047).
 * @param {string} text
 */
function unworded(text) {
  return text.replace(/\?=\s+=\?/g, '?==?').replace(/=\?utf-8\?([bq])\?([^?]*)\?=/gi, (_, kind, data) => {
    if (kind.toLowerCase() === 'b') return Buffer.from(data, 'base64').toString('utf8');
    return unquoted(data.replace(/_/g, ' '));
  });
}

/** @param {string} text  quoted-printable */
function unquoted(text) {
  const joined = text.replace(/=\r?\n/g, '');
  const bytes = joined.replace(/=([0-9A-F]{2})/gi, (_, hex) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}

/**
 * The decoded text of the first part of a media type.
 * @param {string} raw  the part, as latin1
 * @param {string} type
 * @returns {string}
 */
function part(raw, type) {
  const { headers, body } = open(raw);
  const own = headers.get('content-type') ?? 'text/plain';
  const boundary = /boundary="?([^";]+)"?/.exec(own)?.[1];
  if (boundary) {
    for (const piece of body.split(`--${boundary}`).slice(1, -1)) {
      const found = part(piece.replace(/^\r?\n/, ''), type);
      if (found) return found;
    }
    return '';
  }
  if (!own.startsWith(type)) return '';
  const how = (headers.get('content-transfer-encoding') ?? '').toLowerCase();
  if (how === 'base64') return Buffer.from(body, 'base64').toString('utf8');
  if (how === 'quoted-printable') return unquoted(body);
  return Buffer.from(body, 'latin1').toString('utf8');
}

/**
 * @param {string} file
 * @returns {Letter}
 */
function read(file) {
  const raw = readFileSync(file, 'latin1');
  const { headers } = open(raw);
  return {
    name: headers.get('stoa-letter') ?? '',
    to: /[^<\s]+@[^>\s]+/.exec(headers.get('to') ?? '')?.[0] ?? '',
    subject: unworded(headers.get('subject') ?? ''),
    text: part(raw, 'text/plain'),
    html: part(raw, 'text/html'),
    headers,
    at: statSync(file).mtimeMs,
  };
}

/** The folder of letters, read again at each question. */
export class Mailbox {
  /** @param {string} folder */
  constructor(folder) {
    this.folder = folder;
  }

  /**
   * Letters of a kind to an address, oldest first.
   * @param {string} to
   * @param {string} name
   * @returns {Letter[]}
   */
  to(to, name) {
    const files = readdirSync(this.folder).filter((file) => file.endsWith('.eml'));
    const letters = files.map((file) => read(join(this.folder, file)));
    return letters.filter((letter) => letter.to === to && letter.name === name).sort((a, b) => a.at - b.at);
  }

  /**
   * Waits for the letter number `nth` (from 1) of a kind to an address. Letters
   * about decisions go when the 30 seconds of taking back are over.
   * @param {string} to
   * @param {string} name
   * @param {number} nth
   */
  async wait(to, name, nth = 1) {
    for (const end = Date.now() + 45_000; Date.now() < end; ) {
      const found = this.to(to, name);
      if (found.length >= nth) return found[nth - 1];
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    throw new Error(`no letter “${name}” number ${nth} to ${to} within 45 s`);
  }
}

/**
 * The address of a kind in a letter's text.
 * @param {Letter} letter
 * @param {string} path  such as `/confirm/`
 */
export function linkIn(letter, path) {
  const found = letter.text.match(/https?:\/\/\S+/g)?.find((link) => new URL(link).pathname.startsWith(path));
  if (!found) throw new Error(`no address ${path} in “${letter.subject}”:\n${letter.text}`);
  return found;
}

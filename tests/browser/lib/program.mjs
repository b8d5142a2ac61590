// The program under test: `stoa demo` on a free port, in a folder of its own,
// under a clock that can be put forward (libfaketime; the program knows of none).

import { spawn } from 'node:child_process';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

export const ROOT = fileURLToPath(new URL('../../../', import.meta.url));
const BINARY = process.env.STOA_BINARY ?? resolve(ROOT, process.env.CARGO_TARGET_DIR ?? 'target', 'debug/stoa');

/** `$LIB` is what the loader of shared libraries makes of it. */
const CLOCK = '/usr/$LIB/faketime/libfaketimeMT.so.1';

/** Milliseconds the demonstration may take to be made and to listen. */
const PATIENCE = 180_000;

/**
 * @typedef {{ email: string, password: string }} SignIn
 * @typedef {object} Program
 * @property {string} url  where it listens, without a slash at its end
 * @property {Record<string, SignIn>} signIns  by role
 * @property {string} outbox  the folder of its letters
 * @property {() => Date} now  what its clock says
 * @property {(to: Date) => Promise<void>} waits  puts its clock forward to that moment
 * @property {() => string} log  what it said on standard error
 * @property {() => Promise<number | null>} stop  ends it; its exit status
 */

/**
 * Starts the demonstration and waits until it listens.
 * @param {string} translator  the address of one
 * @returns {Promise<Program>}
 */
export async function start(translator) {
  const folder = await mkdtemp(join(tmpdir(), 'stoa-walk-'));
  const hands = join(folder, 'clock');
  let ahead = 0;
  const set = () => writeFile(hands, `+${ahead}\n`);
  await set();
  const child = spawn(BINARY, ['demo'], {
    cwd: folder,
    stdio: ['ignore', 'pipe', 'pipe'],
    env: {
      PATH: process.env.PATH ?? '',
      STOA__SERVER__LISTEN: '127.0.0.1:0',
      STOA__DATA__DIR: folder,
      // Walkers write faster than people; the limits have tests of their own.
      STOA__LIMITS__FACTOR: '0',
      STOA__TRANSLATE__URL: translator,
      // Nothing is translated before a walk asks for it.
      STOA__TRANSLATE__AHEAD: '0',
      LD_PRELOAD: CLOCK,
      FAKETIME_TIMESTAMP_FILE: hands,
      FAKETIME_CACHE_DURATION: '1',
      // Waiting takes as long as ever, and files are as old as they are.
      FAKETIME_DONT_FAKE_MONOTONIC: '1',
      NO_FAKE_STAT: '1',
    },
  });
  let log = '';
  child.stderr.on('data', (chunk) => (log += chunk));
  const ended = new Promise((resolve) => child.once('exit', resolve));
  try {
    const { url, signIns } = await said(child, () => log);
    const stop = async () => {
      child.kill('SIGTERM');
      const late = setTimeout(() => child.kill('SIGKILL'), 30_000);
      const status = await ended;
      clearTimeout(late);
      await rm(folder, { recursive: true, force: true });
      return status;
    };
    const now = () => new Date(Date.now() + ahead * 1000);
    const waits = async (/** @type {Date} */ to) => {
      ahead = Math.round((to.getTime() - Date.now()) / 1000);
      await set();
    };
    return { url, signIns, outbox: join(folder, 'demo/outbox'), now, waits, log: () => log, stop };
  } catch (error) {
    child.kill('SIGKILL');
    await rm(folder, { recursive: true, force: true });
    throw error;
  }
}

/**
 * The lines of standard output, up to `listening`.
 * @param {import('node:child_process').ChildProcessByStdio<null, import('node:stream').Readable, import('node:stream').Readable>} child
 * @param {() => string} log
 * @returns {Promise<{ url: string, signIns: Record<string, SignIn> }>}
 */
function said(child, log) {
  return new Promise((resolve, reject) => {
    /** @type {Record<string, SignIn>} */
    const signIns = {};
    const fail = (/** @type {string} */ why) => reject(new Error(`${BINARY} demo ${why}\n${log().slice(-4000)}`));
    const late = setTimeout(() => fail(`did not listen within ${PATIENCE / 1000} s`), PATIENCE);
    child.once('error', (error) => fail(String(error)));
    child.once('exit', (status) => fail(`ended with ${status}`));
    createInterface({ input: child.stdout }).on('line', (line) => {
      const [word, ...rest] = line.split(' ');
      if (word === 'sign-in') signIns[rest[0]] = { email: rest[1], password: rest[2] };
      if (word !== 'listening') return;
      clearTimeout(late);
      resolve({ url: rest[0], signIns });
    });
  });
}

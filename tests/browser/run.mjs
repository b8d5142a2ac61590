// Walks through the program in a real Chromium.
//   node tests/browser/run.mjs [--shots DIR] [--blind] [WALK…]
// `--shots` keeps pictures of every page; `--blind` walks without axe, to write a
// walk faster, and never passes.
// needs target/debug/stoa (or STOA_BINARY), Debian's Chromium (or CHROMIUM) and
// Debian's faketime, whose clock is put forward to Monday when the walks are done.
// Prints every step, the pages visited with what axe found on them, and a last
// line `N passed, N failed`; ends with 1 when anything failed.

import { spawnSync } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { launch } from './lib/browser.mjs';
import { Mailbox } from './lib/mail.mjs';
import { comes } from './lib/monday.mjs';
import { Person } from './lib/person.mjs';
import { ROOT, start } from './lib/program.mjs';
import { translator } from './lib/translator.mjs';
import { Watch } from './lib/watch.mjs';
import { Foreign } from './lib/words.mjs';
import * as english from './walks/english.mjs';
import * as spanish from './walks/spanish.mjs';
import * as plain from './walks/plain.mjs';
import * as arabic from './walks/arabic.mjs';
import * as french from './walks/french.mjs';
import * as japanese from './walks/japanese.mjs';
import * as ears from './walks/ears.mjs';
import * as translation from './walks/translation.mjs';
import * as tending from './walks/tending.mjs';
import * as desk from './walks/desk.mjs';
import * as finding from './walks/finding.mjs';
import * as learning from './walks/learning.mjs';
import * as priv from './walks/private.mjs';
import * as files from './walks/files.mjs';

const WALKS = [english, spanish, plain, arabic, french, japanese];
/** Walks in which nobody joins, so nobody has a digest on Monday. */
const SHORT = [desk, ears, files, finding, learning, priv, tending, translation];
const HERE = fileURLToPath(new URL('.', import.meta.url));
const TRACES = join(ROOT, 'target/browser');

const args = process.argv.slice(2);
const at = args.indexOf('--shots');
const shots = at < 0 ? undefined : args.splice(at, 2)[1];
const blind = args.includes('--blind');
if (blind) args.splice(args.indexOf('--blind'), 1);
/** @param {{ name: string }} walk */
const wanted = (walk) => args.length === 0 || args.includes(walk.name);
const chosen = WALKS.filter(wanted);

let passed = 0;
let failed = 0;
/** @param {boolean} good @param {string} what @param {string} [why] */
function told(good, what, why) {
  if (good) passed += 1;
  else failed += 1;
  console.log(`${good ? 'ok  ' : 'FAIL'} ${what}${why ? `\n     ${why.replaceAll('\n', '\n     ')}` : ''}`);
}

/** The scripts of the pages, and the walks themselves, hold to their types. */
function types() {
  for (const [project, what] of [['tsconfig.pages.json', 'types of web/scripts'], ['tsconfig.json', 'types of the walks']]) {
    const made = spawnSync(process.execPath, [join(HERE, 'node_modules/typescript/bin/tsc'), '--project', project], { cwd: HERE, encoding: 'utf8' });
    told(made.status === 0, what, made.status === 0 ? '' : `${made.stdout}${made.stderr}${made.error ?? ''}`);
  }
}

/**
 * @param {{ name: string, title: string, language: string, habits: import('./lib/person.mjs').Habits }} walk
 * @param {import('./lib/world.mjs').World} world
 * @param {(world: import('./lib/world.mjs').World) => Promise<void>} part
 * @param {string} [called]
 */
async function walkOf(walk, world, part, called = walk.title) {
  console.log(`\n== ${called}`);
  world.watch.begin(walk.name, walk.language ? new Foreign(walk.language) : undefined);
  let current = 'the beginning';
  /** @type {Person[]} */
  const people = [];
  world.arrives = async (name, habits) => {
    const person = await Person.arrives(world, name, { ...walk.habits, ...habits });
    people.push(person);
    return person;
  };
  world.step = async (title, act) => {
    current = title;
    const began = Date.now();
    const result = await act();
    told(true, `${walk.name}: ${title} (${((Date.now() - began) / 1000).toFixed(1)} s)`);
    return result;
  };
  try {
    await part(world);
  } catch (error) {
    told(false, `${walk.name}: ${current}`, `${/** @type {Error} */ (error).stack ?? error}`);
    mkdirSync(TRACES, { recursive: true });
    for (const person of people) {
      const file = join(TRACES, `${walk.name}-${person.name}`);
      try {
        await person.page.screenshot({ path: `${file}.png`, fullPage: true, timeout: 5000 });
        writeFileSync(`${file}.html`, `<!-- ${person.page.url()} -->\n${await person.page.content()}`);
      } catch {
        // The window is closed already, or busy; the others tell.
      }
    }
    console.log(`     pictures of what stood open: ${TRACES}`);
  }
  for (const person of people) await person.leaves().catch(() => {});
}

/**
 * What becomes of everybody on the Monday after.
 * @param {import('./lib/world.mjs').World} world
 */
async function monday(world) {
  try {
    await comes(world, chosen.map((walk) => walk.joins));
  } catch (error) {
    return told(false, 'the clock is put forward to Monday', String(error));
  }
  for (const walk of chosen) await walkOf(walk, world, walk.monday, `${walk.title}: Monday`);
}

/** @param {Watch} watch */
function pages(watch) {
  console.log('\n== Pages visited: axe at 1280 and 390 px, light and dark; sideways scrolling; language');
  if (blind) return told(false, 'nobody looked at the pages (--blind)');
  for (const look of watch.looks) {
    const { walk, name, address, rules, faults } = look;
    told(faults.length === 0, `${walk}: ${name}  ${address}  ${faults.length ? `${faults.length} found` : `nothing found (${rules} rules)`}`, faults.join('\n'));
  }
  const unseen = watch.unseen();
  told(unseen.length === 0, 'every page visited was looked at', unseen.join('\n'));
  const faults = [...new Set(watch.faults)];
  told(faults.length === 0, 'no error in a console, no answer of 500, nothing asked of another host', faults.join('\n'));
}

const began = Date.now();
types();
const engine = await translator();
const program = await start(engine.url);
const browser = await launch();
try {
  const watch = new Watch(program.url, { shots, blind });
  /** @type {any} */
  const world = { browser, program, translator: engine, url: program.url, watch, mailbox: new Mailbox(program.outbox) };
  for (const walk of [...chosen, ...SHORT.filter(wanted)]) await walkOf(walk, world, walk.walk);
  if (chosen.length) await monday(world);
  pages(watch);
} finally {
  await browser.close();
  const status = await program.stop();
  engine.stop();
  told(status === 0, 'the program ends in order', status === 0 ? '' : program.log().slice(-3000));
}
if (failed) {
  mkdirSync(TRACES, { recursive: true });
  writeFileSync(join(TRACES, 'program.log'), program.log());
}
console.log(`\n${passed} passed, ${failed} failed in ${((Date.now() - began) / 1000).toFixed(0)} s`);
process.exit(failed ? 1 : 0);

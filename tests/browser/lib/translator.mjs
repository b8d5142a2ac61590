// A translator that speaks LibreTranslate's protocol: a real engine between English and
// Portuguese where it is installed (target/translate, made by `scripts/test --long`), and a
// scripted one for the rest: `[es] ` before each line, tags left as they are.

import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { fileURLToPath } from 'node:url';

const HERE = dirname(fileURLToPath(import.meta.url));
const PYTHON = join(HERE, '../../../target/translate/bin/python');
const LANGUAGES = ['en', 'es', 'ja', 'ar', 'fr', 'de', 'pt'];

/** Whether the real engine is here. */
export const real = existsSync(PYTHON);

/**
 * @typedef {{ url: string, heard: string[], away: boolean, stop: () => void }} Translator
 * @typedef {{ q: string, source: string, target: string, format: string }} Wish
 */

/** Starts it on a free port. @returns {Promise<Translator>} */
export async function translator() {
  const engine = real ? started() : undefined;
  /** @type {Translator} */
  const self = { url: '', heard: [], away: false, stop: () => {} };
  const server = createServer(async (request, response) => {
    const answer = (/** @type {unknown} */ json, status = 200) => response.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify(json));
    if (self.away) return answer({ error: 'away' }, 503);
    if (request.url === '/languages') return answer(LANGUAGES.map((code) => ({ code, name: code, targets: LANGUAGES })));
    let body = '';
    for await (const chunk of request) body += chunk;
    /** @type {Wish} */
    const wish = JSON.parse(body);
    self.heard.push(wish.q);
    const pair = `${wish.source}-${wish.target}`;
    if (engine && wish.format === 'text' && ['en-pt', 'pt-en'].includes(pair)) return answer(await engine.ask(wish));
    answer({ translatedText: `[${wish.target}] ${wish.q}` });
  });
  await new Promise((resolve) => server.listen(0, '127.0.0.1', () => resolve(undefined)));
  const address = /** @type {import('node:net').AddressInfo} */ (server.address());
  self.url = `http://127.0.0.1:${address.port}`;
  self.stop = () => {
    server.close();
    engine?.stop();
  };
  return self;
}

/** The engine as a process that answers in order. */
function started() {
  const child = spawn(PYTHON, [join(HERE, 'engine.py')], { stdio: ['pipe', 'pipe', 'inherit'] });
  /** @type {((answer: unknown) => void)[]} */
  const waiting = [];
  createInterface({ input: child.stdout }).on('line', (line) => waiting.shift()?.(JSON.parse(line)));
  return {
    /** @param {Wish} wish */
    ask: (wish) => new Promise((resolve) => {
      waiting.push(resolve);
      child.stdin.write(`${JSON.stringify(wish)}\n`);
    }),
    stop: () => child.kill(),
  };
}

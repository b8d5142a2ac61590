import { launch, DESKTOP, PHONE } from './lib/browser.mjs';
import { readFileSync } from 'node:fs';
const [,, out, role, ...paths] = process.argv;
const log = readFileSync('/tmp/demo.out','utf8');
const url = /listening (\S+)/.exec(log)[1];
const m = new RegExp(`sign-in ${role} (\\S+) (\\S+)`).exec(log);
const b = await launch();
const c = await b.newContext({ viewport: DESKTOP });
const p = await c.newPage();
if (m) { await p.goto(url+'/sign-in'); await p.fill('#email', m[1]); await p.fill('#password', m[2]); await p.click('main form button.go'); await p.waitForLoadState(); }
let n=0;
for (const path of paths) {
  for (const [size, scheme] of [[DESKTOP,'light'],[PHONE,'dark']]) {
    await p.setViewportSize(size); await p.emulateMedia({ colorScheme: scheme });
    await p.goto(url+path);
    const wide = await p.evaluate(() => document.documentElement.scrollWidth > innerWidth);
    await p.screenshot({ path: `${out}${n}-${size.width}-${scheme}.png`, fullPage: true });
    if (wide) console.log('WIDE', path, size.width);
  }
  n++;
}
await b.close();

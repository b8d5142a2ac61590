// Pages as a screen reader walks through them: the accessibility tree as a list.

/**
 * @typedef {object} Heard  what is said at one place
 * @property {string} role
 * @property {string} name
 * @property {number} level  of a heading, else 0
 * @property {boolean} live  whether it stands in a live region, which speaks up by itself
 * @property {boolean} main  whether it stands in what the page is about
 * @typedef {import('playwright-core').Page} Page
 * @typedef {{ nodeId: string, ignored: boolean, childIds?: string[], parentId?: string, role?: { value?: unknown }, name?: { value?: unknown }, properties?: { name: string, value: { value?: unknown } }[] }} Node
 */

/**
 * All that the page says, in its order.
 * @param {Page} page
 * @returns {Promise<Heard[]>}
 */
export async function listen(page) {
  const session = await page.context().newCDPSession(page);
  const { nodes } = /** @type {{ nodes: Node[] }} */ (/** @type {unknown} */ (await session.send('Accessibility.getFullAXTree')));
  await session.detach();
  const byId = new Map(nodes.map((node) => [node.nodeId, node]));
  /** @type {Heard[]} */
  const heard = [];
  /** @param {Node} node @param {boolean} within */
  const walk = (node, within) => {
    const main = within || node.role?.value === 'main';
    if (!node.ignored) heard.push({ ...said(node), main });
    for (const id of node.childIds ?? []) {
      const child = byId.get(id);
      if (child) walk(child, main);
    }
  };
  const root = nodes.find((node) => !node.parentId);
  if (root) walk(root, false);
  return heard;
}

/** @param {Node} node @returns {Omit<Heard, 'main'>} */
function said(node) {
  const of = (/** @type {string} */ name) => node.properties?.find((property) => property.name === name)?.value.value;
  return {
    role: String(node.role?.value ?? ''),
    // Isolating marks are for eyes alone.
    name: String(node.name?.value ?? '').replace(/[\u2066-\u2069]/g, '').replace(/\s+/g, ' ').trim(),
    level: Number(of('level') ?? 0),
    live: ['polite', 'assertive'].includes(String(of('live') ?? 'off')),
  };
}

/**
 * The headings of a page, in its order.
 * @param {Heard[]} heard
 */
export const headings = (heard) => heard.filter(({ role }) => role === 'heading');

/**
 * What is wrong with a page for whoever only hears it, whichever page it is.
 * @param {Heard[]} heard
 * @returns {string[]}
 */
export function wrong(heard) {
  const faults = [];
  const first = headings(heard).filter(({ level }) => level === 1).length;
  if (first !== 1) faults.push(`${first} headings of the first level`);
  // What stands beside has landmarks of its own, and headings that begin at the second level.
  const own = headings(heard).filter(({ main }) => main);
  own.forEach(({ name, level }, at) => {
    const before = own[at - 1]?.level ?? 0;
    if (level > before + 1) faults.push(`“${name}” is of level ${level} after ${before}`);
  });
  const pressed = heard.filter(({ role }) => ['button', 'DisclosureTriangle'].includes(role)).map(({ name }) => name);
  // A field for a day has a button of the browser's own, which stands in the field.
  const ours = pressed.filter((name) => !name.startsWith('Show date picker'));
  for (const name of new Set(ours)) {
    const times = pressed.filter((other) => other === name).length;
    if (times > 1) faults.push(`${times} buttons are called “${name}”`);
  }
  for (const { role, name } of heard) {
    if (['button', 'link', 'textbox', 'searchbox', 'combobox', 'checkbox', 'radio', 'heading'].includes(role) && !name) faults.push(`a ${role} without a name`);
  }
  return faults;
}

/**
 * Titles that stand on the page and are not marked with their language.
 * @param {Page} page
 * @param {Map<string, string>} languages  by title
 * @returns {Promise<{ seen: number, faults: string[] }>}
 */
export function titles(page, languages) {
  return page.evaluate((known) => {
    const faults = [];
    let seen = 0;
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
    for (let node = walker.nextNode(); node; node = walker.nextNode()) {
      const title = node.textContent?.trim() ?? '';
      if (!(title in known) || !node.parentElement?.checkVisibility()) continue;
      seen += 1;
      const marked = node.parentElement.closest('[lang]')?.getAttribute('lang');
      if (marked !== known[title]) faults.push(`“${title}” is ${known[title]}, marked ${marked}`);
    }
    return { seen, faults };
  }, Object.fromEntries(languages));
}

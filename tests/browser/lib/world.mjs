// What a walk is given.

/**
 * @typedef {object} Around
 * @property {import('./program.mjs').Program} program
 * @property {import('./translator.mjs').Translator} translator
 * @property {(name: string, habits?: import('./person.mjs').Habits) => Promise<import('./person.mjs').Person>} arrives
 *   somebody opens a browser, with the habits of the walk
 * @property {<T>(title: string, act: () => Promise<T>) => Promise<T>} step  a step with its name
 * @typedef {import('./person.mjs').Kit & Around} World
 */

export {};

// @ts-check
/**
 * Joining: proposes the browser's time zone where none was chosen. Without a
 * script the person chooses it, now or in the settings.
 *
 * Markup it looks for: [data-zone] select
 */

const zone = new Intl.DateTimeFormat().resolvedOptions().timeZone;
const list = /** @type {HTMLSelectElement | null} */ (document.querySelector('[data-zone] select'));
if (list && list.value === '' && [...list.options].some((option) => option.value === zone)) {
  list.value = zone;
}

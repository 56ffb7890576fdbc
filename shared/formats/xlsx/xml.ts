/** Text inside the XML of a workbook. */

/** More letters a cell of a spreadsheet cannot hold. */
const LONGEST_TEXT = 32_767;

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

/** What XML 1.0 has no letter for, the carriage return that its readers turn into a line feed, and two that are no letters. */
// The controls are what this is about.
const UNWRITABLE = /[^\t\n\u0020-\ufffd\u{10000}-\u{10ffff}]/gu;

/**
 * Words as the content of an element or an attribute. Control characters are written as `_x0007_`, as ECMA-376 part 1,
 * 22.9.2.19 says; words that look like such an escape get their underscore escaped, and half a surrogate pair becomes
 * U+FFFD.
 *
 * @example escapeXml("a < b & c") // "a &lt; b &amp; c"
 * @example escapeXml("\u0007") // "_x0007_"
 */
export function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[\dA-Fa-f]{4}_)/g, "_x005F_")
    .replace(UNWRITABLE, (letter) => `_x${letter.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`)
    .replace(/[&<>"]/g, (letter) => ENTITIES[letter] ?? letter);
}

/** The text as far as a cell can hold it; a longer one ends with a sign that there is more. */
export const cut = (text: string): string =>
  text.length <= LONGEST_TEXT ? text : `${text.slice(0, LONGEST_TEXT - 1)}…`;

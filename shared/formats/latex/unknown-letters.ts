/** Letters that pdfLaTeX's own fonts do not have: what it sets for them. */

/** LaTeX's commands for marks above a letter, and below it. */
const ABOVE: ReadonlyMap<string, string> = new Map([
  ["\u0300", "\\`"],
  ["\u0301", "\\'"],
  ["\u0302", "\\^"],
  ["\u0303", "\\~"],
  ["\u0304", "\\="],
  ["\u0306", "\\u"],
  ["\u0307", "\\."],
  ["\u0308", '\\"'],
  ["\u030a", "\\r"],
  ["\u030b", "\\H"],
  ["\u030c", "\\v"],
]);
const BELOW: ReadonlyMap<string, string> = new Map([
  ["\u0323", "\\d"],
  ["\u0327", "\\c"],
  ["\u0328", "\\k"],
  ["\u0331", "\\b"],
]);
const HORN = "\u031b";

/** Beyond Latin letters of western and central Europe, dashes and quotation marks, which every LaTeX knows. */
const PERHAPS_UNKNOWN = /[^\0-\u017f\u2013\u2014\u2018-\u201a\u201c-\u201e\u2020-\u2022\u2026\u2039\u203a]/gu;

/**
 * Lines for the preamble, so that pdfLaTeX sets every letter of the document: one that it does not know is put together from its
 * letter and marks, and stands as its code point in a box where that cannot be.
 *
 * @example declarations("Nguyễn") // one line, for ễ
 */
export const declarations = (latex: string): string[] =>
  [...new Set(latex.match(PERHAPS_UNKNOWN))].sort().map((letter) => {
    const code = (letter.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, "0");
    return `\\ifcsname u8:\\detokenize{${letter}}\\endcsname\\else\\DeclareUnicodeCharacter{${code}}{${composed(letter) ?? `\\codepoint{${code}}`}}\\fi`;
  });

/** What the declarations use: a second mark above a letter, and a code point in a box. */
export const DECLARED_WITH: readonly string[] = [
  "\\newcommand*{\\secondmark}[2]{\\leavevmode\\setbox0\\hbox{#2}\\rlap{\\raise.4ex\\hbox to\\wd0{\\hss#1{}\\hss}}\\box0 }",
  "\\newcommand*{\\codepoint}[1]{{\\fboxsep1pt\\fbox{\\tiny#1}}\\allowbreak}",
];

function composed(letter: string): string | null {
  const [base = "", ...marks] = letter.normalize("NFD");
  if (!/^[A-Za-z]$/.test(base) || marks.length === 0) return null;
  const above = marks.flatMap((mark) => ABOVE.get(mark) ?? []);
  const below = marks.flatMap((mark) => BELOW.get(mark) ?? []);
  const horns = marks.filter((mark) => mark === HORN);
  const [first, second, ...more] = above;
  if (above.length + below.length + horns.length < marks.length || more.length > 0) return null;
  const stem = first !== undefined && /^[ij]$/.test(base) ? `\\${base}` : base;
  const marked = first === undefined ? stem : `${first}{${stem}}`;
  const twice = second === undefined ? marked : `\\secondmark{${second}}{${marked}}`;
  const horned = horns.length === 0 ? twice : `${twice}\\kern-.1em'`;
  return below.reduce((inner, mark) => `${mark}{${inner}}`, horned);
}

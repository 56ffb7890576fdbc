/** Plain words in LaTeX: nothing in them may become a command. */

const COMMANDS: Readonly<Record<string, string>> = {
  "\\": "\\textbackslash{}",
  "{": "\\{",
  "}": "\\}",
  $: "\\$",
  "&": "\\&",
  "#": "\\#",
  "%": "\\%",
  _: "\\_",
  "^": "\\textasciicircum{}",
  "~": "\\textasciitilde{}",
  "<": "\\textless{}",
  ">": "\\textgreater{}",
  "|": "\\textbar{}",
  '"': "\\textquotedbl{}",
  "`": "\\textasciigrave{}",
  // At the start of a row these would belong to the line break before it.
  "[": "{[}",
  "]": "{]}",
  "*": "{*}",
  // Letters that pdfTeX knows as mathematics only.
  "×": "\\ensuremath{\\times}",
  "−": "\\ensuremath{-}",
  "÷": "\\ensuremath{\\div}",
  "±": "\\ensuremath{\\pm}",
  "·": "\\ensuremath{\\cdot}",
  "≈": "\\ensuremath{\\approx}",
  "≤": "\\ensuremath{\\le}",
  "≥": "\\ensuremath{\\ge}",
  "≠": "\\ensuremath{\\ne}",
  "√": "\\ensuremath{\\surd}",
  "∞": "\\ensuremath{\\infty}",
  "→": "\\ensuremath{\\rightarrow}",
  "…": "\\ldots{}",
  "\u00a0": "~",
  "\u2009": "\\,",
  "\u202f": "\\,",
  "€": "\\texteuro{}",
};

const GREEK =
  "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho varsigma sigma tau upsilon phi chi psi omega";
const LETTERS: ReadonlyMap<string, string> = new Map([
  ...Object.entries(COMMANDS),
  ...GREEK.split(" ").map((name, index): [string, string] => [
    String.fromCharCode(0x3b1 + index),
    name === "omicron" ? "o" : `\\ensuremath{\\${name}}`,
  ]),
  ...[..."ΓΔΘΛΞΠΣΦΨΩ"].map((letter, index): [string, string] => [
    letter,
    `\\ensuremath{\\${["Gamma", "Delta", "Theta", "Lambda", "Xi", "Pi", "Sigma", "Phi", "Psi", "Omega"][index]}}`,
  ]),
  // Capitals that pdfTeX's mathematics has no signs of their own for.
  ...[..."ΑΒΕΖΗΙΚΜΝΟΡΤΥΧ"].map((letter, index): [string, string] => [letter, "ABEZHIKMNOPTYX"[index] ?? letter]),
  ...[..."⁰¹²³⁴⁵⁶⁷⁸⁹"].map((letter, digit): [string, string] => [letter, `\\textsuperscript{${digit}}`]),
  ["⁻", "\\textsuperscript{\\ensuremath{-}}"],
  ...[..."₀₁₂₃₄₅₆₇₈₉"].map((letter, digit): [string, string] => [letter, `\\textsubscript{${digit}}`]),
]);

/** Only what needs no escape inside of \url. */
const ADDRESS = /https?:\/\/[\w./:=?@+-]*[\w/]/g;

/**
 * Words that LaTeX sets as they read: commands escaped, signs that join into others kept apart, line breaks as spaces,
 * addresses in `\url`. Letters of other scripts stay as they are, for LuaLaTeX and XeLaTeX.
 *
 * @example escapeLatex("50 % of A_b") // "50 \\% of A\\_b"
 */
export function escapeLatex(text: string): string {
  const line = text
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cc}+|\s*\n\s*/gu, " ")
    .replace(/\p{Cf}/gu, "");
  let escaped = "";
  let from = 0;
  for (const { 0: address, index } of line.matchAll(ADDRESS)) {
    escaped += `${escapeWords(line.slice(from, index))}\\url{${address}}`;
    from = index + address.length;
  }
  return escaped + escapeWords(line.slice(from));
}

const escapeWords = (words: string): string =>
  words
    .split(/( +)/)
    .map((word) => (word.length > LONGEST_WORD ? breakable(word) : lettersOf(word)))
    .join("")
    // Two of these would be one dash, one quotation mark.
    .replace(/([-',])(?=\1)/g, "$1{}");

/** Words that are longer are broken behind their signs: paths, formulas, lists without spaces. */
const LONGEST_WORD = 16;

const breakable = (word: string): string =>
  word
    .split(/(?<=[/_.,;:=@&?)+|\\-](?![/_.,;:=@&?)+|\\-]))/)
    .map((part) => Array.from(part.matchAll(SYLLABLES), ([some]) => lettersOf(some)).join("\\-"))
    .join("\\allowbreak{}");

/** No words of a language are longer than what is left in one piece; a hyphen stands where a longer one is broken. */
const SYLLABLES = /^.{1,24}$|.{1,12}/gu;

const lettersOf = (word: string): string => Array.from(word, (letter) => LETTERS.get(letter) ?? letter).join("");

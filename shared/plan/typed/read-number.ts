/** Numbers as people type them into a field. */
import { err, ok, type Result } from "../../lib/result.ts";

/** What a number was not, one sentence that says what to write. */
export type Typed<T> = Result<T, string>;

/** Letters after a number, each with the power of ten that it stands for. */
const SUFFIXES: ReadonlyMap<string, number> = new Map([
  ["k", 3],
  ["K", 3],
  ["M", 6],
  ["B", 9],
  ["G", 9],
  ["T", 12],
]);

const EXAMPLES = "128, 3.5e14, 12.9M or 1,000,000";

const DIGITS = String.raw`(?:\d+(?:\.\d*)?|\.\d+)`;
const PLAIN = new RegExp(`^${DIGITS}(?:[eE][+-]?\\d+)?$`);
const WITH_SUFFIX = new RegExp(`^(${DIGITS}) ?([a-zA-Z])$`);
const POWER = new RegExp(`^(?:(${DIGITS}) ?[×x*·] ?)?10(?:\\^|\\*\\*)?([+-]?\\d+)$`);
const POWER_OF_TWO = /^2(?:\^|\*\*)(\d{1,3})$/;
/** Groups of three digits, parted by one and the same mark. */
const GROUPED = /^\d{1,3}(?:([ ,_'])\d{3})(?:\1\d{3})*(?:\.\d*)?(?: ?[a-zA-Z])?$/;

/**
 * The number that `text` says. Thousands may be parted by spaces, commas, `_` or `'`; `k`, `M`, `B` or `G`, and `T` stand for 10³, 10⁶, 10⁹
 * and 10¹²; `3.5 × 10^14` and `3.5 × 10¹⁴` are read, too. With `percent`, `40 %` is 0.4. A decimal comma is refused, never guessed at.
 *
 * @example readNumber("1 000 000") // {ok: true, value: 1000000}
 * @example readNumber("12.9M")     // {ok: true, value: 12900000}
 * @example readNumber("0,5")       // {ok: false, error: "Write 0.5 with a point. …"}
 */
export function readNumber(text: string, { percent = false }: { readonly percent?: boolean } = {}): Typed<number> {
  const typed = plainly(text);
  if (typed === "") return err(`Write a number, as ${EXAMPLES}.`);
  const share = /^(.*?) ?%$/.exec(typed);
  if (share !== null) {
    if (!percent) return err("Write the number itself; a share in % is not used here.");
    const read = readNumber(share[1] ?? "");
    return read.ok ? ok(hundredth(read.value)) : read;
  }
  const isNegative = typed.startsWith("-");
  const unsigned = typed.replace(/^[+-] ?/, "");
  const value = unsignedNumber(unsigned);
  if (value === null) return err(whyNot(unsigned));
  if (!Number.isFinite(value)) return err("This number is too large; the largest is 1.7e308.");
  return ok(isNegative && value !== 0 ? -value : value);
}

/** Spaces of all widths as plain ones, minus signs as hyphens, raised digits as `^14`. */
function plainly(text: string): string {
  return text
    .replace(/[\u00a0\u2000-\u200a\u202f\u205f\u3000\s]+/g, " ")
    .replace(/[\u2212\u2012\u2013]/g, "-")
    .replace(/\u2019/g, "'")
    .replace(/[⁺⁻⁰¹²³⁴-⁹]+/g, (raised) => `^${[...raised].map((digit) => RAISED.get(digit) ?? "").join("")}`)
    .trim();
}

const RAISED: ReadonlyMap<string, string> = new Map(
  [..."⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"].map((raised, index) => [raised, "0123456789+-".charAt(index)]),
);

function unsignedNumber(typed: string): number | null {
  const text = GROUPED.test(typed) && !/^0[ ,_']/.test(typed) ? ungrouped(typed) : typed;
  if (PLAIN.test(text)) return Number(text);
  const [, amount = "", letter = ""] = WITH_SUFFIX.exec(text) ?? [];
  const power = SUFFIXES.get(letter);
  if (power !== undefined) return scaledBy(amount, power);
  const ten = POWER.exec(text);
  if (ten !== null && (ten[1] !== undefined || /\^|\*\*/.test(text))) return scaledBy(ten[1] ?? "1", Number(ten[2]));
  const two = POWER_OF_TWO.exec(text);
  return two === null ? null : 2 ** Number(two[1]);
}

const ungrouped = (typed: string): string => typed.replace(/(\d)[ ,_'](?=\d)/g, "$1");

/** Moves the point of the text, so that 12.9M is 12900000 to the last digit. */
const scaledBy = (digits: string, power: number): number => Number(`${digits}e${power}`);

const hundredth = (value: number): number => {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) - 2}`);
};

function whyNot(typed: string): string {
  const decimalComma = /^(\d+),(\d+)$/.exec(typed);
  if (decimalComma !== null) {
    return `Write ${decimalComma[1]}.${decimalComma[2]} with a point. A comma parts groups of three digits, as in 1,000,000.`;
  }
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(typed)) {
    return `Write ${typed.replaceAll(".", "").replace(",", ".")}. The point is the decimal mark here.`;
  }
  if (/^[\d.]+[eE][+-]?$/.test(typed)) return "The exponent is missing, as 14 in 3.5e14.";
  const [, amount, word] = /^([\d.,' ]*\d) ?([^\d\s].*)$/.exec(typed) ?? [];
  if (amount !== undefined && word === "m") return `Write ${amount}M for millions; a small m could be a thousandth.`;
  if (amount !== undefined && word !== undefined && /^[a-zA-Z/$€£]+$/.test(word)) {
    return `Write the number without ${word.slice(0, LONGEST_WORD)}. Allowed after it: k, M, B, G or T.`;
  }
  return `Write a number, as ${EXAMPLES}.`;
}

const LONGEST_WORD = 20;

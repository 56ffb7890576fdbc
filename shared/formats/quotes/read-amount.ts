/** Numbers as price lists of all countries write them. */
import { err, ok, type Result } from "../../lib/result.ts";

/** The sign before the decimals. */
export type DecimalMark = "." | ",";

export interface Amount {
  readonly value: number;
  /** Stated beside the number, as "$" or "EUR"; null where none is. */
  readonly currency: string | null;
}

/**
 * The number in a field, with its currency and what it is per ("$ 2.50/h"). What stands for a decimal mark is known from the number
 * itself where it can mean one thing only; else `mark`, that of the rest of the file, decides, and where that is not known (null) neither
 * is the number. Blank is no number, never 0; the error is a clause that says what is wrong.
 *
 * @example readAmount("1,234.50", null) // ok({value: 1234.5, currency: null})
 * @example readAmount("1.234,50 €", null) // ok({value: 1234.5, currency: "EUR"})
 * @example readAmount("1,234", null) // err("“1,234” can be 1.234 or 1234: …"); with mark "," it is 1.234, with "." it is 1234
 */
export function readAmount(field: string, mark: DecimalMark | null): Result<Amount, string> {
  const text = field.trim();
  if (PLAIN.test(text)) {
    const isOpen = mark !== "." && POINT_OR_GROUP.test(text);
    if (!isOpen) return finite(Number(text), null, text);
  }
  if (text === "") return err("is blank");
  const parted = CURRENCY_AND_NUMBER.exec(text);
  const digits = parted?.[2]?.replace(SPACES, "");
  if (digits === undefined) return err(`“${shown(text)}” is not a number`);
  const named = parted?.[1]?.trim() || parted?.[3]?.trim() || "";
  const currency = named === "" ? null : currencyOf(named);
  if (named !== "" && currency === null) return err(`“${shown(text)}” is not a number`);
  const plain = withPoint(digits, mark);
  if (plain === null) return err(`“${shown(text)}” is not a number`);
  if (plain === "open") {
    const [one, other] = [digits.replace(",", "."), digits.replace(/[.,]/, "")];
    return err(`“${shown(text)}” can be ${one} or ${other}: the file does not show which sign it writes decimals with`);
  }
  return finite(Number(plain), currency, text);
}

/**
 * The decimal mark that a field shows beyond doubt; null where it shows none.
 *
 * @example decimalMarkOf("1.234,50") // ","
 * @example decimalMarkOf("1.234") // null
 */
export function decimalMarkOf(field: string): DecimalMark | null {
  const digits = CURRENCY_AND_NUMBER.exec(field.trim())?.[2]?.replace(SPACES, "");
  if (digits === undefined) return null;
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(digits) || /^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(digits)) return ".";
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(digits) || /^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return ",";
  if (POINT_OR_GROUP.test(digits) || COMMA_OR_GROUP.test(digits)) return null;
  if (/^[+-]?\d*\.\d+$/.test(digits)) return ".";
  return /^[+-]?\d*,\d+$/.test(digits) ? "," : null;
}

const PLAIN = /^[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?$/;
/** One sign before three digits: decimals, or thousands. A 0 before it, or more than three digits, are no thousands. */
const POINT_OR_GROUP = /^[+-]?[1-9]\d{0,2}\.\d{3}$/;
const COMMA_OR_GROUP = /^[+-]?[1-9]\d{0,2},\d{3}$/;
/** Spaces of all kinds and apostrophes part thousands as well. */
const SPACES = /[\s\u00A0\u202F\u2009'’]/g;
const PER = String.raw`(?:\s*(?:/|per|a|an)\s*(?:card|gpu)?[\s-]*h(?:our|r)?)?`;
const CURRENCY_AND_NUMBER = new RegExp(
  String.raw`^([^\d\s.,+-]{0,3})\s*([+-]?[\d.,'’\s\u00A0\u202F\u2009]*\d)\s*([^\d\s.,/+-]{0,3})${PER}$`,
  "i",
);

/** The digits with a point before their decimals; "open" where they can mean two things, null where they mean none. */
function withPoint(digits: string, mark: DecimalMark | null): string | "open" | null {
  if (/^[+-]?\d+$/.test(digits)) return digits;
  if (/^[+-]?\d{1,3}(?:,\d{3})+\.\d+$/.test(digits)) return digits.replaceAll(",", "");
  if (/^[+-]?\d{1,3}(?:\.\d{3})+,\d+$/.test(digits)) return digits.replaceAll(".", "").replace(",", ".");
  if (/^[+-]?\d{1,3}(?:,\d{3}){2,}$/.test(digits)) return digits.replaceAll(",", "");
  if (/^[+-]?\d{1,3}(?:\.\d{3}){2,}$/.test(digits)) return digits.replaceAll(".", "");
  if (POINT_OR_GROUP.test(digits)) return mark === null ? "open" : mark === "." ? digits : digits.replace(".", "");
  if (COMMA_OR_GROUP.test(digits))
    return mark === null ? "open" : mark === "," ? digits.replace(",", ".") : digits.replace(",", "");
  if (/^[+-]?\d*\.\d+$/.test(digits)) return digits;
  return /^[+-]?\d*,\d+$/.test(digits) ? digits.replace(",", ".") : null;
}

const finite = (value: number, currency: string | null, text: string): Result<Amount, string> =>
  Number.isFinite(value) ? ok({ value, currency }) : err(`“${shown(text)}” is not a number that can be counted with`);

/** Signs that stand for one currency; "$" is read as US dollars, which every price list of cloud computing means by it. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["$", "USD"],
  ["us$", "USD"],
  ["€", "EUR"],
  ["£", "GBP"],
  ["¥", "JPY"],
  ["₹", "INR"],
  ["chf", "CHF"],
]);

/** A currency by its sign or by three capital letters; null for anything else. */
export function currencyOf(text: string): string | null {
  const named = text.trim();
  return SIGNS.get(named.toLowerCase()) ?? (/^[A-Z]{3}$/.test(named) ? named : null);
}

const LONGEST = 40;
const shown = (text: string): string => (text.length > LONGEST ? `${text.slice(0, LONGEST)}…` : text);

/** What people typed into the fields of a question, as numbers, or what is wrong with it. Pure. */
import { readNumber } from "../../../../shared/plan/typed/read-number.ts";
import { type Bounds, boundedNumber } from "../../../../shared/ranges/quantity.ts";

export interface FieldSpec {
  readonly bounds: Bounds;
  /** An empty field is no fault: its number is null. */
  readonly optional?: boolean;
  /** The field is in per cent: 40, and 40 % too, is 0.4. Bounds are of the share. */
  readonly percent?: boolean;
}

export interface FieldsRead<K extends string> {
  /** Null for what is empty, or no number. */
  readonly numbers: Readonly<Record<K, number | null>>;
  /** What is wrong, by field; null where nothing is. */
  readonly faults: Readonly<Record<K, string | null>>;
}

/**
 * Reads every field of `specs` from what was typed.
 *
 * @example readFields({ cards: "1k" }, { cards: { bounds: { min: 1, max: 1e7, what: "cards" } } }).numbers.cards // 1000
 */
export function readFields<K extends string>(
  typed: Readonly<Record<NoInfer<K>, string>>,
  specs: Readonly<Record<K, FieldSpec>>,
): FieldsRead<K> {
  const keys = Object.keys(specs) as K[];
  const read = keys.map((key) => [key, readField(typed[key], specs[key])] as const);
  return {
    numbers: Object.fromEntries(read.map(([key, { number }]) => [key, number])) as Record<K, number | null>,
    faults: Object.fromEntries(read.map(([key, { fault }]) => [key, fault])) as Record<K, string | null>,
  };
}

function readField(text: string, { bounds, optional = false, percent = false }: FieldSpec) {
  if (text.trim() === "" && optional) return { number: null, fault: null };
  const read = readNumber(text, { percent });
  if (!read.ok) return { number: null, fault: read.error };
  const value = percent && !/%\s*$/.test(text) ? hundredth(read.value) : read.value;
  const checked = boundedNumber(bounds).safeParse(value);
  return checked.success
    ? { number: value, fault: null }
    : { number: null, fault: `${checked.error.issues[0]?.message ?? "Not allowed"}.` };
}

/** Moves the point, so that 14.1 is 0.141 and nothing else. */
const hundredth = (value: number): number => {
  const [digits = "0", exponent = "0"] = String(value).split("e");
  return Number(`${digits}e${Number(exponent) - 2}`);
};

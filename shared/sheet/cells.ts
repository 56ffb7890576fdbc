/** Cells of a sheet's tables. */
import type { Figure } from "../estimate/figure.ts";
import { exact, fixed } from "../units/format/exact.ts";
import { significant } from "../units/format/significant.ts";
import type { Basis } from "./context.ts";
import { footsInFull, moneyPlaces } from "./footing.ts";
import type { Cell, RichText } from "./sheet.ts";
import { moneyExact, read } from "./text/amounts.ts";
import { powerOfTen } from "./text/rich-text.ts";
import { dateWords } from "./text/words.ts";

/** Words: no number, nothing to ask. */
export const words = (text: RichText | string): Cell => ({
  text: typeof text === "string" ? [text] : text,
  value: null,
  exact: null,
  figure: null,
});

/** A day in words: 22 November 2026. */
export const day = (date: string): Cell => ({ ...words(dateWords(date)), date });

/** Words in grey where a number would stand: "not run", "unknown". */
export const muted = (text: string): Cell => ({ ...words(text), muted: true });

export const empty: Cell = words([]);

/** A number with the text it is read by. */
export const number = (text: RichText | string, value: number, exactText: string, figure: Figure | null): Cell => ({
  text: typeof text === "string" ? [text] : text,
  value,
  exact: exactText,
  figure,
});

/** FLOP: three figures and a power of ten. */
export const flop = (value: number, figure: Figure | null): Cell =>
  number(powerOfTen(value), value, `${exact(value)} FLOP`, figure);

/** Money with three figures and a prefix. */
const money = (amount: number, currency: string, figure: Figure | null): Cell =>
  number(read(amount), amount, moneyExact(amount, currency), figure);

/** Money in full digits, with the decimals that the plan's own total has. */
export const moneyInFull = (amount: number, total: number, currency: string, figure: Figure | null): Cell =>
  number(
    footsInFull(amount) ? fixed(amount, moneyPlaces(total)) : read(amount),
    amount,
    moneyExact(amount, currency),
    figure,
  );

/** An amount of what the shares are of: money, or card-hours. */
export const amount = (basis: Basis, value: number, figure: Figure | null): Cell =>
  basis.measure === "cost"
    ? money(value, basis.unit, figure)
    : number(read(value), value, `${exact(value)} card-hours`, figure);

/** Three figures without a prefix, for a column that is read at its decimal point: 0.194, 31.7, 1,472. */
export function plain(value: number): RichText {
  if (value === 0) return ["0"];
  if (value < SMALLEST_PLAIN) return powerOfTen(value);
  return [value >= 99.95 ? fixed(value, 0) : significant(value)];
}

/** Below this a number has more leading zeros than figures. */
const SMALLEST_PLAIN = 1e-4;

/** The compute of a question: stated, bought with a sum of money, or done before a deadline. Pure. */
import { equal, num, over, sym, times } from "../../../../shared/estimate/explain/formula.ts";
import { flopForDeadline, flopForMoney } from "../../../../shared/scaling/means.ts";
import { Flop, Hours, Money } from "../../../../shared/units/brands.ts";
import { HOURS_PER_DAY } from "../../../../shared/units/constants.ts";
import { percent } from "../../../../shared/units/format/exact.ts";
import type { Answer } from "../answer.ts";
import { type ChosenCard, peakSource, speedAt } from "../hardware.ts";

/** How compute is stated; null where a number is missing. */
export interface Means {
  readonly kind: "money" | "flop" | "deadline";
  readonly sum: number | null;
  readonly price: number | null;
  readonly currency: string;
  readonly flop: number | null;
  readonly cards: number | null;
  readonly days: number | null;
  readonly card: ChosenCard | null;
  /** Share of the peak. */
  readonly utilisation: number | null;
}

/** The compute, and where it came from; null while a number is missing. A stated one needs no answer of its own. */
export function computeOf(means: Means): { readonly flop: Flop; readonly answer: Answer | null } | null {
  const { kind, sum, price, currency, flop, cards, days, card, utilisation } = means;
  if (kind === "flop") return flop === null ? null : { flop: Flop(flop), answer: null };
  if (card === null || utilisation === null) return null;
  const speed = speedAt(card, utilisation);
  const base = {
    title: "Compute",
    unit: "FLOP",
    note: `${percent(utilisation)} % of the dense ${card.format} peak of one ${card.card.name}`,
    source: `Every card busy until the end. Peak: ${peakSource(card)}`,
  };
  const speedFormula = [sym("peak"), sym("u")];
  const speedNumbers = [num(card.densePeak, "FLOP/s"), num(utilisation)];
  if (kind === "money") {
    if (sum === null || price === null) return null;
    const value = flopForMoney(Money(sum), Money(price), speed);
    return {
      flop: value,
      answer: {
        ...base,
        value,
        formula: equal(sym("C"), times(over(sym("sum"), sym("p")), num(3600), ...speedFormula)),
        substituted: equal(
          sym("C"),
          times(over(num(sum, currency), num(price, `${currency}/card-hour`)), num(3600, "s/h"), ...speedNumbers),
          num(value, "FLOP"),
        ),
      },
    };
  }
  if (cards === null || days === null) return null;
  const hours = Hours(days * HOURS_PER_DAY);
  const value = flopForDeadline(cards, hours, speed);
  return {
    flop: value,
    answer: {
      ...base,
      value,
      formula: equal(sym("C"), times(sym("cards"), sym("t"), num(3600), ...speedFormula)),
      substituted: equal(
        sym("C"),
        times(num(cards, "cards"), num(hours, "h"), num(3600, "s/h"), ...speedNumbers),
        num(value, "FLOP"),
      ),
    },
  };
}

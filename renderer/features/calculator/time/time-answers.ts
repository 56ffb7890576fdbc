/** Card-hours of some compute, the ideal wall-clock on a cluster, and what they cost. Pure. */
import { idealHours } from "../../../../shared/cluster/ideal-hours.ts";
import { equal, num, over, sym, times } from "../../../../shared/estimate/explain/formula.ts";
import { CardHours } from "../../../../shared/units/brands.ts";
import { SECONDS_PER_HOUR } from "../../../../shared/units/constants.ts";
import { percent } from "../../../../shared/units/format/exact.ts";
import type { Answer } from "../answer.ts";
import { type ChosenCard, peakSource, speedAt } from "../hardware.ts";

export interface TimeQuestion {
  readonly flop: number;
  readonly card: ChosenCard;
  /** Share of the peak. */
  readonly utilisation: number;
  readonly cards: number | null;
  /** Of a card-hour; null where nobody asks for money. */
  readonly price: number | null;
  readonly currency: string;
}

/** Speed, card-hours, and ideal time and cost where cards and a price are given. */
export function timeAnswers({ flop, card, utilisation, cards, price, currency }: TimeQuestion): readonly Answer[] {
  const speed = speedAt(card, utilisation);
  const cardHours = CardHours(flop / (speed * SECONDS_PER_HOUR));
  const answers: Answer[] = [
    {
      title: `Achieved speed of one ${card.card.name}`,
      value: speed,
      unit: "FLOP/s",
      note: `${percent(utilisation)} % of the dense ${card.format} peak`,
      formula: equal(sym("v"), times(sym("peak"), sym("u"))),
      substituted: equal(sym("v"), times(num(card.densePeak, "FLOP/s"), num(utilisation)), num(speed, "FLOP/s")),
      source: `Chowdhery et al. 2022, appendix B. Peak: ${peakSource(card)}`,
    },
    {
      title: "Card-hours",
      value: cardHours,
      unit: "card-hours",
      formula: equal(sym("h"), over(sym("C"), times(sym("v"), num(3600)))),
      substituted: equal(
        sym("h"),
        over(num(flop, "FLOP"), times(num(speed, "FLOP/s"), num(3600, "s/h"))),
        num(cardHours, "card-hours"),
      ),
      source: "Sevilla et al. 2022 (Epoch AI), method 1 solved for time",
    },
  ];
  if (cards !== null) {
    const hours = idealHours(cardHours, cards);
    answers.push({
      title: "Ideal time",
      value: hours,
      unit: "h",
      note: "every card busy until the end; no real schedule is shorter",
      formula: equal(sym("t"), over(sym("h"), sym("cards"))),
      substituted: equal(sym("t"), over(num(cardHours, "card-hours"), num(cards, "cards")), num(hours, "h")),
      source: "card-hours ÷ cards",
    });
  }
  if (price !== null) {
    const cost = cardHours * price;
    answers.push({
      title: "Rental cost",
      value: cost,
      unit: currency,
      formula: equal(sym("cost"), times(sym("h"), sym("p"))),
      substituted: equal(
        sym("cost"),
        times(num(cardHours, "card-hours"), num(price, `${currency}/card-hour`)),
        num(cost, currency),
      ),
      source: "price as typed",
    });
  }
  return answers;
}

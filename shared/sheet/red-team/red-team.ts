/** The plan as somebody reads it who wants it smaller: what moves the total most, and what they will say about it. */

import { lengthAmounts, speedAmount } from "../../estimate/cost-model.ts";
import type { AnyFigure, Figure } from "../../estimate/figure.ts";
import { movedByATenth, type Tenth } from "../../estimate/tenth.ts";
import type { ResolvedPlan, UncertainInput } from "../../plan/resolved.ts";
import { sensitivities } from "../charts/sensitivity.ts";
import { type FiguresInput, figuresOf } from "../context.ts";
import { moneyExact, priceText, stated } from "../text/amounts.ts";
import { shortCardName } from "../text/card-name.ts";
import { capital, dateWords, sentence } from "../text/words.ts";

export interface Challenge {
  /** The assumption: "Points per line, 10 to 15". */
  readonly title: string;
  /** What a reader is likely to say. */
  readonly objection: string;
  /** Total cost at one end and the other, in the plan's currency, the smaller first. */
  readonly low: number;
  readonly high: number;
  /** Who says so, with the date where there is one; null where the plan names nobody. */
  readonly source: string | null;
  /** For the justification: made of what the plan states, and saying what it does not. */
  readonly paragraph: string;
  /** Where it stands in the plan, as `variables.pointsPerLine`; empty where there is no one place. */
  readonly place: string;
  readonly figure: Figure | null;
  /** How `low` and `high` were computed. */
  readonly lowFigure: AnyFigure;
  readonly highFigure: AnyFigure;
}

/** As many as a reader remembers. */
const MOST = 5;

/**
 * The assumptions that move the total most, five at most: ranges from end to end, the prices named, readings in dispute, and, by a
 * tenth, the price, the speed and the work done again where the plan gives no range for them.
 *
 * @example redTeam(golden)[0] // price of a card-hour, 2.00 to 3.50 USD: 8.60 to 15.1 M USD
 */
export function redTeam(input: FiguresInput): Challenge[] {
  const figures = figuresOf(input);
  const { plan, total } = figures;
  if (total.cost === 0) return [];
  const known = sensitivities(figures).map(({ label, low, high, lowFigure, highFigure }): Challenge => {
    const figure = lowFigure ?? highFigure;
    const said = factsOf(plan, figure);
    const [least, most] = [Math.min(low, high), Math.max(low, high)];
    return {
      title: label,
      objection: said.objection,
      low: least,
      high: most,
      source: said.source,
      paragraph: [
        said.assumption,
        spanWords(plan, said.ends, low, high),
        said.source === null ? "The plan names no source for it." : sentence(`Source: ${said.source}`),
      ].join(" "),
      place: said.place,
      figure,
      lowFigure: (low <= high ? lowFigure : highFigure) ?? TOTAL,
      highFigure: (low <= high ? highFigure : lowFigure) ?? TOTAL,
    };
  });
  const hasPrices = known.some(({ figure }) => figure?.of === "quote");
  return [...known, ...unranged(input, plan, hasPrices)]
    .sort((a, b) => b.high - b.low - (a.high - a.low))
    .slice(0, MOST);
}

interface Facts {
  readonly objection: string;
  readonly assumption: string;
  /** What stands at the low and at the high end, as in "at 10" and "at 15". */
  readonly ends: readonly [string, string];
  readonly source: string | null;
  readonly place: string;
}

function factsOf(plan: ResolvedPlan, figure: Figure | null): Facts {
  if (figure?.of === "swing") {
    const range = plan.inputs[figure.input];
    if (range !== undefined) return rangeFacts(plan, range, figure.input);
  }
  const dispute = figure?.of === "dispute" ? plan.disputes[figure.dispute] : undefined;
  if (dispute !== undefined) {
    const experiment = plan.experiments[dispute.experiment]?.title ?? "";
    return {
      objection: "The source can be read in another way. Why in this one?",
      assumption: `${sentence(`“${dispute.title}” is a reading of ${experiment} that this plan does not follow`)}${dispute.note === null ? "" : ` ${sentence(dispute.note)}`}`,
      ends: ["at the cheaper reading", "at the dearer"],
      source: dispute.source,
      place: `disputes[${figure?.of === "dispute" ? figure.dispute : 0}]`,
    };
  }
  const headlines = plan.quotes.filter(({ headline }) => headline);
  const [first] = headlines;
  const said = headlines.map(({ title, native, date }) => {
    const price =
      native.price === null ? "the cost of owning" : `${priceText(native.price.likely)} ${native.currency} a card-hour`;
    return `${title} at ${price}${date === null ? ", without a date" : ` of ${dateWords(date)}`}`;
  });
  return {
    objection: "Why this price? Others are named beside it.",
    assumption: `The plan is priced by ${said.join(" and ")}; the other prices are those of its other quotes.`,
    ends: ["at the cheapest of them", "at the dearest"],
    source: headlines.every(({ source }) => source === null)
      ? null
      : headlines.flatMap(({ source, date }) => (source === null ? [] : [dated(source, date)])).join("; "),
    place: first?.path ?? "quotes",
  };
}

const dated = (source: string, date: string | null): string =>
  date === null || source.includes(date) || source.includes(dateWords(date)) ? source : `${source}, ${dateWords(date)}`;

type Role = "price" | "speed" | "length" | "count" | "reruns" | "other";

const OBJECTIONS: Readonly<Record<Role, string>> = {
  price: "Will this price hold until the cards are rented?",
  speed: "Do the runs reach this speed in practice?",
  length: "Do the runs have to be this long?",
  count: "Are so many runs needed?",
  reruns: "Why is so much of the work done again?",
  other: "Why this value, and not the cheaper end of its range?",
};

function rangeFacts(
  plan: ResolvedPlan,
  { title, low, likely, high, source, path }: UncertainInput,
  index: number,
): Facts {
  return {
    objection: OBJECTIONS[roleOf(plan, index)],
    assumption: `${capital(title)} is planned at ${stated(likely)}, and may be ${stated(low)} to ${stated(high)}.`,
    ends: [`at ${stated(low)}`, `at ${stated(high)}`],
    source,
    place: path,
  };
}

/** What an uncertain number is of. */
function roleOf(plan: ResolvedPlan, input: number): Role {
  if (plan.quotes.some(({ price }) => price.input === input)) return "price";
  if (plan.cards.some((card) => speedAmount(card)?.input === input)) return "speed";
  if (plan.reruns.input === input) return "reruns";
  if (plan.classes.some((one) => [...one.counts, one.repeats].some((amount) => amount.input === input))) return "count";
  return plan.classes.some((one) => lengthAmounts(one).some((amount) => amount.input === input)) ? "length" : "other";
}

/** "The total is 8,604,974 USD at 2.00 and 15,058,705 USD at 3.50, all else as planned." */
const spanWords = ({ currency }: ResolvedPlan, [first, second]: readonly [string, string], low: number, high: number) =>
  `The total is ${money(low, currency)} ${first} and ${money(high, currency)} ${second}, all else as planned.`;

const money = (amount: number, currency: string): string => moneyExact(Math.round(amount * 100) / 100, currency);

/** Price, speed and work done again, where the plan has one number for them; prices that are compared with others are left out. */
function unranged({ estimate }: FiguresInput, plan: ResolvedPlan, hasPrices: boolean): Challenge[] {
  return movedByATenth(plan, estimate).flatMap(({ tenth, total: high }): Challenge[] => {
    const said = tenthWords(plan, tenth, money(high, plan.currency));
    if (said === null || (tenth.what === "price" && hasPrices)) return [];
    const { title, objection, assumption, source, place } = said;
    return [
      {
        title,
        objection,
        low: estimate.withReruns.cost,
        high,
        source,
        paragraph: `${assumption} ${source === null ? "The plan names no source for it." : sentence(`Source: ${source}`)}`,
        place,
        figure: null,
        lowFigure: TOTAL,
        highFigure: { of: "tenth", tenth },
      },
    ];
  });
}

type TenthWords = Pick<Challenge, "title" | "objection" | "source" | "place"> & { readonly assumption: string };

/** @param then the total with the number a tenth worse */
function tenthWords(plan: ResolvedPlan, tenth: Tenth, then: string): TenthWords | null {
  switch (tenth.what) {
    case "price": {
      const quote = plan.quotes[tenth.quote];
      if (quote === undefined) return null;
      return {
        title: `Price of ${quote.title}, without a range`,
        objection: OBJECTIONS.price,
        assumption: `${sentence(`${quote.title} is planned at ${priceText(quote.price.likely)} ${plan.currency} a card-hour`)} The plan states no range for it; a price a tenth higher makes the total ${then}.`,
        source: quote.source === null ? null : dated(quote.source, quote.date),
        place: quote.path,
      };
    }
    case "speed": {
      const card = plan.cards[tenth.card];
      if (card === undefined) return null;
      const name = shortCardName(card.accelerator.name, card.accelerator.vendor);
      return {
        title: `Speed of ${name}, without a range`,
        objection: OBJECTIONS.speed,
        assumption: `${card.speedIsDefault ? `The plan states no speed of ${name}, and the default stands in.` : `The plan states one speed of ${name}, and no range.`} A tenth less of it makes the total ${then}.`,
        source: card.speedSource,
        place: card.places.speed,
      };
    }
    case "reruns": {
      const { likely } = plan.reruns;
      return {
        title: likely === 0 ? "No work is done again" : "Work done again, without a range",
        objection: likely === 0 ? "Does nothing ever fail?" : OBJECTIONS.reruns,
        assumption: `${likely === 0 ? "The plan counts no run that fails or is done again." : `The plan counts ${stated(likely * 100)} % of the work again, and states no range.`} A tenth of the work more makes the total ${then}.`,
        source: plan.rerunsSource,
        place: "overhead.reruns",
      };
    }
  }
}

/** What stands at an end that is the plan as it is. */
const TOTAL: Figure = { of: "total", measure: "cost", stage: "withReruns" };

/** What a reader should doubt before relying on the sheet. */
import { speedOf } from "../estimate/class-estimate.ts";
import { utilisationWarning } from "../hardware/utilisation.ts";
import { exact } from "../units/format/exact.ts";
import { figuresOf, type SheetContext, type SheetInput } from "./context.ts";
import { memoryWarnings } from "./sections/memory.ts";
import { shareText } from "./text/amounts.ts";
import { unknownPower } from "./text/power-words.ts";
import { capital, dateWords, listed } from "./text/words.ts";

type Doubted = Pick<SheetContext, "plan" | "estimate" | "values">;

export function warningsOf(input: SheetInput): string[] {
  return warnings(figuresOf(input));
}

export function warnings(context: Doubted): string[] {
  return [
    ...new Set([
      ...speeds(context),
      ...unverified(context),
      ...oldQuotes(context),
      ...unknownEnergy(context),
      ...memoryWarnings(context.plan),
    ]),
  ];
}

function speeds({ plan, values }: Doubted): string[] {
  return plan.cards.flatMap((card) => {
    const utilisation = speedOf(card, values) / card.densePeak;
    const doubt = utilisationWarning(utilisation);
    const width = card.speed.kind === "byWidth" ? `, for models of width ${exact(card.speed.width)},` : "";
    const what = `${card.accelerator.name} at ${shareText(utilisation)} of its dense ${card.format} peak${width}`;
    return doubt === null ? [] : [`${what} is ${SPEED_DOUBTS[doubt]}`];
  });
}

const SPEED_DOUBTS = {
  impossible: "more than it can do: check the speed and the peak.",
  high: "more than published training runs reach (65 %): check the speed.",
  low: "very little (under 5 %): check the unit of the speed.",
} as const;

/** Fields of the catalogue that this sheet used and that nobody has found in a source. */
function unverified({ plan }: Doubted): string[] {
  return plan.cards.flatMap(({ accelerator, format, cardsPerNode }) => {
    const used = [
      ...(accelerator.unverified.includes(`densePeak.${format}`) ? [`dense ${format} peak`] : []),
      ...(plan.energy !== null &&
      (plan.energy.cardWatts ?? accelerator.tdpWatts) === accelerator.tdpWatts &&
      accelerator.unverified.includes("tdpWatts")
        ? ["power"]
        : []),
      ...(cardsPerNode === accelerator.cardsPerNode && accelerator.unverified.includes("cardsPerNode")
        ? ["number of cards in a node"]
        : []),
    ];
    return used.length === 0
      ? []
      : [
          `The ${listed(used)} of ${accelerator.name} ${used.length === 1 ? "is" : "are"} recalled, not found in a source.`,
        ];
  });
}

/** Quotes that were a year old or older on the plan's own date. */
function oldQuotes({ plan }: Doubted): string[] {
  const { date } = plan;
  if (date === null) return [];
  const yearBefore = `${String(Number(date.slice(0, 4)) - 1).padStart(4, "0")}${date.slice(4)}`;
  return plan.quotes.flatMap((quote) =>
    quote.date !== null && lastDayOf(quote.date) < yearBefore
      ? [`The price “${quote.title}” is of ${dateWords(quote.date)}, more than 12 months before this plan.`]
      : [],
  );
}

/** The last day that a date may mean: a month alone, or a year, is not older than its end. */
const lastDayOf = (date: string): string => `${date}${"-12-31".slice(date.length - 4)}`;

function unknownEnergy({ plan, estimate }: Doubted): string[] {
  if (plan.energy === null || estimate.energy.kilowattHours !== null) return [];
  return [`${capital(unknownPower(plan.energy))}, so energy and carbon are unknown.`];
}

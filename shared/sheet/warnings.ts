/** What a reader should doubt before relying on the sheet. */
import { speedOf } from "../estimate/class-estimate.ts";
import { reconcile } from "../estimate/method-two.ts";
import { utilisationWarning } from "../hardware/utilisation.ts";
import { isExpired, isStale } from "../money/price-age.ts";
import type { ResolvedCard } from "../plan/resolved.ts";
import { counted } from "../units/format/counted.ts";
import { exact } from "../units/format/exact.ts";
import { beyondUseWarnings } from "./beyond-use-warnings.ts";
import { blanksIn, justification } from "./budget/justification.ts";
import { type Figures, figuresOf, type SheetContext, type SheetInput } from "./context.ts";
import { memoryWarnings } from "./sections/memory.ts";
import { shareText } from "./text/amounts.ts";
import { unknownPower } from "./text/power-words.ts";
import { capital, dateWords, listed } from "./text/words.ts";

type Doubted = Pick<SheetContext, "plan" | "estimate" | "values" | "staleAfterDays">;

export function warningsOf(input: SheetInput): string[] {
  return warnings(figuresOf(input));
}

export function warnings(context: Figures): string[] {
  return [
    ...new Set([
      ...speeds(context),
      ...unverified(context),
      ...oldQuotes(context),
      ...expiredQuotes(context),
      ...beyondUseWarnings(context),
      ...unknownEnergy(context),
      ...memoryWarnings(context.plan),
      ...blanks(context),
    ]),
  ];
}

function speeds({ plan, values }: Pick<Doubted, "plan" | "values">): string[] {
  return plan.cards.flatMap((card, index) => {
    const users = plan.classes.filter((one) => one.card === index);
    if (users.length > 0 && users.every(({ model }) => model === null)) return [];
    const speed = speedOf(card, values);
    if (speed === null) return measuredSpeeds({ plan, values }, card, index);
    const utilisation = speed / card.densePeak;
    const doubt = utilisationWarning(utilisation);
    const width = card.speed.kind === "byWidth" ? `, for models of width ${exact(card.speed.width)},` : "";
    const what = `${card.accelerator.name} at ${shareText(utilisation)} of its dense ${card.format} peak${width}`;
    return doubt === null ? [] : [`${what} is ${SPEED_DOUBTS[doubt]}`];
  });
}

/** What a pilot's pace implies of its card, and that one pace was measured for one model. */
function measuredSpeeds(
  { plan, values }: Pick<Doubted, "plan" | "values">,
  card: ResolvedCard,
  index: number,
): string[] {
  const own = plan.classes.filter((one) => one.card === index && one.model !== null);
  const found = own.flatMap((one) => reconcile(plan, one, values) ?? []);
  const doubts = found.flatMap(({ utilisation }) => {
    const doubt = utilisationWarning(utilisation);
    const what = `What was measured on ${card.accelerator.name} is ${shareText(utilisation)} of its dense ${card.format} peak by the operations counted here,`;
    return doubt === null ? [] : [`${what} ${MEASURED_DOUBTS[doubt]}`];
  });
  const differs = found.some(
    ({ utilisation, withFullAttention: full }) =>
      full !== null && utilisationWarning(full) !== utilisationWarning(utilisation),
  );
  const models = new Set(own.map((one) => one.model)).size;
  return [
    ...doubts,
    ...(differs
      ? [
          `With attention counted over the whole sequence that judgement of ${card.accelerator.name} would be another: compare utilisations of one convention only.`,
        ]
      : []),
    ...(models > 1
      ? [
          `One measured pace on ${card.accelerator.name} stands for ${models} models: a larger one does fewer tokens a second.`,
        ]
      : []),
  ];
}

const MEASURED_DOUBTS = {
  impossible: "more than it can do: check the pace, the cards and the model.",
  high: "more than published training runs reach (65 %): check the pace, the cards and the model.",
  low: "very little (under 5 %): check the pace, the cards and the model.",
} as const;

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

/** Quotes that were stale on the plan's own date. */
function oldQuotes({ plan, staleAfterDays }: Doubted): string[] {
  const { date } = plan;
  if (date === null) return [];
  return plan.quotes.flatMap((quote) =>
    quote.date !== null && isStale(quote.date, date, staleAfterDays)
      ? [
          `The price “${quote.title}” is of ${dateWords(quote.date)}, more than ${counted(staleAfterDays, "day")} before this plan.`,
        ]
      : [],
  );
}

/** Offers that did not stand any more on the plan's own date. */
function expiredQuotes({ plan }: Doubted): string[] {
  const { date } = plan;
  if (date === null) return [];
  return plan.quotes.flatMap(({ title, validUntil }) =>
    validUntil !== null && isExpired(validUntil, date)
      ? [`The price “${title}” was valid until ${dateWords(validUntil)}, before the date of this plan.`]
      : [],
  );
}

/** What only a person can say, and nobody has said yet. */
function blanks(context: Figures): string[] {
  if (context.budget === null) return [];
  const count = justification(context, context.budget).flatMap(({ text }) => blanksIn(text)).length;
  return count === 0
    ? []
    : [`The justification has ${counted(count, "blank")} in square brackets that only you can fill in.`];
}

function unknownEnergy({ plan, estimate }: Doubted): string[] {
  if (plan.energy === null || estimate.energy.kilowattHours !== null) return [];
  return [`${capital(unknownPower(plan.energy))}, so energy and carbon are unknown.`];
}

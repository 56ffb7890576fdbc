/** What a plan costs at a quote, in parts, and how long it takes on the cards of that quote. */

import { amountAt } from "../amounts.ts";
import { type ComparedQuote, compareQuotes } from "../compare/compare-quotes.ts";
import { comparedCluster } from "../compare/compared-cards.ts";
import { storageUse } from "../compare/storage-use.ts";
import type { OfferPart } from "../figure.ts";
import type { Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, quoteInput, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, minus, num, over, plus, sumOfTerms, sumOver, sym, times, words } from "./formula.ts";
import { cardHoursInput } from "./time-and-energy.ts";

export function explainOffer(context: Context, quote: number, part: OfferPart): Trace {
  const offer = offerOf(context, quote);
  switch (part) {
    case "total":
      return total(context, offer);
    case "work":
      return work(context, offer);
    case "unused":
      return unused(context, offer);
    case "interruptions":
      return interruptions(context, offer);
    case "storage":
      return storage(context, offer);
    case "hours":
      return hours(context, offer);
  }
}

function offerOf({ plan, estimated }: Context, index: number): ComparedQuote {
  const [offer] = compareQuotes(plan, estimated, [at(plan.quotes, index, "quote")]);
  if (offer?.comparable !== true) throw new UnknownFigureError(`quote ${index} cannot be compared`);
  return { ...offer, quote: index };
}

const titleOf = ({ plan }: Context, { quote }: ComparedQuote): string => at(plan.quotes, quote, "quote").title;

const computed = (symbol: string, name: string, value: number, unit: string): TraceInput => ({
  symbol,
  name,
  value,
  unit,
  note: null,
  source: "this estimate",
  date: null,
  figure: null,
  place: null,
});

/** Card-hours on the card of the offer: of the plan itself where that is its own card. */
function workHours(context: Context, { cardHours, card }: ComparedQuote): TraceInput {
  const own = cardHoursInput(context);
  return own.value === cardHours
    ? own
    : {
        ...computed("C", `Card-hours of the work on ${card?.name ?? "its cards"}`, cardHours, "card-hours"),
        note: "the speed carries over as the share of the dense peak that it is, unless the quote says what is reached",
      };
}

const price = (context: Context, { quote }: ComparedQuote): TraceInput =>
  quoteInput(context, at(context.plan.quotes, quote, "quote"));

function total(context: Context, offer: ComparedQuote): Trace {
  const { currency } = context.plan;
  const { cost, others, quote } = offer;
  const term = (name: string, value: number, part: OfferPart | null): TraceTerm[] =>
    value === 0 && part !== "work"
      ? []
      : [{ name, value, figure: part === null ? null : { of: "offer", quote, part } }];
  const terms = [
    ...term("Work", cost.work, "work"),
    ...term("Paid for and not used", cost.idle + cost.commitment + cost.increments, "unused"),
    ...term("Lost to interruptions", cost.interruptions, "interruptions"),
    ...term("Storage and egress", (cost.storage ?? 0) + (cost.egress ?? 0), "storage"),
    ...term("Runs on other cards, as their own quotes charge them", others, null),
  ];
  const isUnpriced = cost.storage === null || cost.egress === null;
  return {
    title: `Total at ${titleOf(context, offer)}`,
    value: offer.total,
    unit: currency,
    formula: equal(sym("cost"), sumOver("parts", sym("cost", "i"))),
    substituted: equal(sym("cost"), sumOfTerms(terms, currency), num(offer.total, currency)),
    formulaSource: "the parts of a rental, added up",
    inputs: [],
    terms,
    notes: isUnpriced
      ? [
          {
            title: "Not in it",
            text: "This quote does not say what storage or egress costs: what is kept and sent is not in the total.",
          },
        ]
      : [],
  };
}

function work(context: Context, offer: ComparedQuote): Trace {
  const { currency } = context.plan;
  const [hoursOfWork, paid] = [workHours(context, offer), price(context, offer)];
  return {
    title: `Work at ${titleOf(context, offer)}`,
    value: offer.cost.work,
    unit: currency,
    formula: equal(sym("cost"), times(sym("C"), sym("p"))),
    substituted: equal(
      sym("cost"),
      times(num(offer.cardHours, "card-hours"), num(paid.value, paid.unit)),
      num(offer.cost.work, currency),
    ),
    formulaSource: "card-hours × price of a card-hour",
    inputs: [hoursOfWork, paid],
    terms: [],
    notes: [],
  };
}

function unused(context: Context, offer: ComparedQuote): Trace {
  const { currency } = context.plan;
  const { cost, cardHours } = offer;
  const value = cost.idle + cost.commitment + cost.increments;
  const paid = price(context, offer);
  const lost = paid.value === 0 ? 0 : cost.interruptions / paid.value;
  const needed = cardHours + lost;
  const terms: TraceTerm[] = [
    { name: "Idle cards of whole nodes", value: cost.idle, figure: null },
    { name: "Minimum, reservation or blocks", value: cost.commitment, figure: null },
    { name: "Billing increments", value: cost.increments, figure: null },
  ];
  return {
    title: `Paid for and not used at ${titleOf(context, offer)}`,
    value,
    unit: currency,
    formula: equal(sym("cost"), times(group(minus(sym("h", "paid"), sym("h", "used"))), sym("p"))),
    substituted: equal(
      sym("cost"),
      times(group(minus(num(cost.paidCardHours), num(needed, "card-hours"))), num(paid.value, paid.unit)),
      num(value, currency),
    ),
    formulaSource: "what is billed less what is at work, by the schedule on these cards",
    inputs: [
      computed("h_paid", "Card-hours that are paid for", cost.paidCardHours, "card-hours"),
      computed("h_used", "Card-hours that are at work", needed, "card-hours"),
      paid,
    ],
    terms: terms.filter((term) => term.value !== 0),
    notes: [],
  };
}

function interruptions(context: Context, offer: ComparedQuote): Trace {
  const { currency, quotes } = context.plan;
  const paid = price(context, offer);
  const value = offer.cost.interruptions;
  const lost = paid.value === 0 ? 0 : value / paid.value;
  const { interruptionHours, path, source, date } = at(quotes, offer.quote, "quote");
  return {
    title: `Lost to interruptions at ${titleOf(context, offer)}`,
    value,
    unit: currency,
    formula: equal(sym("cost"), times(sym("h", "lost"), sym("p"))),
    substituted: equal(sym("cost"), times(num(lost, "card-hours"), num(paid.value, paid.unit)), num(value, currency)),
    formulaSource: "work done again, checkpoints and restarts at the best interval: Daly 2006",
    inputs: [
      computed("h_lost", "Card-hours that interruptions cost", lost, "card-hours"),
      paid,
      ...(interruptionHours === null
        ? []
        : [
            {
              ...computed("I", "Hours between interruptions of an instance", interruptionHours.likely, "h"),
              source: source ?? STATED,
              date,
              place: `${path}.interruptionHours`,
            },
          ]),
    ],
    terms: [],
    notes: [],
  };
}

function storage(context: Context, offer: ComparedQuote): Trace {
  const { currency } = context.plan;
  const { storage: kept, egress } = offer.cost;
  const terms: TraceTerm[] = [
    { name: "Storage", value: kept ?? 0, figure: null },
    { name: "Egress", value: egress ?? 0, figure: null },
  ];
  const value = (kept ?? 0) + (egress ?? 0);
  const use = storageUse(context.plan, context.estimated);
  const quote = at(context.plan.quotes, offer.quote, "quote");
  const charged = (symbol: string, name: string, key: "storagePerTBMonth" | "egressPerTB"): TraceInput[] => {
    const price = quote[key];
    if (price === null) return [];
    const { source, date, path } = quote;
    const stated = { source: source ?? STATED, date, place: `${path}.${key}` };
    return [{ ...computed(symbol, name, amountAt(price, context.values), currency), ...stated }];
  };
  return {
    title: `Storage and egress at ${titleOf(context, offer)}`,
    value,
    unit: currency,
    formula: equal(sym("cost"), plus(times(words("TB-months"), sym("p", "s")), times(words("TB sent"), sym("p", "e")))),
    substituted: equal(sym("cost"), sumOfTerms(terms, currency), num(value, currency)),
    formulaSource: "checkpoints (runs × parameters × bytes × kept) and data, for the months they are kept",
    inputs: [
      {
        ...computed("S", "Kept", use.storageTBMonths, "TB-months"),
        figure: { of: "stored", measure: "storageTBMonths" },
      },
      { ...computed("D_out", "Sent out", use.egressTB, "TB"), figure: { of: "stored", measure: "egressTB" } },
      ...charged("p_s", "A TB kept for a month", "storagePerTBMonth"),
      ...charged("p_e", "A TB sent out", "egressPerTB"),
    ],
    terms,
    notes: [],
  };
}

function hours(context: Context, offer: ComparedQuote): Trace {
  const { cards, cardHours } = offer;
  if (offer.hours === null) throw new UnknownFigureError(`quote ${offer.quote} has no time: some runs cannot be done`);
  const isOwn = offer.cardsFrom === "quote";
  const cluster = comparedCluster(context.plan, context.estimated);
  return {
    title: `Time at ${titleOf(context, offer)}, scheduled`,
    value: offer.hours,
    unit: "h",
    formula: equal(words("ideal"), over(sym("C"), sym("N"))),
    substituted: equal(
      words("ideal"),
      over(num(cardHours, "card-hours"), num(cards, "cards")),
      num(cardHours / cards, "h"),
    ),
    formulaSource: "scheduled run by run on these cards; the ideal is what no schedule is shorter than",
    inputs: [
      workHours(context, offer),
      {
        ...computed("N", "Cards", cards, "cards"),
        source: isOwn
          ? STATED
          : "the plan’s first cluster that takes every run, in whole nodes: the quote does not say",
        place: isOwn ? at(context.plan.quotes, offer.quote, "quote").path : `clusters[${cluster}].cards`,
      },
    ],
    terms: [],
    notes: [],
  };
}

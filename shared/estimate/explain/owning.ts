/** Machines to own against a rental, and what waiting for cheaper cards is worth. */
import { ownershipCost } from "../../money/ownership/ownership-cost.ts";
import { costAfterWaiting } from "../../money/price-trend.ts";
import type { QuotedPurchase } from "../../money/purchase-fields.ts";
import type { ResolvedQuote } from "../../plan/resolved.ts";
import { HOURS_PER_YEAR, MONTHS_PER_YEAR } from "../../units/constants.ts";
import { exact } from "../../units/format/exact.ts";
import type { PageFigure } from "../figure.ts";
import { type OwnedPart, owningAnswer, rentalOfOwned } from "../owning.ts";
import type { Formula, Trace, TraceInput, TraceTerm } from "../trace.ts";
import { at, type Context, quoteInput, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, minus, num, over, plus, power, sumOfTerms, sumOver, sym, times, words } from "./formula.ts";
import { type Beside, givenInput, statedInput, TOTAL_COST } from "./page-context.ts";

type Of<Kind extends PageFigure["of"]> = Extract<PageFigure, { readonly of: Kind }>;

const purchaseOf = ({ plan }: Context, index: number): ResolvedQuote & { readonly purchase: QuotedPurchase } => {
  const quote = at(plan.quotes, index, "quote");
  if (quote.purchase === null) throw new UnknownFigureError(`quote ${index} is no purchase`);
  return { ...quote, purchase: quote.purchase };
};

/** A number of the purchase, with the place where it stands. */
const ofPurchase = (
  { path, source, date }: ResolvedQuote,
  symbol: string,
  key: keyof QuotedPurchase,
  name: string,
  value: number,
  unit: string,
): TraceInput =>
  statedInput(symbol, name, value, unit, { source: source ?? STATED, date, place: `${path}.purchase.${key}` });

export function explainOwning(context: Context, { quote, against, variant, measure }: Of<"owning">): Trace {
  const { plan, estimated } = context;
  const { currency } = plan;
  const owned = purchaseOf(context, quote);
  const answer = owningAnswer(plan, estimated, quote, against, variant);
  if (answer === null) throw new UnknownFigureError("there is no such answer");
  const rental = rentalInput(context, quote, against);
  const { own, usedCardHours, rent } = answer;
  const total: TraceInput = {
    ...givenInput("cost_own", "What owning costs over the lifetime", own.total, currency),
    figure: typeof variant === "string" ? { of: "owned", quote, part: "total" } : null,
    note: typeof variant === "string" ? null : `with ${CHANGED[variant.input]} at ${variant.value}`,
  };
  const used: TraceInput = {
    ...givenInput("h_used", "Card-hours that are used", usedCardHours, "card-hours"),
    note: variant === "alone" ? "this plan, and nobody after it" : null,
    source: variant === "alone" ? "this estimate" : "cards × hours of the lifetime × the share that is used",
  };
  const inputs = { total, used, rental, own: answer.own };
  const base = { unit: currency, terms: [], notes: [] };
  const name = at(plan.quotes, quote, "quote").title;
  switch (measure) {
    case "price":
      return {
        ...base,
        title: `A used card-hour of ${name}`,
        value: answer.perUsedCardHour,
        unit: `${currency}/h`,
        formula: equal(sym("p", "own"), over(sym("cost", "own"), sym("h", "used"))),
        substituted: equal(
          sym("p", "own"),
          over(num(own.total, currency), num(usedCardHours, "card-hours")),
          num(answer.perUsedCardHour, `${currency}/h`),
        ),
        formulaSource: "cost of owning ÷ card-hours that are used",
        inputs: [total, used],
      };
    case "saved":
      return {
        ...base,
        title: `Saved by owning ${name}`,
        value: answer.saved,
        formula: equal(words("saved"), minus(times(sym("h", "used"), sym("p")), sym("cost", "own"))),
        substituted: equal(
          words("saved"),
          minus(times(num(usedCardHours, "card-hours"), num(rental.value, rental.unit)), num(own.total, currency)),
          num(answer.saved, currency),
        ),
        formulaSource: "the same card-hours, rented, less the cost of owning",
        inputs: [used, rental, total],
        notes: [
          { title: "Rented", text: `The same card-hours cost ${rent.toFixed(2)} ${currency} when they are rented.` },
        ],
      };
    case "breakEven":
      return breakEven(answer.breakEvenUse, name, inputs, currency);
    case "payback":
      return payback(context, owned, answer.paybackMonth, name, { ...inputs, share: answer.useShare });
  }
}

/** The rental's price; of another card, or at another utilisation, for as much work as an owned card-hour is. */
function rentalInput(context: Context, owned: number, against: number): TraceInput {
  const quoted = quoteInput(context, at(context.plan.quotes, against, "quote"));
  const { exchange, price } = rentalOfOwned(context.plan, context.estimated, owned, against);
  if (exchange === null || exchange === 1) return quoted;
  const of = `${exact(exchange)} rented card-hours for one that is owned, by the plan’s card-hours on either, at ${exact(quoted.value)} ${quoted.unit}`;
  return {
    ...quoted,
    name: `Rented for the work of an owned card-hour, ${at(context.plan.quotes, against, "quote").title}`,
    value: price,
    note: quoted.note === null ? of : `${of}; ${quoted.note}`,
  };
}

const CHANGED = { electricityPerKilowattHour: "the price of a kWh", residualShare: "the residual share" } as const;

interface OwningInputs {
  readonly total: TraceInput;
  readonly rental: TraceInput;
  readonly own: ReturnType<typeof ownershipCost>;
}

function breakEven(value: number, name: string, { total, rental, own }: OwningInputs, currency: string): Trace {
  return {
    title: `Break-even use of ${name}`,
    value: value * 100,
    unit: "%",
    formula: equal(sym("u"), over(sym("cost", "own"), times(sym("h", "all"), sym("p")))),
    substituted: equal(
      times(num(100, "%"), sym("u")),
      times(
        num(100, "%"),
        over(num(own.total, currency), times(num(own.cardHours, "card-hours"), num(rental.value, rental.unit))),
      ),
      num(value * 100, "%"),
    ),
    formulaSource: "the share of use at which owning costs what renting does, the residual counted",
    inputs: [
      total,
      givenInput("h_all", "Card-hours of the lifetime, used or not", own.cardHours, "card-hours"),
      rental,
    ],
    terms: [],
    notes: [],
  };
}

function payback(
  { plan }: Context,
  owned: ResolvedQuote,
  month: number | null,
  name: string,
  { rental, own, share }: OwningInputs & { readonly share: number },
): Trace {
  if (month === null) throw new UnknownFigureError("it never pays back");
  const { currency } = plan;
  const rent = (own.cards * HOURS_PER_YEAR * rental.value) / MONTHS_PER_YEAR;
  const running = own.runningPerYear / MONTHS_PER_YEAR;
  const isEven = Math.abs(month - own.capital / (rent * share - running)) < 1e-6 * month;
  return {
    title: `Payback month of ${name}`,
    value: month,
    unit: "months",
    formula: equal(
      sym("m"),
      over(sym("cost", "capital"), minus(times(sym("u"), sym("rent", "month")), sym("running", "month"))),
    ),
    substituted: isEven
      ? equal(
          sym("m"),
          over(
            num(own.capital, currency),
            group(minus(times(num(share), num(rent, currency)), num(running, currency))),
          ),
          num(month, "months"),
        )
      : equal(sym("m"), num(month, "months")),
    formulaSource: "when the rent that was not paid has paid for the machine; the residual comes only at the end",
    inputs: [
      givenInput("cost_capital", "Nodes and network", own.capital, currency),
      givenInput("u", "Share of its card-hours that is used", share * 100, "%"),
      givenInput("rent_month", "Rent of all its cards for a month", rent, currency),
      givenInput("running_month", "Running it for a month", running, currency),
      rental,
      ofPurchase(owned, "", "lifetimeYears", "Years of use", owned.purchase?.lifetimeYears ?? 0, "years"),
    ],
    terms: [],
    notes: isEven
      ? []
      : [{ title: "Month by month", text: "It is used fully while the plan runs and not at all afterwards." }],
  };
}

export function explainOwned(context: Context, { quote, part }: Of<"owned">): Trace {
  const { currency } = context.plan;
  const owned = purchaseOf(context, quote);
  const cost = ownershipCost(owned.purchase);
  const { value, formula, substituted, inputs, terms } = PART_OF[part](context, owned, quote);
  return {
    title: `${PART_TITLES[part]}, ${owned.title}`,
    value,
    unit: currency,
    formula: equal(sym("cost"), formula),
    substituted: equal(sym("cost"), substituted, num(value, currency)),
    formulaSource:
      part === "total" ? "nothing is discounted: a budget counts the money that is spent" : "as it is stated",
    inputs,
    terms,
    notes:
      part === "electricity"
        ? [{ title: "Electricity", text: `${cost.kilowattHoursPerYear.toFixed(2)} kWh a year.` }]
        : [],
  };
}

const PART_TITLES: Readonly<Record<OwnedPart, string>> = {
  capital: "Nodes and network",
  electricity: "Electricity of a year",
  space: "Space of a year",
  maintenance: "Maintenance of a year",
  staff: "Staff of a year",
  residual: "Residual value",
  total: "What owning costs",
};

interface PartTrace {
  readonly value: number;
  readonly formula: Formula;
  readonly substituted: Formula;
  readonly inputs: readonly TraceInput[];
  readonly terms: readonly TraceTerm[];
}

type PartExplained = (
  context: Context,
  owned: ResolvedQuote & { readonly purchase: QuotedPurchase },
  quote: number,
) => PartTrace;

const PART_OF: Readonly<Record<OwnedPart, PartExplained>> = {
  capital({ plan }, owned) {
    const { nodes, nodePrice, networkShare } = owned.purchase;
    return {
      value: ownershipCost(owned.purchase).capital,
      formula: times(sym("n"), sym("p", "node"), group(plus(num(1), sym("s", "network")))),
      substituted: times(num(nodes), num(nodePrice, plan.currency), group(plus(num(1), num(networkShare)))),
      inputs: [
        ofPurchase(owned, "n", "nodes", "Nodes", nodes, ""),
        ofPurchase(owned, "p_node", "nodePrice", "Price of a node", nodePrice, plan.currency),
        ofPurchase(owned, "s_network", "networkShare", "Network, of the nodes’ price", networkShare * 100, "%"),
      ],
      terms: [],
    };
  },
  electricity({ plan }, owned) {
    const { nodes, nodeWatts, load, pue, electricityPerKilowattHour } = owned.purchase;
    const kilowatts = nodeWatts / 1_000;
    return {
      value: ownershipCost(owned.purchase).electricityPerYear,
      formula: times(sym("n"), sym("P"), sym("l"), sym("PUE"), num(HOURS_PER_YEAR, "h"), sym("p", "kWh")),
      substituted: times(
        num(nodes),
        num(kilowatts, "kW"),
        num(load),
        num(pue),
        num(HOURS_PER_YEAR, "h"),
        num(electricityPerKilowattHour, plan.currency),
      ),
      inputs: [
        ofPurchase(owned, "n", "nodes", "Nodes", nodes, ""),
        ofPurchase(owned, "P", "nodeWatts", "Power of a node", nodeWatts, "W"),
        ofPurchase(owned, "l", "load", "Mean load", load * 100, "%"),
        ofPurchase(owned, "PUE", "pue", "All energy of the building ÷ that of its computers", pue, ""),
        ofPurchase(
          owned,
          "p_kWh",
          "electricityPerKilowattHour",
          "Price of a kWh",
          electricityPerKilowattHour,
          plan.currency,
        ),
      ],
      terms: [],
    };
  },
  space({ plan }, owned) {
    const { nodes, spacePerNodeYear } = owned.purchase;
    return {
      value: nodes * spacePerNodeYear,
      formula: times(sym("n"), sym("p", "space")),
      substituted: times(num(nodes), num(spacePerNodeYear, plan.currency)),
      inputs: [
        ofPurchase(owned, "n", "nodes", "Nodes", nodes, ""),
        ofPurchase(owned, "p_space", "spacePerNodeYear", "Space of a node for a year", spacePerNodeYear, plan.currency),
      ],
      terms: [],
    };
  },
  maintenance: (context, owned, quote) =>
    ofCapital(context, owned, quote, "maintenanceShare", "Maintenance of a year, of the capital"),
  staff({ plan }, owned) {
    const { staffPerYear } = owned.purchase;
    return {
      value: staffPerYear,
      formula: sym("p", "staff"),
      substituted: num(staffPerYear, plan.currency),
      inputs: [ofPurchase(owned, "p_staff", "staffPerYear", "Staff for a year", staffPerYear, plan.currency)],
      terms: [],
    };
  },
  residual(context, owned, quote) {
    const sold = ofCapital(context, owned, quote, "residualShare", "What it still sells for, of the capital");
    return {
      ...sold,
      value: -sold.value,
      formula: times(num(-1), sold.formula),
      substituted: times(num(-1), sold.substituted),
    };
  },
  total({ plan }, owned, quote) {
    const cost = ownershipCost(owned.purchase);
    const { lifetimeYears } = owned.purchase;
    const term = (part: OwnedPart, value: number, name = PART_TITLES[part]): TraceTerm => ({
      name,
      value,
      figure: { of: "owned", quote, part },
    });
    const terms = [
      term("capital", cost.capital),
      term("electricity", cost.electricityPerYear * lifetimeYears, "Electricity, all years"),
      term("space", cost.spacePerYear * lifetimeYears, "Space, all years"),
      term("maintenance", cost.maintenancePerYear * lifetimeYears, "Maintenance, all years"),
      term("staff", cost.staffPerYear * lifetimeYears, "Staff, all years"),
      term("residual", -cost.residual),
    ];
    return {
      value: cost.total,
      formula: sumOver("parts", sym("cost", "i")),
      substituted: sumOfTerms(terms, plan.currency),
      inputs: [ofPurchase(owned, "", "lifetimeYears", "Years of use", lifetimeYears, "years")],
      terms,
    };
  },
};

function ofCapital(
  { plan }: Context,
  owned: ResolvedQuote & { readonly purchase: QuotedPurchase },
  quote: number,
  key: "maintenanceShare" | "residualShare",
  name: string,
): PartTrace {
  const { capital } = ownershipCost(owned.purchase);
  const share = owned.purchase[key];
  return {
    value: capital * share,
    formula: times(sym("cost", "capital"), sym("s")),
    substituted: times(num(capital, plan.currency), num(share)),
    inputs: [
      {
        ...givenInput("cost_capital", "Nodes and network", capital, plan.currency),
        figure: { of: "owned", quote, part: "capital" },
      },
      ofPurchase(owned, "s", key, name, share * 100, "%"),
    ],
    terms: [],
  };
}

export function explainWaiting(context: Context, { priceTrends }: Beside, { trend: id, years }: Of<"waiting">): Trace {
  const { plan, estimated } = context;
  const { currency } = plan;
  const trend = priceTrends.trends.find((one) => one.id === id);
  if (trend === undefined) throw new UnknownFigureError(`there is no trend ${id}`);
  const { doublingYears, low, high, name, cards } = trend;
  const cost = estimated.withReruns.cost;
  const value = costAfterWaiting(cost, years, doublingYears);
  return {
    title: `The plan’s work, bought ${years === 1 ? "a year" : `${years} years`} later`,
    value,
    unit: currency,
    formula: equal(sym("cost", "later"), times(sym("cost"), power(num(2), over(times(num(-1), sym("t")), sym("d"))))),
    substituted: equal(
      sym("cost", "later"),
      times(num(cost, currency), power(num(2), over(num(-years), num(doublingYears)))),
      num(value, currency),
    ),
    formulaSource: "a fit of operations per second and money over years; a rental need not follow it",
    inputs: [
      givenInput("cost", "Total at likely values", cost, currency, TOTAL_COST),
      { ...givenInput("t", "Waited", years, "years"), source: "chosen on this page" },
      {
        ...givenInput("d", `Years in which money buys twice as much, ${name}`, doublingYears, "years"),
        note: `${low} to ${high} in the 95 % interval, ${cards} cards`,
        source: priceTrends.source,
        date: priceTrends.date,
      },
    ],
    terms: [],
    notes: [],
  };
}

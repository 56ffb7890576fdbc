/** Figure: what moves the total, input by input and reading by reading, the widest first. */
import { amountAt } from "../../estimate/amounts.ts";
import type { Figure } from "../../estimate/figure.ts";
import { atOtherQuotes, disputeOutcomes } from "../../estimate/readings.ts";
import * as cell from "../cells.ts";
import type { Figures, SheetContext } from "../context.ts";
import { moneyPlaces } from "../footing.ts";
import { base } from "../sections/base.ts";
import type { Section, Table, TornadoChart } from "../sheet.ts";
import { priceText, rangeText, read, stated } from "../text/amounts.ts";
import { capital } from "../text/words.ts";

const MOST_BARS = 10;

interface Bar {
  readonly label: string;
  /** As it stands in a sentence. */
  readonly name: string;
  readonly low: number;
  readonly high: number;
  readonly lowFigure: Figure | null;
  readonly highFigure: Figure | null;
}

/**
 * Everything that would change the total cost: each uncertain input from its low to its high end, the cheapest to the
 * dearest of the prices named, and every reading in dispute. The widest first; what changes nothing is left out.
 */
export function sensitivities(figures: Figures): Bar[] {
  return [...inputBars(figures), ...priceBars(figures), ...disputeBars(figures)]
    .filter((bar) => widthOf(bar) > 0)
    .sort((a, b) => widthOf(b) - widthOf(a))
    .slice(0, MOST_BARS);
}

const widthOf = ({ low, high }: Bar): number => Math.abs(high - low);

function inputBars({ plan, swings }: Figures): Bar[] {
  return swings.flatMap(({ input, costAtLow, costAtHigh }) => {
    const range = plan.inputs[input];
    if (range === undefined) return [];
    return [
      {
        name: range.title,
        label: `${capital(range.title)}, ${stated(range.low)} to ${stated(range.high)}`,
        low: costAtLow,
        high: costAtHigh,
        lowFigure: { of: "swing", input, end: "low" },
        highFigure: { of: "swing", input, end: "high" },
      } as const,
    ];
  });
}

interface End {
  readonly cost: number;
  readonly figure: Figure | null;
  /** Index of the quote; null for the headline. */
  readonly quote: number | null;
}

/** One bar for all the prices named: they are alternatives to one another. */
function priceBars({ plan, estimate, values, total }: Figures): Bar[] {
  const others = atOtherQuotes(plan, estimate).map(
    ({ quote, cost }): End => ({ cost, figure: { of: "quote", quote }, quote }),
  );
  const headline: End = { cost: total.cost, figure: null, quote: null };
  const ends = [headline, ...others].sort((a, b) => a.cost - b.cost);
  const [low = headline, high = headline] = [ends[0], ends.at(-1)];
  if (others.length === 0) return [];
  // One price for all cards is a number; where cards have their own, only the quotes tell what is compared.
  const headlines = new Set(plan.cards.map((card) => card.quote));
  const [only] = headlines;
  const isOnePrice = headlines.size === 1 && plan.quotes.every((quote) => quote.headline || quote.accelerator === null);
  const wordsOf = ({ quote }: End): string => {
    const one = plan.quotes[quote ?? only ?? 0];
    if (isOnePrice && one !== undefined) return priceText(amountAt(one.price, values));
    return quote === null ? "the headline’s" : `“${one?.title ?? ""}”`;
  };
  return [
    {
      name: "the price of a card-hour",
      label: `Price of a card-hour, ${wordsOf(low)} to ${wordsOf(high)}${isOnePrice ? ` ${plan.currency}` : ""}`,
      low: low.cost,
      high: high.cost,
      lowFigure: low.figure,
      highFigure: high.figure,
    },
  ];
}

function disputeBars({ plan, estimate, total, values }: Figures): Bar[] {
  const again = 1 + amountAt(plan.reruns, values);
  return disputeOutcomes(plan, estimate).flatMap(({ dispute, difference }) => {
    const reading = plan.disputes[dispute];
    if (reading === undefined) return [];
    const change = difference.cost * again;
    const figure: Figure = { of: "dispute", dispute, measure: "difference" };
    return [
      {
        name: `“${reading.title}”`,
        label: reading.title,
        low: total.cost + Math.min(0, change),
        high: total.cost + Math.max(0, change),
        lowFigure: change < 0 ? figure : null,
        highFigure: change > 0 ? figure : null,
      },
    ];
  });
}

export function sensitivityChart(context: SheetContext, bars: readonly Bar[]): Section {
  const { plan, total } = context;
  const isCentre = (value: number) => Math.abs(value - total.cost) <= 1e-9 * total.cost;
  const chart: TornadoChart = {
    kind: "tornado",
    unit: plan.currency,
    centre: total.cost,
    rows: bars.map(({ label, low, high, lowFigure, highFigure }) => ({
      label,
      low,
      high,
      // The end that is the headline itself needs no text: the centre line has it.
      lowText: isCentre(low) ? "" : read(low),
      highText: isCentre(high) ? "" : read(high),
      figure: isCentre(low) ? highFigure : lowFigure,
    })),
  };
  const [widest] = bars;
  return {
    ...base(context, "sensitivity", {
      title: widest === undefined ? "Nothing moves the total." : findingOf(widest, plan.currency),
      subtitle: `Total cost, one change at a time, everything else as in the headline.`,
      outline: "what moves the total",
    }),
    kind: "chart",
    chart,
    table: tableOf(context, bars),
    tableId: null,
    notes: [],
  };
}

/** "The total moves most with the price of a card-hour: 8.60–15.1 M USD." */
const findingOf = ({ name, low, high }: Bar, currency: string): string =>
  `The total moves most with ${name}: ${rangeText(Math.min(low, high), Math.max(low, high))} ${currency}.`;

function tableOf({ plan, total }: SheetContext, bars: readonly Bar[]): Table {
  const places = moneyPlaces(total.cost);
  return {
    columns: [
      { key: "change", title: "Change", unit: "", align: "left" },
      { key: "low", title: "Total at one end", unit: plan.currency, align: "right", places },
      { key: "high", title: "at the other", unit: plan.currency, align: "right", places },
    ],
    rows: bars.map(({ label, low, high, lowFigure, highFigure }) => ({
      cells: [
        cell.words(label),
        cell.moneyInFull(low, total.cost, plan.currency, lowFigure),
        cell.moneyInFull(high, total.cost, plan.currency, highFigure),
      ],
    })),
    total: null,
  };
}

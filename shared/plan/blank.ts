/** The plan that a new project begins with. */
import { PRESETS } from "../cluster/cluster.ts";
import { type Accelerator, densePeakOf } from "../hardware/accelerator.ts";
import type { Rate } from "../money/rate.ts";
import { DEFAULT_TERM } from "../money/term.ts";
import type { Catalogue } from "./catalogue.ts";
import { PLAN_VERSION } from "./document.ts";
import type { PlainValue } from "./edit/plan-edit.ts";
import { jsonText } from "./edit/write-value.ts";

export interface BlankPlan {
  readonly title: string;
  /** The plan's day, as 2026-11-22. */
  readonly date: string;
  /** Three capital letters, as USD. */
  readonly currency: string;
}

/** The card that a plan begins with where the catalogue has it, and the format and the currency that the catalogues go by. */
const FIRST_CARD = "h100-sxm";
const FORMAT = "bf16";
const CURRENCY_OF_RATES = "USD";

/**
 * The text of a plan without faults, with one sweep of three runs: every step of the wizard has something to show and to change. What is
 * assumed comes from the catalogue, with its source; a price that nobody has named yet is 0 and says so.
 */
export function blankPlan({ title, date, currency }: BlankPlan, catalogue: Catalogue): string {
  const card = firstCard(catalogue);
  const { utilisation, source } = catalogue.utilisation.languageModel;
  return jsonText({
    flopsheet: PLAN_VERSION,
    title,
    date,
    currency,
    convention: "matmul",
    defaults: {
      model: { layers: 12, width: 768, heads: 12, vocabulary: 32_000 },
      training: {
        tokensPerParameter: { ratio: 20, of: "total" },
        batch: 256,
        sequence: 1024,
        source: "Hoffmann et al. 2022, arXiv 2203.15556: about 20 tokens for each parameter",
      },
      hardware: { accelerator: card.id, format: FORMAT, utilisation, source },
    },
    experiments: [
      {
        id: "first-experiment",
        title: "First experiment",
        sweeps: [{ id: "main", title: "Learning rates", axes: { "learning rate": [1e-4, 3e-4, 1e-3] } }],
      },
    ],
    quotes: [firstQuote(card, currency, catalogue.rates)],
    clusters: PRESETS.map(({ cards }) => ({ cards })),
  });
}

function firstCard({ accelerators }: Catalogue): Accelerator {
  const usable = accelerators.filter((card) => densePeakOf(card, FORMAT) !== null);
  const card = usable.find(({ id }) => id === FIRST_CARD) ?? usable[0];
  if (card === undefined) throw new RangeError(`no card of the catalogue computes in ${FORMAT}`);
  return card;
}

/** A rate of the catalogue on demand, in USD per card-hour. */
export interface DatedRate {
  readonly id: string;
  readonly provider: string;
  readonly date: string;
  readonly price: number;
}

/** The newest rate of the card, and of equally new ones the lowest; null where the catalogue has none in the plan's currency. */
export function newestRate(card: string, currency: string, rates: readonly Rate[]): DatedRate | null {
  if (currency !== CURRENCY_OF_RATES) return null;
  const priced = rates.flatMap(({ id, provider, acceleratorId, date, prices }) => {
    const price = prices[DEFAULT_TERM];
    return acceleratorId === card && date !== null && price !== null ? [{ id, provider, date, price }] : [];
  });
  return priced.sort((a, b) => b.date.localeCompare(a.date, "en") || a.price - b.price)[0] ?? null;
}

/** The newest rate of the card; a price of 0 to be filled in where there is none. */
export function firstQuote(card: Accelerator, currency: string, rates: readonly Rate[]): PlainValue {
  const rate = newestRate(card.id, currency, rates);
  if (rate === null) {
    return { id: "price", title: "Price to be filled in", price: 0, headline: true, source: "not stated yet" };
  }
  return { id: "rate", title: rate.provider, rate: rate.id, term: DEFAULT_TERM, headline: true };
}

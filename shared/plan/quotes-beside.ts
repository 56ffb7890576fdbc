/** Quotes of a file beside those of a plan, as if the plan had them, too. */
import { err, ok, type Result } from "../lib/result.ts";
import type { Catalogue } from "./catalogue.ts";
import { MOST_PLAN_QUOTES, type PlanDocument } from "./document.ts";
import { readTree } from "./edit/read-tree.ts";
import type { PlanFault } from "./fault.ts";
import { readPlan } from "./read.ts";
import type { Amount, ResolvedPlan, ResolvedQuote } from "./resolved.ts";

/** More is no comparison that a person looks through. */
const MOST_QUOTES = 1_000;

/** A plan with the quotes of a file; those of the plan that do not price it are left out. */
export interface QuotesBeside {
  readonly plan: ResolvedPlan;
  /** Of the file, in its order, in the plan's currency. */
  readonly quotes: readonly ResolvedQuote[];
}

/**
 * Reads a file of quotes as a plan has them: a list, or an object with `quotes` and, where one is in another currency, `exchangeRates`. A
 * quote without an id gets one of its place.
 *
 * @returns every fault of the file, its place as `quotes[0].price`
 */
export function readQuotesBeside(
  document: PlanDocument,
  text: string,
  catalogue: Catalogue,
): Result<QuotesBeside, readonly PlanFault[]> {
  const { value, faults } = readTree(text);
  if (faults.length > 0) return err(faults);
  const file = listOf(value);
  if (file === null) return err([noList(value)]);
  return quotesBeside(document, file.quotes, file.exchangeRates, catalogue);
}

/** The same of quotes that have been read already. */
export function quotesBeside(
  document: PlanDocument,
  quotes: readonly unknown[],
  exchangeRates: readonly unknown[],
  catalogue: Catalogue,
): Result<QuotesBeside, readonly PlanFault[]> {
  if (quotes.length > MOST_QUOTES) return err([tooMany(quotes.length)]);
  const marked = document.quotes.filter(({ headline }) => headline === true);
  const kept = marked.length > 0 ? marked : document.quotes;
  const rates = [...(document.exchangeRates ?? []), ...exchangeRates.filter((rate) => !isKnown(rate, document))];
  const faults: PlanFault[] = [];
  const resolved: ResolvedQuote[] = [];
  let plan: ResolvedPlan | null = null;
  // A plan has a bounded number of quotes, so a long file is read in parts.
  const part = Math.max(1, MOST_PLAN_QUOTES - kept.length);
  for (let from = 0; plan === null || from < quotes.length; from += part) {
    const composed = {
      ...document,
      quotes: [
        ...kept.map((quote, index) => ({
          ...(quote.rate === undefined ? { title: quote.id } : {}),
          ...quote,
          ...owned(index),
        })),
        ...quotes.slice(from, from + part).map((quote, index) => withId(quote, from + index)),
      ],
      ...(rates.length === 0 ? {} : { exchangeRates: rates }),
    };
    const read = readPlan(JSON.stringify(composed), catalogue);
    if (!read.ok) {
      faults.push(...read.error.map((fault) => inFile(fault, from - kept.length)));
      if (plan === null) return err(faults);
      continue;
    }
    plan ??= read.value.resolved;
    resolved.push(...read.value.resolved.quotes.slice(kept.length).map(atLikely));
  }
  return faults.length > 0 ? err(faults) : ok({ plan, quotes: resolved });
}

/** Ranges of a part are inputs of that part's plan; offers are compared at their likely prices. */
function atLikely(quote: ResolvedQuote): ResolvedQuote {
  const likely = (amount: Amount | null): Amount | null =>
    amount === null ? null : { likely: amount.likely, input: null };
  return {
    ...quote,
    price: { likely: quote.price.likely, input: null },
    native: { ...quote.native, price: likely(quote.native.price) },
    interruptionHours: likely(quote.interruptionHours),
    storagePerTBMonth: likely(quote.storagePerTBMonth),
    egressPerTB: likely(quote.egressPerTB),
    utilisation: likely(quote.utilisation),
  };
}

/** The plan's own quotes have ids that no file has, so that the file's may be any. */
const owned = (index: number) => ({ id: `plan-${index}`, headline: true });

/** Others price nothing: a headline of the file would make the plan another one. */
function withId(quote: unknown, index: number): unknown {
  if (typeof quote !== "object" || quote === null || Array.isArray(quote)) return quote;
  const { headline: _, ...rest } = quote as Readonly<Record<string, unknown>>;
  return Object.hasOwn(rest, "id") ? rest : { id: `quote-${index + 1}`, ...rest };
}

function isKnown(rate: unknown, { exchangeRates = [] }: PlanDocument): boolean {
  const { currency } = Object(rate) as { readonly currency?: unknown };
  return exchangeRates.some((one) => one.currency === currency);
}

interface File {
  readonly quotes: readonly unknown[];
  readonly exchangeRates: readonly unknown[];
}

function listOf(value: unknown): File | null {
  if (Array.isArray(value)) return { quotes: value, exchangeRates: [] };
  const { quotes, exchangeRates = [] } = Object(value) as Readonly<Record<string, unknown>>;
  return Array.isArray(quotes) && Array.isArray(exchangeRates) ? { quotes, exchangeRates } : null;
}

/** The lines of a document that nobody has written help nobody; the number of the quote in the file does. */
function inFile(fault: PlanFault, shift: number): PlanFault {
  const path = fault.path.replace(/^quotes\[(\d+)\]/, (_, index: string) => `quotes[${Number(index) + shift}]`);
  return { ...fault, path, line: null, column: null, edit: null };
}

const noList = (value: unknown): PlanFault => ({
  ...nowhere,
  message: "This is no list of quotes",
  value: value === null ? "null" : Array.isArray(value) ? "a list" : `a ${typeof value}`,
  allowed: "a list of quotes as a plan has them, or an object with quotes",
});

const tooMany = (count: number): PlanFault => ({
  ...nowhere,
  message: "These are more quotes than are compared at once",
  value: String(count),
  allowed: `at most ${MOST_QUOTES.toLocaleString("en-US")} quotes`,
});

const nowhere = { path: "", line: null, column: null, hint: null, edit: null } as const;

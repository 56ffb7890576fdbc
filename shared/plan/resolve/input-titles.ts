/** What a range is called in a list of the plan's uncertain inputs. */

import type { Cluster } from "../../cluster/cluster.ts";
import { counted } from "../../units/format/counted.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import type { DocumentPath } from "../fault.ts";
import { words } from "../faults/field-words.ts";
import { currencyOfQuote } from "../quote-currency.ts";

/** @example variableTitle("pointsPerLine") // "points per line" */
export const variableTitle = (name: string): string => words(name).replace(/[_-]+/g, " ");

const FIELDS: Readonly<Record<string, string>> = {
  steps: "training steps",
  tokens: "training tokens",
  ratio: "tokens per parameter",
  epochs: "passes over the data",
  examples: "examples in the data",
  utilisation: "utilisation",
  achieved: "achieved speed of a card",
  tokensPerSecondPerCard: "measured tokens a second of a card",
  generationTokensPerSecond: "tokens that a card writes in a second",
  hours: "hours of a run",
  repeats: "repeats of every run",
  share: "share of the runs that end early",
  at: "part of the training that runs ended early do",
  minCards: "fewest cards of a run",
  maxCards: "most cards of a run",
  lossPerDoubling: "speed lost at each doubling of a run's cards",
  checkpointWriteMinutes: "minutes that a checkpoint takes",
  restartMinutes: "minutes that a restart takes",
  hoursPerWeek: "hours a week",
  queueWaitHours: "hours of waiting in the queue",
  cardMtbfHours: "hours between failures of one card",
  unit: "allocation unit",
  perCardHour: "allocation units for a card-hour",
  perNodeHour: "allocation units for a node-hour",
  interruptionHours: "hours between interruptions",
  storagePerTBMonth: "price of a TB for a month",
  egressPerTB: "price of a TB sent out",
};

/** What a field is called by itself. @example fieldTitle("achieved") // "achieved speed of a card" */
export const fieldTitle = (field: string): string => FIELDS[field] ?? words(field);

/**
 * The range at `path` of `document` in words, with the experiment, dispute or quote that it belongs to.
 *
 * @example rangeTitle(plan, ["quotes", 0, "price"])            // "price of a card-hour, On demand"
 * @example rangeTitle(plan, ["defaults", "hardware", "utilisation"]) // "utilisation"
 * @example rangeTitle(plan, ["experiments", 0, "sweeps", 0, "axes", "seed"]) // "number of seed settings, Ablations"
 */
export function rangeTitle(document: PlanDocument, path: DocumentPath): string {
  const [root, index] = path;
  const owner = ownerOf(document, root, Number(index));
  const range = what(path) + foreign(document, path);
  return owner === null ? range : `${range}, ${owner}`;
}

/** A price in another currency than the plan says in which. */
function foreign(document: PlanDocument, [root, index, field]: DocumentPath): string {
  const quote = root === "quotes" ? document.quotes[Number(index)] : undefined;
  if (quote === undefined || !PRICES.has(String(field))) return "";
  const currency = currencyOfQuote(quote, document);
  return currency === (document.currency ?? DEFAULT_CURRENCY) ? "" : ` in ${currency}`;
}

const PRICES: ReadonlySet<string> = new Set(["price", "storagePerTBMonth", "egressPerTB"]);

function ownerOf(document: PlanDocument, root: DocumentPath[number] | undefined, index: number): string | null {
  const quote = document.quotes[index];
  if (root === "quotes" && quote !== undefined) return quote.title ?? quote.id;
  if (root === "clusters") return clusterTitle(document.clusters?.[index]);
  if (root === "experiments") return document.experiments[index]?.title ?? null;
  return root === "disputes" ? (document.disputes?.[index]?.title ?? null) : null;
}

const clusterTitle = (cluster: Cluster | undefined): string | null =>
  cluster === undefined ? null : (cluster.title ?? `cluster of ${counted(cluster.cards, "card")}`);

function what(path: DocumentPath): string {
  if (path[0] === "overhead") return "work done again";
  if (path[0] === "quotes" && path.at(-1) === "price") return "price of a card-hour";
  const axes = path.indexOf("axes");
  if (axes >= 0) {
    const settings = `number of ${path[axes + 1]} settings`;
    if (path[axes + 2] === "counts") return `${settings} at ${path[axes + 3]}`;
    return path[axes + 2] === "otherwise" ? `${settings} otherwise` : settings;
  }
  return fieldTitle(String(path.at(-1)));
}

/** To whom a place of a plan belongs, as its author calls it. */

import { counted } from "../../units/format/counted.ts";
import type { DocumentPath } from "../fault.ts";
import { shorten } from "../text/document-path.ts";
import { memberOf, valueAt } from "../value-at.ts";

const LONGEST = 60;

/**
 * The experiment, sweep, quote, cluster or dispute that `path` of `document` lies in, and the row of a table inside it; null for what
 * belongs to the plan itself, and for the only quote of a plan.
 *
 * @example ownerOf(plan, ["experiments", 0, "sweeps", 1, "repeats"]) // "Search again of Ablations"
 * @example ownerOf(plan, ["quotes", 0, "price"]) // "AWS", of several quotes
 */
export function ownerOf(document: unknown, path: DocumentPath): string | null {
  const [root, index] = path;
  if (root === "budget") return inBudget(document, path);
  if (typeof root !== "string" || typeof index !== "number") return null;
  const list = valueAt(document, [root]);
  const row = memberOf(list, index);
  if (root === "experiments") return inExperiment(row, path);
  if (root === "quotes") return Array.isArray(list) && list.length < 2 ? null : titleOf(row, `quote ${index + 1}`);
  if (root === "exchangeRates") return titleOf(row, `exchange rate ${index + 1}`);
  if (root === "clusters") return titleOf(row, clusterOf(row));
  return root === "disputes" ? titleOf(row, `dispute ${index + 1}`) : null;
}

const PARTS_OF_BUDGET: Readonly<Record<string, string>> = {
  indirect: "indirect costs",
  tax: "the budget’s tax",
  escalation: "the budget’s escalation",
  computeLines: "the budget’s computing",
  storageLine: "the budget’s storage",
  egressLine: "the budget’s data transfer",
  allocation: "the allocation",
  justification: "the justification",
};

/** A line of the budget by its title; a group of settings by what it is of; else the budget itself. */
function inBudget(document: unknown, path: DocumentPath): string {
  const [, part, index] = path;
  if (part === "lines" && typeof index === "number" && path.length > 3) {
    return titleOf(valueAt(document, path.slice(0, 3)), `line ${index + 1}`);
  }
  return path.length > 2 ? (PARTS_OF_BUDGET[String(part)] ?? "the budget") : "the budget";
}

/** What the row at `path`, of a list of the document, is called. */
export function rowTitle(list: string, row: unknown, index: number): string {
  if (list === "clusters") return titleOf(row, clusterOf(row));
  return titleOf(row, `${index + 1}`);
}

function inExperiment(experiment: unknown, path: DocumentPath): string {
  const title = titleOf(experiment, `experiment ${Number(path[1]) + 1}`);
  const sweeps = memberOf(experiment, "sweeps");
  if (path[2] !== "sweeps" || typeof path[3] !== "number" || path.length < 5) return title;
  if (!Array.isArray(sweeps) || sweeps.length < 2) return title;
  return `${sweepTitle(sweeps[path[3]], path[3])} of ${title}`;
}

/** A sweep without a title is known by its place. */
export function sweepTitle(sweep: unknown, index: number): string {
  const title = memberOf(sweep, "title");
  return typeof title === "string" ? shorten(title, LONGEST) : `sweep ${index + 1}`;
}

function titleOf(row: unknown, otherwise: string): string {
  const title = ["title", "label", "text", "id", "currency"]
    .map((key) => memberOf(row, key))
    .find((name) => name !== undefined);
  return typeof title === "string" && title !== "" ? shorten(title, LONGEST) : otherwise;
}

function clusterOf(row: unknown): string {
  const cards = memberOf(row, "cards");
  return typeof cards === "number" ? `cluster of ${counted(cards, "card")}` : "cluster";
}

/** What changed from one version of a plan to the next, in words that its lead reads. */
import { exact } from "../../units/format/exact.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import { sameValue } from "../edit/same-value.ts";
import type { DocumentPath } from "../fault.ts";
import { words } from "../faults/field-words.ts";
import { fieldTitle, variableTitle } from "../resolve/input-titles.ts";
import { pathText, shorten } from "../text/document-path.ts";
import { memberOf, valueAt } from "../value-at.ts";
import { type Difference, differences } from "./differences.ts";
import { ownerOf, rowTitle, sweepTitle } from "./owner.ts";
import { fromTo, isText, itemWords, listed, listWords, quotedText, valueWords, written } from "./value-words.ts";
import { whereItLands } from "./where-it-lands.ts";

/** One thing that changed. */
export interface PlanChange {
  /** A sentence without a full stop: "Price 2.85 to 3.00 USD". */
  readonly words: string;
  /** The place in the later document; of what is gone, in the earlier one. */
  readonly path: DocumentPath;
}

export interface ChangeSummary {
  /** All changes in one line of at most 2,000 characters; empty where nothing changed. */
  readonly words: string;
  /** "in 6 experiments that share it", for a single change that reaches further than its place; null otherwise. */
  readonly where: string | null;
  /** The place of the first change, as `experiments[2].repeats`; empty for none, and for the plan as a whole. */
  readonly place: string;
  readonly changes: readonly PlanChange[];
}

/** Runs of every experiment by its id, before and after, where they are known: a plan does not count them itself. */
export interface RunsOfExperiments {
  readonly before: ReadonlyMap<string, number>;
  readonly after: ReadonlyMap<string, number>;
}

/**
 * What the catalogue calls the row of `id` that a field such as `accelerator` names; null for none. A plan does not have the catalogue
 * itself, and without it ids are told as they stand.
 */
export type NameOf = (field: string, id: string) => string | null;

/** As long as a revision of the record may say. */
const LONGEST = 2_000;

/** More changes than these are counted first. */
const MOST_UNCOUNTED = 3;

const UNKNOWN_RUNS: RunsOfExperiments = { before: new Map(), after: new Map() };
const NO_NAMES: NameOf = () => null;

/**
 * What changed from `before` to `after`. Equal documents have no change; the way back has as many changes as the way there.
 *
 * @example describeChange(plan, dearer).words    // "Price 2.85 to 3.00 USD"
 * @example describeChange(plan, longer).words    // "Points per line, likely 10 to 15"
 * @example describeChange(plan, other, runs, nameOf).words // "Accelerator NVIDIA H100 SXM5 80GB to NVIDIA A100 SXM4 80GB"
 * @example describeChange(plan, wider).words     // "Width of Epsilon variants: 3072 added"
 */
export function describeChange(
  before: PlanDocument,
  after: PlanDocument,
  runs: RunsOfExperiments = UNKNOWN_RUNS,
  nameOf: NameOf = NO_NAMES,
): ChangeSummary {
  return describeValues(before, after, runs, nameOf);
}

/** As `describeChange`, for documents with faults: plain values of whatever shape. */
export function describeValues(
  before: unknown,
  after: unknown,
  runs: RunsOfExperiments = UNKNOWN_RUNS,
  nameOf: NameOf = NO_NAMES,
): ChangeSummary {
  const worded = new Wording(before, after, runs, nameOf);
  const changes = worded.all(differences(before, after));
  const [first, ...others] = changes;
  if (first === undefined) return { words: "", where: null, place: "", changes };
  return {
    words: inOneLine(changes.map((change) => change.words)),
    where: others.length === 0 ? whereItLands(after, first.path) : null,
    place: pathText(first.path),
    changes,
  };
}

function inOneLine(all: readonly string[]): string {
  let line = all.length > MOST_UNCOUNTED ? `${exact(all.length)} changes: ` : "";
  for (const [index, one] of all.entries()) {
    const next = (index === 0 ? "" : "; ") + one;
    const rest = `; and ${exact(all.length - index)} more`;
    // Room is kept for the words that say how many are left out.
    const isLast = index === all.length - 1;
    if (line.length + next.length > LONGEST - (isLast ? 0 : rest.length)) return shorten(line + rest, LONGEST);
    line += next;
  }
  return line;
}

const LISTS: Readonly<Record<string, string>> = {
  experiments: "experiment",
  quotes: "quote",
  exchangeRates: "exchange rate",
  clusters: "cluster",
  disputes: "dispute",
  sources: "source",
  lines: "budget line",
};

class Wording {
  readonly #before: unknown;
  readonly #after: unknown;
  readonly #runs: RunsOfExperiments;
  readonly #nameOf: NameOf;

  constructor(before: unknown, after: unknown, runs: RunsOfExperiments, nameOf: NameOf) {
    this.#before = before;
    this.#after = after;
    this.#runs = runs;
    this.#nameOf = nameOf;
  }

  all(found: readonly Difference[]): PlanChange[] {
    const changes: PlanChange[] = [];
    const told = new Set<Difference>();
    for (const difference of found) {
      if (told.has(difference)) continue;
      const alike = together(difference, found);
      for (const one of alike) told.add(one);
      changes.push({
        words: capital(alike.length > 1 ? this.#rows(alike) : this.#one(difference)),
        path: difference.path,
      });
    }
    return changes;
  }

  #one(difference: Difference): string {
    switch (difference.kind) {
      case "changed":
        return this.#changed(difference.path, difference.was, difference.before, difference.after);
      case "added":
      case "removed":
        return isRow(difference.path) ? this.#rows([difference]) : this.#oneSided(difference);
      case "renamed":
        return this.#renamed(difference.path, difference.from, difference.to);
      case "reordered":
        return this.#reordered(difference.path);
    }
  }

  /** Rows of one list that came, or went, together. */
  #rows(rows: readonly Difference[]): string {
    const [first] = rows;
    if (first === undefined || (first.kind !== "added" && first.kind !== "removed")) return "";
    const { kind, path } = first;
    const list = String(path.at(-2));
    const names = rows.map((row) => rowTitle(list, "value" in row ? row.value : null, Number(row.path.at(-1))));
    if (list === "sweeps") {
      const sweeps = rows.map((row) => {
        const value = "value" in row ? row.value : null;
        const title = memberOf(value, "title");
        return typeof title === "string" ? `sweep ${quotedText(title)}` : sweepTitle(value, Number(row.path.at(-1)));
      });
      return `${listed(sweeps)}${this.#of(path.slice(0, -2), kind)} ${kind}`;
    }
    if (list === "experiments") return `${listWords(names, "experiments")} ${kind}${this.#runsOf(rows, kind)}`;
    if (path.at(-3) === "axes") return `${this.#subject(path.slice(0, -1), kind)}: ${listWords(names, "rows")} ${kind}`;
    if (list === "clusters" && names.length === 1) return `${clusterTitle(rows[0])} ${kind}`;
    const what = LISTS[list] ?? words(list);
    return names.length === 1 ? `${what} ${quotedText(names[0] ?? "")} ${kind}` : `${listWords(names, list)} ${kind}`;
  }

  #runsOf(rows: readonly Difference[], kind: "added" | "removed"): string {
    const known = kind === "added" ? this.#runs.after : this.#runs.before;
    const runs = rows.map((row) => known.get(String(memberOf("value" in row ? row.value : null, "id"))) ?? null);
    const total = runs.reduce<number | null>((sum, one) => (sum === null || one === null ? null : sum + one), 0);
    if (total === null) return "";
    return `, ${exact(Math.round(total))} ${Math.round(total) === 1 ? "run" : "runs"}`;
  }

  #oneSided({ kind, path, value: stated }: Difference & { kind: "added" | "removed" }): string {
    const field = String(path.at(-1));
    const policy = path.length === 1 && field === "schedule" ? memberOf(stated, "policy") : undefined;
    if (policy !== undefined) return this.#oneSided({ kind, path: [...path, "policy"], value: policy });
    const value = this.#named(field, stated);
    if (isHeadline(path)) return this.#headline(path, kind, kind === "added" && value === true);
    const subject = this.#subject(path, kind);
    if (path.at(-2) === "axes") {
      return kind === "added" ? `axis ${subject} added: ${axisWords(value)}` : `axis ${subject} removed`;
    }
    if (path.at(-2) === "variables") return `variable ${subject} ${kind}`;
    if (kind === "removed") return `${subject} no longer stated`;
    return `${subject} set to ${written(valueWords(field, value, this.#currency(this.#after, path)))}`;
  }

  #headline(path: DocumentPath, kind: "added" | "removed", isHeadlineNow: boolean): string {
    const quote = valueAt(kind === "added" ? this.#after : this.#before, path.slice(0, -1));
    return `${rowTitle("quotes", quote, Number(path[1]))} is ${isHeadlineNow ? "the" : "no longer the"} headline quote`;
  }

  #renamed(path: DocumentPath, from: string, to: string): string {
    const isVariable = path.at(-2) === "variables";
    const [old, now] = isVariable ? [variableTitle(from), variableTitle(to)] : [from, to];
    return isVariable
      ? `variable ${quotedText(old)} renamed to ${quotedText(now)}`
      : `axis ${quotedText(old)}${this.#of(path, "added")} renamed to ${quotedText(now)}`;
  }

  #reordered(path: DocumentPath): string {
    const list = String(path.at(-1));
    const isAxis = path.at(-2) === "axes";
    return `order of ${isAxis ? `the rows of ${axisTitle(list)}` : words(list)}${this.#of(path, "added")} changed`;
  }

  #changed(path: DocumentPath, was: string | null, stated: unknown, statedNow: unknown): string {
    const field = String(path.at(-1));
    const [before, after] = [this.#named(was ?? field, stated), this.#named(field, statedNow)];
    if (isHeadline(path)) return this.#headline(path, "added", after === true);
    const subject = this.#subject(was === null ? path : [...path.slice(0, -1), SUBJECTS[was] ?? was], "added");
    if (path.at(-2) === "axes") return axisChange(subject, before, after);
    if (
      path[0] === "clusters" &&
      field === "cards" &&
      valueAt(this.#after, [...path.slice(0, -1), "title"]) === undefined
    ) {
      return `cluster of ${fromTo(valueWords(field, before, ""), valueWords(field, after, ""))} cards`;
    }
    if (isTitle(path) && typeof before === "string" && typeof after === "string") {
      return `${quotedText(before)} renamed to ${quotedText(after)}`;
    }
    if (isText(field) && [before, after].some((text) => String(text).length > LONGEST_TOLD))
      return `${subject} changed`;
    if (was === null && Array.isArray(before) && Array.isArray(after)) return listChange(subject, before, after);
    const members = was === null ? rangeMembers(field, before, after, this.#currency(this.#after, path)) : null;
    if (members !== null) return `${subject}, ${members}`;
    const old = valueWords(was ?? field, before, this.#currency(this.#before, path));
    const now = valueWords(field, after, this.#currency(this.#after, path));
    // Two values that read alike, as two cards of one name.
    return written(old) === written(now) ? `${subject} changed` : `${subject} ${fromTo(old, now)}`;
  }

  /** The field at `path` in words, with whose it is. */
  #subject(path: DocumentPath, kind: "added" | "removed"): string {
    const field = String(path.at(-1));
    const list = path.at(-2);
    const axes = path.indexOf("axes");
    if (list === "variables") return shorten(variableTitle(field), LONGEST_NAME);
    if (list === "axes") return axisTitle(field) + this.#of(path, kind);
    if (path[0] === "overhead" && field === "reruns") return "work done again";
    if (list === "commitment") return `${field} of the commitment${this.#of(path, kind)}`;
    if (path[0] === "clusters" && field === "share") return `granted share${this.#of(path, kind)}`;
    if (axes >= 0 && axes + 2 < path.length) {
      const row = valueAt(kind === "added" ? this.#after : this.#before, path.slice(0, axes + 3));
      return `${words(field)} of ${itemWords(row)} in ${axisTitle(String(path[axes + 1]))}${this.#of(path, kind)}`;
    }
    if (isNote(field) && typeof list === "string") return `${field} of ${words(list)}${this.#of(path, kind)}`;
    return shorten(NAMES[field] ?? fieldTitle(field), LONGEST_NAME) + this.#of(path, kind);
  }

  #of(path: DocumentPath, kind: "added" | "removed"): string {
    const owner = ownerOf(kind === "added" ? this.#after : this.#before, path);
    return owner === null ? "" : ` of ${owner}`;
  }

  /** The value of a field, or of the axis that sets it, with the catalogue's names in place of its ids. */
  #named(field: string, value: unknown): unknown {
    if (Array.isArray(value)) return value.map((one) => this.#named(field, one));
    return typeof value === "string" ? (this.#nameOf(field.replace(/^.*\./, ""), value) ?? value) : value;
  }

  /** Of the money at `path`: that of the quote that it is of, else the plan's. */
  #currency(document: unknown, path: DocumentPath): string {
    const ofQuote = path[0] === "quotes" ? valueAt(document, [...path.slice(0, 2), "currency"]) : undefined;
    const currency = ofQuote ?? memberOf(document, "currency");
    return typeof currency === "string" ? currency : DEFAULT_CURRENCY;
  }
}

/** The row's own name, as "cluster of 10 cards", or "cluster “Pod”". */
function clusterTitle(row: Difference | undefined): string {
  const value = row !== undefined && "value" in row ? row.value : null;
  const title = memberOf(value, "title");
  return typeof title === "string" ? `cluster ${quotedText(title)}` : rowTitle("clusters", value, 0);
}

/** Fields that say who or why, of a group: named with the group. */
const isNote = (field: string): boolean => field === "source" || field === "note";

const isHeadline = (path: DocumentPath): boolean => path[0] === "quotes" && path.length === 3 && path[2] === "headline";

/** Fields whose owner is named beside them, and abbreviations. */
const NAMES: Readonly<Record<string, string>> = { repeats: "repeats", pue: "PUE" };

const LONGEST_NAME = 60;
const LONGEST_TOLD = 80;

/** What stands for fields that say one thing in several ways. */
const SUBJECTS: Readonly<Record<string, string>> = {
  steps: "training",
  tokens: "training",
  tokensPerParameter: "training",
  epochs: "training",
};

/** Whether `path` is a row of a list that is told by its name. */
const isRow = (path: DocumentPath): boolean => typeof path.at(-1) === "number";

/** The title of something that has one of its own: its renaming. */
const isTitle = (path: DocumentPath): boolean =>
  path.at(-1) === "title" && path.length > 1 && typeof path.at(-2) === "number";

/** Differences that are told with `one`, itself included: rows that came to, or went from, the same list. */
function together(one: Difference, all: readonly Difference[]): Difference[] {
  if (!isRow(one.path) || (one.kind !== "added" && one.kind !== "removed")) return [one];
  const list = pathText(one.path.slice(0, -1));
  return all.filter(({ kind, path }) => kind === one.kind && isRow(path) && pathText(path.slice(0, -1)) === list);
}

/** An axis by what it sets: `model.width` is the width. */
const axisTitle = (name: string): string => {
  const isPath = /^(?:model|training|hardware)\./.test(name);
  return shorten(isPath ? words(name.slice(name.lastIndexOf(".") + 1)) : name, LONGEST_NAME);
};

function axisWords(value: unknown): string {
  if (Array.isArray(value)) return listWords(value);
  const { digits } = valueWords("axis", value, "");
  if (typeof memberOf(value, "use") === "string") return `as many as ${digits}`;
  const likely = memberOf(value, "likely");
  if (likely === undefined) return `${digits} settings`;
  const [low, high] = [memberOf(value, "low"), memberOf(value, "high")].map(itemWords);
  return `${low}–${high} settings, likely ${itemWords(likely)}`;
}

function axisChange(subject: string, before: unknown, after: unknown): string {
  if (Array.isArray(before) && Array.isArray(after)) return listChange(subject, before, after);
  const members = rangeMembers("axis", before, after, "");
  if (members !== null) return `${subject}, ${members}`;
  const [old, now] = [axisWords(before), axisWords(after)];
  return old === now ? `${subject} changed` : `${subject} ${old} to ${now}`;
}

/** Which values a list has more, and which less. */
function listChange(subject: string, before: readonly unknown[], after: readonly unknown[]): string {
  const [old, now] = [before, after].map((values) => new Set(values.map((value) => JSON.stringify(value))));
  const come = after.filter((value) => old?.has(JSON.stringify(value)) === false);
  const gone = before.filter((value) => now?.has(JSON.stringify(value)) === false);
  const parts = [
    ...(come.length > 0 ? [`${listWords(come)} added`] : []),
    ...(gone.length > 0 ? [`${listWords(gone)} removed`] : []),
  ];
  if (parts.length > 0) return `${subject}: ${parts.join(", ")}`;
  return before.length === after.length
    ? `${subject}: another order`
    : `${subject}: ${before.length} to ${after.length} values`;
}

/** The members in which two numbers in doubt differ; null where one of the two is none. */
function rangeMembers(field: string, before: unknown, after: unknown, currency: string): string | null {
  const isRange = (value: unknown) => memberOf(value, "likely") !== undefined;
  if (!isRange(before) || !isRange(after)) return null;
  const parts = ["low", "likely", "high"].flatMap((name) => {
    const [old, now] = [memberOf(before, name), memberOf(after, name)];
    if (sameValue(old, now)) return [];
    return [`${name} ${fromTo(valueWords(field, old, currency), valueWords(field, now, currency))}`];
  });
  if (!sameValue(memberOf(before, "source"), memberOf(after, "source"))) parts.push("another source");
  if (!sameValue(memberOf(before, "date"), memberOf(after, "date"))) parts.push("another date");
  return parts.length === 0 ? "changed" : parts.join(", ");
}

const capital = (text: string): string =>
  /^\p{Ll}\S*\p{Lu}/u.test(text) ? text : text.charAt(0).toUpperCase() + text.slice(1);

/** By how much two versions of a plan differ in money: line by line, and change by change. */
import type { Catalogue } from "../../plan/catalogue.ts";
import { describeValues, type NameOf } from "../../plan/changes/describe-change.ts";
import { type Difference, differences } from "../../plan/changes/differences.ts";
import { partOfChange } from "../../plan/changes/part-of-change.ts";
import { type ReadPlan, readPlan } from "../../plan/read.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { budgetOf } from "../budget/budget-of.ts";
import { estimate } from "../estimate.ts";
import { difference as less } from "../totals.ts";
import type { Estimate, Totals } from "../types.ts";
import { type BudgetDifference, budgetDifference } from "./budget-difference.ts";

/** A line of the plans: an experiment, or the work that is done again. */
export interface LineDifference {
  /** Null for the work done again. */
  readonly id: string | null;
  readonly title: string;
  /** Null in the plan that does not have the line. */
  readonly before: Totals | null;
  readonly after: Totals | null;
  /** Cost after less cost before; a line that is missing costs 0. */
  readonly difference: number;
}

/** One change of the plan, or several that only make a plan together. */
export interface ChangeEffect {
  /** "Points per line, likely 10 to 15". */
  readonly words: string;
  /** Place of the first change, as `variables.pointsPerLine`. */
  readonly place: string;
  /** What the total grows by when this change follows those before it. */
  readonly inTurn: number;
  /** What the total grows by when it is the only change; null where it makes no plan by itself. */
  readonly alone: number | null;
}

export interface PlanDifference {
  /** Of every amount; null where the plans are in two currencies, and no money is compared then. */
  readonly currency: string | null;
  readonly before: Totals;
  readonly after: Totals;
  /** Lines that differ in any measure, in the order of the later plan, what is gone after them. */
  readonly lines: readonly LineDifference[];
  /** Changes that move the total, in the order of the plan. Their `inTurn` add up to the difference of the totals. */
  readonly changes: readonly ChangeEffect[];
  /** Null without a budget in either plan, and where the budgets are in two currencies. */
  readonly budget: BudgetDifference | null;
  /** How many changes do not move the total, which is of computing alone. */
  readonly quiet: number;
  /**
   * What the changes do together beyond what each does alone; null where one of them does nothing alone. 0 for a single
   * change.
   */
  readonly remainder: number | null;
}

/** More changes are taken one by one no more: the rest is one. */
const MOST_STEPS = 80;

/** Smaller parts of the total are what adding doubles leaves over. */
const ROUNDING = 1e-12;

/**
 * Compares two plans. Each change is made to the earlier plan by itself (`alone`), and all of them one after the other in the order
 * of the document (`inTurn`), so that what changes do to each other has a name: more seeds of a wider model cost more than
 * the seeds and the width each.
 *
 * @example 12 runs of 100 USD, then 15 of 120: +300 and +240 alone, 60 together
 */
export function planDifference(
  before: ReadPlan,
  after: ReadPlan,
  catalogue: Catalogue,
  nameOf?: NameOf,
): PlanDifference {
  const [old, now] = [estimate(before.resolved), estimate(after.resolved)];
  const isOneCurrency = before.resolved.currency === after.resolved.currency;
  const steps = isOneCurrency ? stepsBetween(before, after, catalogue, nameOf) : [];
  const size = Math.max(old.withReruns.cost, now.withReruns.cost);
  const moves = (money: number | null) => money === null || Math.abs(money) > size * ROUNDING;
  const changes = steps.filter(({ inTurn, alone }) => moves(inTurn) || (alone !== null && moves(alone)));
  const rest = changes.reduce<number | null>(
    (left, { alone }) => (left === null || alone === null ? null : left - alone),
    now.withReruns.cost - old.withReruns.cost,
  );
  return {
    currency: isOneCurrency ? after.resolved.currency : null,
    before: old.withReruns,
    after: now.withReruns,
    lines: [...linesOf(before.resolved, old, after.resolved, now), ...rerunsLine(old, now)].filter(differs),
    budget: budgetDifference(
      { plan: before.resolved, budget: budgetOf(before.resolved, old) },
      { plan: after.resolved, budget: budgetOf(after.resolved, now) },
    ),
    changes,
    quiet: steps.length - changes.length,
    remainder: rest === null ? null : moves(rest) ? rest : 0,
  };
}

const runsOf = (plan: ResolvedPlan): ReadonlyMap<string, number> => {
  const { experiments } = estimate(plan);
  return new Map(plan.experiments.map(({ id }, index) => [id, experiments[index]?.runs ?? 0]));
};

function linesOf(before: ResolvedPlan, old: Estimate, after: ResolvedPlan, now: Estimate): LineDifference[] {
  const then = new Map(before.experiments.map(({ id }, index) => [id, old.experiments[index] ?? null]));
  const kept = new Set(after.experiments.map(({ id }) => id));
  const line = (id: string, title: string, was: Totals | null, is: Totals | null): LineDifference => ({
    id,
    title,
    before: was,
    after: is,
    difference: (is?.cost ?? 0) - (was?.cost ?? 0),
  });
  return [
    ...after.experiments.map(({ id, title }, index) =>
      line(id, title, then.get(id) ?? null, now.experiments[index] ?? null),
    ),
    ...before.experiments.flatMap(({ id, title }) =>
      kept.has(id) ? [] : [line(id, title, then.get(id) ?? null, null)],
    ),
  ];
}

function rerunsLine(old: Estimate, now: Estimate): LineDifference[] {
  const [was, is] = [old, now].map(({ withReruns, withRepeats }) => less(withReruns, withRepeats));
  if (was === undefined || is === undefined) return [];
  return [{ id: null, title: "Reruns and failures", before: was, after: is, difference: is.cost - was.cost }];
}

function differs({ before, after }: LineDifference): boolean {
  if (before === null || after === null) return true;
  return (["runs", "flop", "cardHours", "cost"] as const).some(
    (measure) => Math.abs(after[measure] - before[measure]) > ROUNDING * Math.max(after[measure], before[measure]),
  );
}

/**
 * The way from one plan to the other, change by change. A change that makes no plan where it stands (a sweep that uses a variable
 * that is added later) waits until it does; what waits at the end is one step.
 */
function stepsBetween(before: ReadPlan, after: ReadPlan, catalogue: Catalogue, nameOf?: NameOf): ChangeEffect[] {
  const all = differences(before.document, after.document);
  const costOf = (document: unknown): number | null => {
    const read = readPlan(JSON.stringify(document), catalogue);
    return read.ok ? estimate(read.value.resolved).withReruns.cost : null;
  };
  const withOnly = (made: readonly Difference[]) => partOfChange(before.document, after.document, made);
  const start = estimate(before.resolved).withReruns.cost;
  const steps: ChangeEffect[] = [];
  const runs = { before: runsOf(before.resolved), after: runsOf(after.resolved) };
  let here: unknown = before.document;
  let cost: number = start;
  const made: Difference[] = [];
  const step = (taken: readonly Difference[], next: unknown, nextCost: number): void => {
    const { words, place } = describeValues(here, next, runs, nameOf);
    const alone = steps.length === 0 ? nextCost : costOf(withOnly(taken));
    // A change of order alone has no words.
    if (words !== "") {
      steps.push({ words, place, inTurn: nextCost - cost, alone: alone === null ? null : alone - start });
    }
    made.push(...taken);
    here = next;
    cost = nextCost;
  };
  const attempt = (taken: readonly Difference[]): boolean => {
    const next = withOnly([...made, ...taken]);
    const nextCost = costOf(next);
    if (nextCost === null) return false;
    step(taken, next, nextCost);
    return true;
  };
  let waiting: Difference[] = [];
  for (const one of all.slice(0, MOST_STEPS)) {
    if (attempt([one])) waiting = waiting.filter((other) => !attempt([other]));
    else waiting.push(one);
  }
  const rest = [...waiting, ...all.slice(MOST_STEPS)];
  if (rest.length > 0) step(rest, after.document, estimate(after.resolved).withReruns.cost);
  return steps;
}

/** Two versions of a plan in figures: the total, card-hours, operations and runs, as a whole and by experiment. Pure. */
import type { Figures, Snapshot } from "../../../shared/contract/methods/projects.ts";

/** A version as it is compared. */
export interface Compared {
  readonly figures: Figures | null;
  readonly parts: Snapshot["parts"];
}

export interface FigureDifference {
  readonly before: number | null;
  readonly after: number | null;
  /** After minus before; null where one of them is missing or they are not in one currency. */
  readonly difference: number | null;
  /** Of the value before, as a part of 1; null where that is 0 or nothing can be subtracted. */
  readonly share: number | null;
}

export interface WholeDifferences {
  readonly total: FigureDifference;
  readonly cardHours: FigureDifference;
  readonly flop: FigureDifference;
  readonly runs: FigureDifference;
}

export interface ExperimentDifference {
  readonly id: string;
  readonly title: string;
  /** Whether it is in both versions, came or went. */
  readonly kind: "kept" | "added" | "removed";
  readonly total: FigureDifference;
  readonly runs: FigureDifference;
}

export function wholeDifferences(before: Compared, after: Compared): WholeDifferences {
  const [a, b] = [before.figures, after.figures];
  const inOneCurrency = a === null || b === null || a.currency === b.currency;
  return {
    total: differenceOf(a?.total ?? null, b?.total ?? null, inOneCurrency),
    cardHours: differenceOf(a?.cardHours ?? null, b?.cardHours ?? null),
    flop: differenceOf(a?.flop ?? null, b?.flop ?? null),
    runs: differenceOf(a?.runs ?? null, b?.runs ?? null),
  };
}

/** Every experiment of either version whose figures differ, in the later one's order, those that went at the end. */
export function experimentDifferences(before: Compared, after: Compared): ExperimentDifference[] {
  const [a, b] = [before.figures, after.figures];
  const inOneCurrency = a === null || b === null || a.currency === b.currency;
  const was = new Map(before.parts.map((part) => [part.id, part]));
  const is = new Set(after.parts.map(({ id }) => id));
  const rows = [
    ...after.parts.map((now) => {
      const then = was.get(now.id);
      const kind = then === undefined ? ("added" as const) : ("kept" as const);
      return { id: now.id, title: now.title, kind, then, now };
    }),
    ...before.parts
      .filter(({ id }) => !is.has(id))
      .map((then) => ({ id: then.id, title: then.title, kind: "removed" as const, then, now: undefined })),
  ];
  return rows
    .map(({ id, title, kind, then, now }) => ({
      id,
      title,
      kind,
      total: differenceOf(then?.total ?? null, now?.total ?? null, inOneCurrency),
      runs: differenceOf(then?.runs ?? null, now?.runs ?? null),
    }))
    .filter(({ kind, total, runs }) => kind !== "kept" || total.before !== total.after || runs.before !== runs.after);
}

export function differenceOf(before: number | null, after: number | null, comparable = true): FigureDifference {
  if (before === null || after === null || !comparable) return { before, after, difference: null, share: null };
  const difference = after - before;
  return { before, after, difference, share: before === 0 ? null : difference / before };
}

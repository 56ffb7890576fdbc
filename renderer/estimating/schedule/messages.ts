/** What the page and the worker that schedules say to each other. Schedules are long; the page gets what it shows of them. */
import type { Band } from "../../../shared/cluster/bands.ts";
import type { Policy } from "../../../shared/cluster/policy.ts";
import type { Span } from "../../../shared/cluster/schedule-types.ts";
import type { SizeCurve } from "../../../shared/cluster/size-curve.ts";
import type { Allocation } from "../../../shared/estimate/schedule/allocation.ts";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";

/**
 * A plan without faults as its text: to copy ten thousand run classes for a worker would hold up the page. That of a saved sheet is resolved
 * already, by the program as it was then.
 */
export type AskedPlan = { readonly text: string } | { readonly resolved: ResolvedPlan };

export type ScheduleQuestion =
  /** The schedules themselves, for whoever explains figures. */
  | { readonly of: "schedules"; readonly plan: AskedPlan }
  /** What happens on one of them, under every policy. */
  | { readonly of: "cluster"; readonly plan: AskedPlan; readonly cluster: number }
  /** How long it would take on a cluster of this kind of any size. */
  | { readonly of: "sizes"; readonly plan: AskedPlan; readonly cluster: number }
  /** How large a cluster of this kind must be to end by a day, and what this one does until then. */
  | { readonly of: "deadline"; readonly plan: AskedPlan; readonly cluster: number; readonly day: string };

export interface PolicyTimes {
  readonly policy: Policy;
  readonly scheduledHours: number;
  readonly expectedHours: number;
}

/** Hours since the start, and the moments that they are, as `2026-12-03T04:12`; null where no start is known. */
export interface TimeSpan extends Span {
  readonly startsAt: string | null;
  readonly endsAt: string | null;
}

/** Of one experiment, in the order of the plan. */
export interface ExperimentTimes {
  readonly runs: number;
  /** Null where none of its runs can be scheduled. */
  readonly scheduled: TimeSpan | null;
  readonly expected: TimeSpan | null;
}

/** Of the runs of one job. */
export interface ClassTimes {
  readonly id: string;
  readonly experiment: number;
  readonly count: number;
  /** Null where they fit on no number of these cards. */
  readonly minCards: number | null;
  /** Null where nothing but the cluster bounds them. */
  readonly maxCards: number | null;
  /** How the two are known, in words: "memory", "stated". */
  readonly minBy: string;
  readonly maxBy: string;
  readonly lossPerDoubling: number;
  /** Null where they cannot run. */
  readonly placed: (TimeSpan & { readonly cardsPerRun: number; readonly hoursPerRun: number }) | null;
}

export interface CannotRun {
  readonly id: string;
  readonly experiment: number;
  readonly count: number;
  /** A sentence. */
  readonly reason: string;
  /** Of the smallest cluster that takes it; null where none does. */
  readonly minimumCards: number | null;
}

/** Of one cluster. Hours are those in which it can be used, from the start of the first run. */
export interface ClusterView {
  readonly policy: Policy;
  /** Cards that the project is granted. */
  readonly cards: number;
  readonly idealHours: number;
  readonly scheduledHours: number;
  readonly expectedHours: number;
  readonly utilisation: number;
  readonly idleCardHours: number;
  readonly bands: readonly Band[];
  readonly experiments: readonly ExperimentTimes[];
  readonly classes: readonly ClassTimes[];
  readonly cannotRun: readonly CannotRun[];
  readonly allocation: Allocation | null;
}

/** The time below which no cluster gets while a run may use at most so many cards. */
export interface Floor {
  readonly cardsPerRun: number;
  readonly hours: number;
  /** What the plan's longest run has, and not a what-if. */
  readonly isOwn: boolean;
}

/** Time against the size of a cluster that is else like this one. */
export interface SizeView {
  readonly curve: SizeCurve;
  readonly floors: readonly Floor[];
  /** Where more cards stop helping; null where they help up to the largest size. */
  readonly bend: { readonly cards: number; readonly hours: number } | null;
}

/** What an experiment gets done until a day, in the order of the plan. */
export interface Fitting {
  readonly runs: number;
  readonly done: number;
}

export interface DeadlineView {
  /** Hours of the cluster until the end of the day. */
  readonly hours: number;
  /** The fewest cards of such a cluster that end by then; null where none do. */
  readonly fewest: { readonly cards: number; readonly hours: number } | null;
  readonly fitting: readonly Fitting[];
}

export type ScheduleAnswer =
  | { readonly of: "schedules"; readonly schedules: readonly ClusterSchedule[] }
  /** Comes in parts: the plan's own policy first, then the others, with a view that is null. */
  | { readonly of: "cluster"; readonly view: ClusterView | null; readonly policies: readonly PolicyTimes[] }
  | { readonly of: "sizes"; readonly view: SizeView }
  | { readonly of: "deadline"; readonly view: DeadlineView }
  | { readonly of: "failed"; readonly message: string };

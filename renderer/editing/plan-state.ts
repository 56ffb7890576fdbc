/** What a plan that is being edited is at one moment: its text, and what the text comes to. */
import type { PlanFault } from "../../shared/plan/fault.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";

/** What the last change did. Differences are after minus before; null where one of the two has no figures. */
export interface LastChange {
  /** "Points per line, likely 10 to 15". */
  readonly words: string;
  /** Where it lands, "in 6 experiments that share it"; null when that says nothing more. */
  readonly where: string | null;
  readonly difference: {
    readonly total: number;
    /** Of the total before, as a part of 1; null when that was 0. */
    readonly share: number | null;
    readonly runs: number;
    readonly cardHours: number;
  } | null;
}

/** How the draft stands to the record. */
export interface SavedState {
  /** The revision that the draft builds on. */
  readonly revision: number;
  /** The text of that revision. */
  readonly text: string;
}

export type ReadOnlyReason = "otherTab";

export interface PlanState {
  /** The document's id: the project's, once it is in the record. */
  readonly id: string;
  /** Name of its file. */
  readonly name: string;
  /** The document: everything else follows from it. */
  readonly text: string;
  /** The document as plain values, for forms: what was last readable. Values may be anything, half-typed ones too. */
  readonly tree: unknown;
  /** Whether `tree` is of this text; when not, the text cannot be read at all and forms cannot change it. */
  readonly isReadable: boolean;
  readonly faults: readonly PlanFault[];
  /** The plan as it was last without faults, with its figures; null when it never was. */
  readonly live: OpenedPlan | null;
  /** The figures are of an earlier text. */
  readonly isStale: boolean;
  readonly lastChange: LastChange | null;
  /** Why the ranges could not be drawn; null when they were, or will be. */
  readonly rangesFailure: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Null for a document that is in no record yet. */
  readonly saved: SavedState | null;
  /** Whether the draft is on disk: `failed` says that the browser refused to keep it. */
  readonly keeping: "kept" | "keeping" | "failed";
  /** Moment of the last change, in milliseconds since 1970; null for a text that was only opened. */
  readonly changedAt: number | null;
  readonly readOnly: ReadOnlyReason | null;
}

/** Whether there is something to save. */
export const isChanged = ({ text, saved }: PlanState): boolean => saved === null || saved.text !== text;

/** What a plan that is being edited is at one moment: its text, and what the text comes to. */
import type { ContractError } from "../../shared/contract/reply.ts";
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

/** A revision of the record that the draft does not build on. */
export interface NewerRevision {
  readonly revision: number;
  readonly text: string;
  readonly name: string;
  /** As `2026-11-22T14:02:00.000Z`. */
  readonly savedAt: string;
}

export interface RecordState {
  /** The record moved on since the revision that the draft builds on. */
  readonly newer: NewerRevision | null;
  /** When the project was deleted, as `2026-11-22T14:02:00.000Z`; null while it is not. */
  readonly deletedAt: string | null;
  readonly saving: "no" | "saving";
  /** What became of the last wish to save; null when nothing is to be said of it any more. */
  readonly outcome:
    | { readonly kind: "saved"; readonly revision: number }
    | { readonly kind: "failed"; readonly error: ContractError }
    | null;
}

export const quietRecord: RecordState = { newer: null, deletedAt: null, saving: "no", outcome: null };

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
  /** Why the last change of a form could not be made, a sentence; null when it was. */
  readonly editProblem: string | null;
  /** Why the ranges could not be drawn; null when they were, or will be. */
  readonly rangesFailure: string | null;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** What undo would take back and redo bring again, "Price 2.85 to 3.00 USD"; empty where there is nothing, or no words for it. */
  readonly undoWords: string;
  readonly redoWords: string;
  /** Null for a document that is in no record yet. */
  readonly saved: SavedState | null;
  /** Whether the draft is on disk: `failed` says that the browser refused to keep it. */
  readonly keeping: "kept" | "keeping" | "failed";
  /** Why the browser refused, a clause without a full stop; null while it does not. */
  readonly keepingProblem: string | null;
  /** What is known of the record beside the draft. */
  readonly record: RecordState;
  /** Moment of the last change, in milliseconds since 1970; null for a text that was only opened. */
  readonly changedAt: number | null;
  readonly readOnly: ReadOnlyReason | null;
}

/** Whether there is something to save. */
export const isChanged = ({ text, saved }: Pick<PlanState, "text" | "saved">): boolean =>
  saved === null || saved.text !== text;

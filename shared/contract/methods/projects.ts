/** Projects and their revisions: the record of every plan. */
import { z } from "zod";
import { fileName, instant, planText, revisionNumber, shortText, uuid } from "./common.ts";
import { libraryKind } from "./library.ts";

/** What a plan without faults comes to; ranges are null until they are drawn. Money is in `currency`. */
export const figures = z.strictObject({
  currency: z.string().max(3),
  total: z.number().nullable(),
  low: z.number().nullable(),
  p10: z.number().nullable(),
  p50: z.number().nullable(),
  p90: z.number().nullable(),
  high: z.number().nullable(),
  cardHours: z.number(),
  flop: z.number(),
  runs: z.number(),
});

/** An experiment's part of the whole, for the band of a project and for the search. */
const part = z.strictObject({
  id: z.string().max(64),
  title: shortText,
  total: z.number().nullable(),
  runs: z.number(),
});

/** One version of a plan as its author saves it, with what it came to on the screen that saved it. */
export const snapshot = z.strictObject({
  name: fileName,
  text: planText,
  title: shortText,
  funder: shortText.nullable(),
  /** Null for a plan with faults. */
  figures: figures.nullable(),
  faults: z.int().min(0),
  parts: z.array(part).max(1_000),
  /** Rows of the library that the plan copied. */
  uses: z.array(z.strictObject({ kind: libraryKind, id: uuid })).max(2_000),
  /** What changed since the revision before, in words: "Price 2.85 to 3.00 USD". */
  change: shortText,
});

/**
 * A project as the list of projects shows it. Lists have ten thousand of them, and a bound on a text takes longer to check than all the
 * rest: what was bounded when it was saved is only typed here.
 */
export const projectRow = z.strictObject({
  id: z.string(),
  title: z.string(),
  funder: z.string().nullable(),
  figures: figures.nullable(),
  faults: z.int(),
  /** Number of the newest revision. */
  revision: z.int(),
  /** Titles of the experiments, for the search. */
  experiments: z.array(z.string()),
  /** Moments in UTC, as `2026-11-22T14:02:00.000Z`. */
  createdAt: z.string(),
  changedAt: z.string(),
  deletedAt: z.string().nullable(),
});

const revisionRow = z.strictObject({
  number: revisionNumber,
  savedAt: instant,
  change: shortText,
  /** The name its author gave it: "as submitted". */
  label: z.string().max(200).nullable(),
  figures: figures.nullable(),
  faults: z.int().min(0),
  bytes: z.int().min(0),
});

const one = z.strictObject({ id: uuid });

export const projectMethods = {
  /** Those that are there, or those that were deleted; the last changed first. */
  "projects.list": {
    kind: "query",
    input: z.strictObject({ deleted: z.boolean() }),
    output: z.strictObject({ projects: z.array(projectRow) }),
  },
  /** Makes a project with revision 1. Asked again with the same id and text it is the same project; with another text, `conflict`. */
  "projects.create": {
    kind: "command",
    input: z.strictObject({ id: uuid, snapshot }),
    output: projectRow,
  },
  /**
   * Adds a revision after `baseRevision`; `conflict` when the record has moved on. The text of the newest revision again adds
   * nothing, so that a save whose answer was lost can be repeated.
   */
  "projects.save": {
    kind: "command",
    input: z.strictObject({ id: uuid, baseRevision: revisionNumber, snapshot }),
    output: projectRow,
  },
  /** The newest revision, or the one that is named, with its text byte by byte as it was saved. */
  "projects.read": {
    kind: "query",
    input: z.strictObject({ id: uuid, revision: revisionNumber.exactOptional() }),
    output: z.strictObject({
      project: projectRow,
      revision: revisionRow.extend({ name: fileName, text: planText, parts: z.array(part) }),
    }),
  },
  /** All revisions, the newest first. */
  "projects.revisions": {
    kind: "query",
    input: one,
    output: z.strictObject({ revisions: z.array(revisionRow) }),
  },
  /** Names a revision, or takes its name away. */
  "projects.label": {
    kind: "command",
    input: z.strictObject({ id: uuid, revision: revisionNumber, label: z.string().trim().min(1).max(200).nullable() }),
    output: revisionRow,
  },
  "projects.delete": { kind: "command", input: one, output: projectRow },
  /** Takes a deletion back. */
  "projects.restore": { kind: "command", input: one, output: projectRow },
} as const;

export type Figures = z.infer<typeof figures>;
export type Snapshot = z.infer<typeof snapshot>;
export type ProjectRow = z.infer<typeof projectRow>;
export type RevisionRow = z.infer<typeof revisionRow>;

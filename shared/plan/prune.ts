/** Taking the faulty parts out of a document, so that the rest can be looked at, without losing where anything stands. */
import type { z } from "zod";
import { PLAN_VERSION, type PlanDocument, planSchema } from "./document.ts";
import type { DocumentPath } from "./fault.ts";
import { Removal } from "./removal.ts";

/** The sound parts of a document. */
export interface SoundPlan {
  /** What is left, by the schema; a required part of the plan itself that is not sound stands there empty. */
  readonly document: PlanDocument;
  /** True when nothing had to be taken out. */
  readonly isWhole: boolean;
  /** The place in the whole document of a place in `document`, whose lists may be shorter. */
  readonly original: (path: DocumentPath) => DocumentPath;
  /** Whether something at or inside `path`, a place in `document`, was taken out. */
  readonly lacks: (path: DocumentPath) => boolean;
  /** The whole document as read: what was taken out still has a name there. */
  readonly raw: unknown;
}

/** Each round takes out what the round before left incomplete, one level further up; no document is deeper. */
const MOST_ROUNDS = 12;

/** The plan with its required parts left empty where they are not sound. */
const lenientSchema = planSchema.extend({
  flopsheet: planSchema.shape.flopsheet.default(PLAN_VERSION),
  title: planSchema.shape.title.default("untitled"),
  experiments: planSchema.shape.experiments.default([]),
  quotes: planSchema.shape.quotes.default([]),
});

/** A document without a fault: nothing is taken out. */
export function soundWhole(document: PlanDocument): SoundPlan {
  return { document, isWhole: true, original: (path) => path, lacks: () => false, raw: document };
}

/** What is left of `raw` without the parts at the places `faulty`; undefined if no end is found. */
export function prune(raw: unknown, faulty: readonly DocumentPath[]): SoundPlan | undefined {
  const removal = new Removal(raw);
  for (const path of faulty) removal.add(path);
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const { left, original } = removal.apply();
    const read = lenientSchema.safeParse(left);
    if (read.success) {
      return { document: read.data, isWhole: false, original, lacks: (path) => removal.touches(original(path)), raw };
    }
    for (const issue of read.error.issues) for (const path of placesOf(issue)) removal.add(original(path));
  }
  return undefined;
}

/** Where an issue says that something is wrong. */
function placesOf(issue: z.core.$ZodIssue): DocumentPath[] {
  const path = issue.path.filter((step) => typeof step !== "symbol");
  return issue.code === "unrecognized_keys" ? issue.keys.map((key) => [...path, key]) : [path];
}

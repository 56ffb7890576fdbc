/** What a rule across several places of a document looks at. */
import type { Catalogue } from "../catalogue.ts";
import type { PlanDocument } from "../document.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { SweepSource } from "../sweep-source.ts";

export interface CheckContext {
  /** Sound values only: what is faulty by itself has been taken out. */
  readonly document: PlanDocument;
  readonly catalogue: Catalogue;
  /** Every sweep of the plan, and every sweep as a dispute reads it. */
  readonly sweeps: readonly SweepSource[];
  /** Names that the whole document has, those of parts that were taken out included. */
  readonly names: Names;
  /** Whether anything at or inside a place was taken out, so that what is missing there proves nothing. */
  readonly lacks: (path: DocumentPath) => boolean;
}

export interface Names {
  readonly variables: ReadonlySet<string>;
  readonly experiments: ReadonlySet<string>;
}

/** One rule: every place of the document that breaks it. */
export type Check = (context: CheckContext) => Fault[];

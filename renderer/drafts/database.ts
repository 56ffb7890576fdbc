/** What the browser keeps of plans that are not saved yet. The record is the host's; this is only what was typed since. */
import { Dexie, type EntityTable } from "dexie";
import type { Target } from "../../shared/formats/sweeps/experiment/target.ts";
import type { KeptDraft } from "../editing/plan-editor.ts";

/** A draft with what the list of projects shows of it. */
export interface StoredDraft extends KeptDraft {
  readonly title: string;
}

/** The last place of a project that was looked at, for the list of recent ones. */
export interface Visit {
  readonly id: string;
  readonly title: string;
  readonly at: number;
}

/** What a parameter of sweep files became when it was last imported: the same name means the same again. */
export interface KnownParameter {
  readonly name: string;
  readonly target: Target;
}

class Drafts extends Dexie {
  declare drafts: EntityTable<StoredDraft, "id">;
  declare visits: EntityTable<Visit, "id">;
  declare parameters: EntityTable<KnownParameter, "name">;

  constructor() {
    super("flopsheet");
    this.version(1).stores({ drafts: "id, changedAt", visits: "id, at" });
    this.version(2).stores({ parameters: "name" });
  }
}

export const database = new Drafts();

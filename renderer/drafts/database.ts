/** What the browser keeps of plans that are not saved yet. The record is the host's; this is only what was typed since. */
import { Dexie, type EntityTable } from "dexie";
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

class Drafts extends Dexie {
  declare drafts: EntityTable<StoredDraft, "id">;
  declare visits: EntityTable<Visit, "id">;

  constructor() {
    super("flopsheet");
    this.version(1).stores({ drafts: "id, changedAt", visits: "id, at" });
  }
}

export const database = new Drafts();

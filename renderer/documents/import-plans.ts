/** Many plan files at once: all of them become projects of the record in one transaction, or none does. */
import type { Client } from "../../shared/contract/client.ts";
import type { Snapshot } from "../../shared/contract/methods/projects.ts";
import type { ContractError } from "../../shared/contract/reply.ts";
import type { PlanSource } from "../estimating/opened-plan.ts";
import { type ReadableFile, readPlanFile } from "../estimating/plan-file.ts";

export interface ImportProgress {
  readonly done: number;
  readonly total: number;
}

/** A file that is no text of a plan's size, and what is wrong with it. */
export interface RefusedFile {
  readonly name: string;
  readonly reason: string;
}

export type ImportOutcome =
  | {
      readonly kind: "done";
      readonly projects: number;
      /** How many of them have faults. */
      readonly faulty: number;
      readonly refused: readonly RefusedFile[];
    }
  | { readonly kind: "cancelled" }
  /** The record took nothing. */
  | { readonly kind: "failed"; readonly error: ContractError };

export interface ImportEffects {
  readonly client: Pick<Client, "import.begin" | "import.rows" | "import.commit" | "import.abort">;
  readonly newId: () => string;
  readonly snapshotOf: (source: PlanSource, change: string) => Promise<Snapshot>;
  readonly progress: (progress: ImportProgress) => void;
  /** Lets the page paint and answer between two files. */
  readonly pause: () => Promise<void>;
  readonly signal: AbortSignal;
}

/** Characters of plans that are handed over at once. */
const PART_CHARACTERS = 900_000;
const PART_PROJECTS = 500;

/**
 * Reads, estimates and hands over file after file. Plans with faults are imported too: their text is what counts. Nothing is seen
 * in the record before all are there, and nothing of it stays when it is cancelled or fails.
 */
export async function importPlans(files: readonly ReadableFile[], effects: ImportEffects): Promise<ImportOutcome> {
  const { client, newId, snapshotOf, progress, pause, signal } = effects;
  const id = newId();
  const begun = await client["import.begin"]({ import: id, kind: "projects" });
  if (!begun.ok) return { kind: "failed", error: begun.error };

  const giveUp = async (outcome: ImportOutcome): Promise<ImportOutcome> => {
    await client["import.abort"]({ import: id });
    return outcome;
  };

  const refused: RefusedFile[] = [];
  let waiting: { readonly id: string; readonly snapshot: Snapshot }[] = [];
  let characters = 0;
  let part = 0;
  let faulty = 0;
  const handOver = async () => {
    if (waiting.length === 0) return null;
    const reply = await client["import.rows"]({ import: id, part, rows: { projects: waiting } });
    part += 1;
    waiting = [];
    characters = 0;
    return reply.ok ? null : reply.error;
  };

  for (const [index, file] of files.entries()) {
    if (signal.aborted) return giveUp({ kind: "cancelled" });
    progress({ done: index, total: files.length });
    const read = await readPlanFile(file);
    if (!read.ok) {
      const [fault] = read.error;
      refused.push({ name: file.name, reason: `${fault?.message}: allowed is ${fault?.allowed}.` });
      continue;
    }
    const snapshot = await snapshotOf({ name: file.name, text: read.value }, `Imported ${file.name}`);
    if (snapshot.faults > 0) faulty += 1;
    if (waiting.length === PART_PROJECTS || characters + read.value.length > PART_CHARACTERS) {
      const error = await handOver();
      if (error !== null) return giveUp({ kind: "failed", error });
    }
    waiting.push({ id: newId(), snapshot });
    characters += read.value.length;
    await pause();
  }
  const error = await handOver();
  if (error !== null) return giveUp({ kind: "failed", error });
  if (signal.aborted) return giveUp({ kind: "cancelled" });
  progress({ done: files.length, total: files.length });
  if (part === 0) return giveUp({ kind: "done", projects: 0, faulty: 0, refused });
  const committed = await client["import.commit"]({ import: id });
  if (!committed.ok) return giveUp({ kind: "failed", error: committed.error });
  return { kind: "done", projects: committed.value.projects, faulty, refused };
}

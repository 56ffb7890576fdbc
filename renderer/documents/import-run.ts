/** The import of plan files that is running, or what came of the last one: told on every screen. */
import { useSyncExternalStore } from "react";
import { evaluate } from "../editing/evaluate.ts";
import type { ReadableFile } from "../estimating/plan-file.ts";
import { client } from "../host/client.ts";
import { drawnSnapshot } from "./drawn-snapshot.ts";
import { type ImportOutcome, type ImportProgress, importPlans } from "./import-plans.ts";
import { listChanged } from "./list-changes.ts";

export type ImportRun =
  | { readonly kind: "running"; readonly progress: ImportProgress; readonly cancel: () => void }
  | { readonly kind: "ended"; readonly outcome: ImportOutcome };

let run: ImportRun | null = null;
const listeners = new Set<() => void>();

function tell(next: ImportRun | null): void {
  run = next;
  for (const listener of listeners) listener();
}

/** Imports files as projects. One import runs at a time: a second wish while one runs is not heard. */
export async function startImport(files: readonly ReadableFile[]): Promise<void> {
  if (run?.kind === "running") return;
  const controller = new AbortController();
  const progress = (at: ImportProgress) => tell({ kind: "running", progress: at, cancel: () => controller.abort() });
  progress({ done: 0, total: files.length });
  const outcome = await importPlans(files, {
    client,
    newId: () => crypto.randomUUID(),
    snapshotOf: (source, change) => drawnSnapshot(source.name, evaluate(source, null), change),
    progress,
    pause: () => new Promise((resolve) => setTimeout(resolve, 0)),
    signal: controller.signal,
  });
  tell({ kind: "ended", outcome });
  listChanged();
}

export const forgetImport = (): void => tell(null);

export const useImportRun = (): ImportRun | null => useSyncExternalStore(subscribe, () => run);

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

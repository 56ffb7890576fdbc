import { useEffect, useMemo, useSyncExternalStore } from "react";
import type { LibraryKind, LibraryRow } from "../../shared/contract/methods/library.ts";
import type { ContractError, Reply } from "../../shared/contract/reply.ts";
import { client } from "../host/client.ts";
import { useRecord } from "../record/record-store.ts";
import type { Kind } from "./kinds.ts";
import { createLibraryStore, type LibraryStore } from "./library-store.ts";
import { hearOtherWindows, tellOtherWindows } from "./other-windows.ts";

const effects = { client, tell: tellOtherWindows, hear: hearOtherWindows };

const stores: Readonly<Record<LibraryKind, LibraryStore>> = {
  quote: createLibraryStore("quote", effects),
  cluster: createLibraryStore("cluster", effects),
  accelerator: createLibraryStore("accelerator", effects),
};

/** A row of the library whose value is of the kind that was asked for. */
export interface Entry<Value> extends Pick<LibraryRow, "id" | "revision" | "changedAt" | "usedIn"> {
  readonly value: Value;
}

/** An entry as it is to be, and the revision that it is a change of. */
export type Changed<Value> = Pick<Entry<Value>, "id" | "revision" | "value">;

export interface Library<Value> {
  /** Null until the host has answered. */
  readonly entries: readonly Entry<Value>[] | null;
  readonly error: ContractError | null;
  readonly reload: () => void;
  /** Makes an entry (`baseRevision` null) or changes it. */
  readonly save: (id: string, baseRevision: number | null, value: Value) => Promise<Reply<LibraryRow>>;
  /** Changes many entries: all of them or none. */
  readonly saveMany: (changes: readonly Changed<Value>[]) => Promise<Reply<LibraryRow[]>>;
  readonly remove: (id: string) => Promise<Reply<LibraryRow>>;
  readonly removeMany: (ids: readonly string[]) => Promise<Reply<LibraryRow[]>>;
  readonly restore: (id: string) => Promise<Reply<LibraryRow>>;
  readonly restoreMany: (ids: readonly string[]) => Promise<Reply<LibraryRow[]>>;
}

/** The library's entries of a kind, as they are now, here and in other windows. */
export function useLibrary<Value>({ kind, pick, wrap }: Kind<Value>): Library<Value> {
  const store = stores[kind];
  const { rows, error } = useSyncExternalStore(store.subscribe, store.state);
  const { turn } = useRecord();
  // Another record is open: what was read of the last one is no longer true.
  useEffect(() => {
    if (turn > 0) void store.reload();
  }, [turn, store]);
  const entries = useMemo(
    () =>
      rows?.flatMap(({ content, ...row }): Entry<Value>[] => {
        const value = pick(content);
        return value === null ? [] : [{ ...row, value }];
      }) ?? null,
    [rows, pick],
  );
  return {
    entries,
    error,
    reload: store.reload,
    save: (id, baseRevision, value) => store.save(id, baseRevision, wrap(value)),
    saveMany: (changes) =>
      store.saveMany(changes.map(({ id, revision, value }) => ({ id, baseRevision: revision, content: wrap(value) }))),
    remove: store.remove,
    removeMany: store.removeMany,
    restore: store.restore,
    restoreMany: store.restoreMany,
  };
}

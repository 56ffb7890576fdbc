/** The rows of one kind of the library as the screens show them: one store a kind, kept in step with other windows. */
import type { Client } from "../../shared/contract/client.ts";
import type { LibraryContent, LibraryKind, LibraryRow } from "../../shared/contract/methods/library.ts";
import type { ContractError, Reply } from "../../shared/contract/reply.ts";
import { ok } from "../../shared/lib/result.ts";

export interface LibraryState {
  /** Rows that are not deleted; null until the host has answered. */
  readonly rows: readonly LibraryRow[] | null;
  /** Why the rows are not there, or are those of before. */
  readonly error: ContractError | null;
}

export interface LibraryStore {
  readonly subscribe: (listener: () => void) => () => void;
  readonly state: () => LibraryState;
  readonly reload: () => void;
  /** Makes a row (`baseRevision` null) or changes it. */
  save(id: string, baseRevision: number | null, content: LibraryContent): Promise<Reply<LibraryRow>>;
  /** As `save`, for many rows: all of them or none. */
  saveMany(changes: readonly LibraryChange[]): Promise<Reply<LibraryRow[]>>;
  remove(id: string): Promise<Reply<LibraryRow>>;
  removeMany(ids: readonly string[]): Promise<Reply<LibraryRow[]>>;
  restore(id: string): Promise<Reply<LibraryRow>>;
  restoreMany(ids: readonly string[]): Promise<Reply<LibraryRow[]>>;
}

interface LibraryChange {
  readonly id: string;
  readonly baseRevision: number | null;
  readonly content: LibraryContent;
}

export interface LibraryEffects {
  readonly client: Pick<
    Client,
    | "library.list"
    | "library.save"
    | "library.saveMany"
    | "library.delete"
    | "library.deleteMany"
    | "library.restore"
    | "library.restoreMany"
  >;
  /** Tells other windows that rows of this kind changed. */
  readonly tell: (kind: LibraryKind) => void;
  /** Calls back whenever rows of this kind may have changed elsewhere; gives the way to stop. */
  readonly hear: (kind: LibraryKind, changed: () => void) => () => void;
}

export function createLibraryStore(kind: LibraryKind, { client, tell, hear }: LibraryEffects): LibraryStore {
  const listeners = new Set<() => void>();
  let state: LibraryState = { rows: null, error: null };
  let stopHearing: (() => void) | null = null;
  /** Answers of before are old news. */
  let turn = 0;

  const show = (changes: Partial<LibraryState>) => {
    state = { ...state, ...changes };
    for (const listener of listeners) listener();
  };

  const reload = async () => {
    const mine = ++turn;
    const reply = await client["library.list"]({ kind });
    if (mine !== turn) return;
    if (reply.ok) show({ rows: reply.value.rows.filter(({ deletedAt }) => deletedAt === null), error: null });
    else show({ error: reply.error });
  };

  const put = (reply: Reply<LibraryRow>): Reply<LibraryRow> => {
    if (reply.ok) merge([reply.value]);
    return reply;
  };

  const putMany = (reply: Reply<{ rows: LibraryRow[] }>): Reply<LibraryRow[]> => {
    if (!reply.ok) return reply;
    merge(reply.value.rows);
    return ok(reply.value.rows);
  };

  /** Rows as the host has them now: each in its place, what is deleted out, what is new on top. */
  const merge = (changed: readonly LibraryRow[]) => {
    turn += 1;
    const byId = new Map(changed.map((row) => [row.id, row]));
    const kept = (state.rows ?? []).flatMap((known) => {
      const now = byId.get(known.id) ?? known;
      byId.delete(known.id);
      return now.deletedAt === null ? [now] : [];
    });
    const come = [...byId.values()].filter(({ deletedAt }) => deletedAt === null);
    show({ rows: [...come, ...kept], error: null });
    tell(kind);
  };

  return {
    subscribe(listener) {
      if (listeners.size === 0) {
        stopHearing = hear(kind, () => void reload());
        void reload();
      }
      listeners.add(listener);
      return () => {
        listeners.delete(listener);
        if (listeners.size > 0) return;
        stopHearing?.();
        stopHearing = null;
      };
    },
    state: () => state,
    reload: () => void reload(),
    save: async (id, baseRevision, content) => put(await client["library.save"]({ id, baseRevision, content })),
    saveMany: async (changes) => putMany(await client["library.saveMany"]({ rows: [...changes] })),
    remove: async (id) => put(await client["library.delete"]({ kind, id })),
    removeMany: async (ids) => putMany(await client["library.deleteMany"]({ kind, ids: [...ids] })),
    restore: async (id) => put(await client["library.restore"]({ kind, id })),
    restoreMany: async (ids) => putMany(await client["library.restoreMany"]({ kind, ids: [...ids] })),
  };
}

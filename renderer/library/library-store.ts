/** The rows of one kind of the library as the screens show them: one store a kind, kept in step with other windows. */
import type { Client } from "../../shared/contract/client.ts";
import type { LibraryContent, LibraryKind, LibraryRow } from "../../shared/contract/methods/library.ts";
import type { ContractError, Reply } from "../../shared/contract/reply.ts";

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
  remove(id: string): Promise<Reply<LibraryRow>>;
  restore(id: string): Promise<Reply<LibraryRow>>;
}

export interface LibraryEffects {
  readonly client: Pick<Client, "library.list" | "library.save" | "library.delete" | "library.restore">;
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
    if (!reply.ok) return reply;
    turn += 1;
    const row = reply.value;
    const rows = state.rows ?? [];
    const others = rows.filter(({ id }) => id !== row.id);
    const next =
      row.deletedAt !== null
        ? others
        : others.length < rows.length
          ? rows.map((known) => (known.id === row.id ? row : known))
          : [row, ...rows];
    show({ rows: next, error: null });
    tell(kind);
    return reply;
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
    remove: async (id) => put(await client["library.delete"]({ kind, id })),
    restore: async (id) => put(await client["library.restore"]({ kind, id })),
  };
}

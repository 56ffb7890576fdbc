/** Quotes of a price list on their way into the record: all of them, or none. */
import type { Client } from "../../../shared/contract/client.ts";
import { MAX_LIBRARY_CHANGES } from "../../../shared/contract/methods/library.ts";
import type { ContractError } from "../../../shared/contract/reply.ts";
import type { LibraryQuote } from "../../../shared/money/library-quote.ts";

export interface StoreEffects {
  readonly client: Pick<
    Client,
    "import.begin" | "import.rows" | "import.commit" | "import.abort" | "library.deleteMany"
  >;
  readonly newId: () => string;
  /** The quotes from one of them on, as many as one question carries; none at the end. */
  readonly quotesFrom: (from: number) => Promise<readonly LibraryQuote[]>;
  readonly progress: (stored: number) => void;
  readonly signal: AbortSignal;
}

export type StoreOutcome =
  /** The ids of the new rows of the library. */
  | { readonly kind: "done"; readonly ids: readonly string[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: ContractError };

/** Hands quotes over part by part and publishes them at the end. Nothing of them stays where it is cancelled or fails. */
export async function storeQuotes({
  client,
  newId,
  quotesFrom,
  progress,
  signal,
}: StoreEffects): Promise<StoreOutcome> {
  const id = newId();
  const begun = await client["import.begin"]({ import: id, kind: "quotes" });
  if (!begun.ok) return { kind: "failed", error: begun.error };
  const giveUp = async (outcome: StoreOutcome): Promise<StoreOutcome> => {
    await client["import.abort"]({ import: id });
    return outcome;
  };
  const ids: string[] = [];
  for (let part = 0; ; part++) {
    const values = await quotesFrom(ids.length);
    if (signal.aborted) return giveUp({ kind: "cancelled" });
    if (values.length === 0) break;
    const quotes = values.map((value) => ({ id: newId(), baseRevision: null, value }));
    const reply = await client["import.rows"]({ import: id, part, rows: { quotes } });
    if (!reply.ok) return giveUp({ kind: "failed", error: reply.error });
    for (const row of quotes) ids.push(row.id);
    progress(ids.length);
  }
  if (signal.aborted) return giveUp({ kind: "cancelled" });
  const committed = await client["import.commit"]({ import: id });
  return committed.ok ? { kind: "done", ids } : giveUp({ kind: "failed", error: committed.error });
}

/** Takes rows out of the library again; answers what the record refused, or null. */
export async function takeOut(
  client: Pick<Client, "library.deleteMany">,
  ids: readonly string[],
): Promise<ContractError | null> {
  for (let from = 0; from < ids.length; from += MAX_LIBRARY_CHANGES) {
    const reply = await client["library.deleteMany"]({
      kind: "quote",
      ids: ids.slice(from, from + MAX_LIBRARY_CHANGES),
    });
    if (!reply.ok) return reply.error;
  }
  return null;
}

/** Drafts in the browser's own database, so that neither a reload nor a crash of the page takes a letter with it. */
import { database, type StoredDraft } from "./database.ts";
import { whyNotKept } from "./why-not-kept.ts";

/** What the browser refused to keep lives as long as the page: going away from a plan and back must not lose it. */
const refused = new Map<string, StoredDraft>();

/** Tells the other tabs that a draft is another one now. */
const channel = new BroadcastChannel("flopsheet-drafts");
const listeners = new Map<string, Set<() => void>>();
const listenersToAll = new Set<() => void>();
channel.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (typeof data !== "string") return;
  for (const listener of [...(listeners.get(data) ?? []), ...listenersToAll]) listener();
};

/** Calls `listener` when another tab has written or dropped the draft `id`, until the function it returns is called. */
export function listenToDraft(id: string, listener: () => void): () => void {
  const all = listeners.get(id) ?? new Set();
  listeners.set(id, all.add(listener));
  return () => void all.delete(listener);
}

/** The same for every draft. */
export function listenToDrafts(listener: () => void): () => void {
  listenersToAll.add(listener);
  return () => void listenersToAll.delete(listener);
}

/** Every draft there is. */
export async function readDrafts(): Promise<StoredDraft[]> {
  const stored = await database.drafts.toArray().catch((): StoredDraft[] => []);
  return [...stored.filter(({ id }) => !refused.has(id)), ...refused.values()];
}

export async function readDraft(id: string): Promise<StoredDraft | null> {
  const unkept = refused.get(id);
  if (unkept !== undefined) return unkept;
  try {
    return (await database.drafts.get(id)) ?? null;
  } catch {
    // A browser that keeps nothing has nothing; that it keeps nothing is said when something is to be kept.
    return null;
  }
}

/**
 * Writes a draft so that it is on the disk when the promise resolves, power cut or not. The write begins at once, and goes on when
 * the page dies meanwhile: the transaction is committed with the request, not after its answer.
 * @throws Error with a clause that says why the browser refused; the draft is then kept as long as the page lives.
 */
export async function writeDraft(draft: StoredDraft): Promise<void> {
  try {
    if (!database.isOpen()) await database.open();
    await put(draft);
    refused.delete(draft.id);
    channel.postMessage(draft.id);
  } catch (error) {
    refused.set(draft.id, draft);
    throw new Error(whyNotKept(error), { cause: error });
  }
}

/** Dexie waits for the answer of a request before it commits; a page that dies in between would lose the draft. */
function put(draft: StoredDraft): Promise<void> {
  return new Promise((done, failed) => {
    const transaction = database.backendDB().transaction("drafts", "readwrite", { durability: "strict" });
    transaction.oncomplete = () => done();
    transaction.onabort = () => failed(transaction.error ?? new DOMException("aborted", "AbortError"));
    transaction.objectStore("drafts").put(draft);
    transaction.commit();
  });
}

/** Forgets a draft whose text the record has. */
export async function dropDraft(id: string): Promise<void> {
  refused.delete(id);
  try {
    await database.drafts.delete(id);
    channel.postMessage(id);
  } catch {
    // It says nothing that the record does not say: it may stay.
  }
}

let asked = false;

/** Asks the browser, once, not to throw drafts away when the disk fills up. */
export function askToPersist(): void {
  if (asked) return;
  asked = true;
  // Older browsers and insecure pages have no storage manager; a refusal changes nothing that could be done here.
  const storage = navigator.storage as StorageManager | undefined;
  storage
    ?.persisted()
    .then((is) => (is ? true : storage.persist()))
    .catch(() => {});
}

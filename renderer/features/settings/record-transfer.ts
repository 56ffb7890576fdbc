/** The whole record out of the host into one file, and a file into the record's place, part by part. */
import type { Client } from "../../../shared/contract/client.ts";
import type { ContractError } from "../../../shared/contract/reply.ts";

export interface TransferProgress {
  /** In bytes. */
  readonly done: number;
  readonly total: number;
}

export interface TransferEffects {
  readonly newId: () => string;
  readonly progress: (progress: TransferProgress) => void;
  readonly signal: AbortSignal;
}

export type Exported =
  | { readonly kind: "done"; readonly name: string; readonly parts: readonly Uint8Array<ArrayBuffer>[] }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: ContractError };

/** Fetches the record as it is at the first part; what is saved meanwhile is not in it. */
export async function exportRecord(
  client: Pick<Client, "record.export">,
  fromBase64: (base64: string) => Uint8Array<ArrayBuffer>,
  { newId, progress, signal }: TransferEffects,
): Promise<Exported> {
  const id = newId();
  const fetched: Uint8Array<ArrayBuffer>[] = [];
  let done = 0;
  for (let part = 0; ; part += 1) {
    if (signal.aborted) return { kind: "cancelled" };
    const reply = await client["record.export"]({ export: id, part });
    if (!reply.ok) return { kind: "failed", error: reply.error };
    const { name, bytes, parts, base64 } = reply.value;
    const content = fromBase64(base64);
    fetched.push(content);
    done += content.byteLength;
    progress({ done, total: bytes });
    if (part === parts - 1) return signal.aborted ? { kind: "cancelled" } : { kind: "done", name, parts: fetched };
  }
}

export type Imported =
  | { readonly kind: "done"; readonly projects: number }
  | { readonly kind: "cancelled" }
  | { readonly kind: "failed"; readonly error: ContractError };

/** Bytes that are handed over at once: as base64 well under what a question may carry. */
const PART_BYTES = 6_000_000;

/** The part of a File that is read. */
export interface ReadableRecord {
  readonly size: number;
  slice(from: number, to: number): { arrayBuffer(): Promise<ArrayBuffer> };
}

/** Hands a file over; the record is replaced in one step at the end, or not at all. */
export async function importRecord(
  client: Pick<Client, "import.begin" | "import.rows" | "import.commit" | "import.abort">,
  file: ReadableRecord,
  toBase64: (bytes: Uint8Array) => string,
  { newId, progress, signal }: TransferEffects,
  partBytes = PART_BYTES,
): Promise<Imported> {
  const id = newId();
  const begun = await client["import.begin"]({ import: id, kind: "record" });
  if (!begun.ok) return { kind: "failed", error: begun.error };

  const giveUp = async (outcome: Imported): Promise<Imported> => {
    await client["import.abort"]({ import: id });
    return outcome;
  };

  const parts = Math.max(1, Math.ceil(file.size / partBytes));
  for (let part = 0; part < parts; part += 1) {
    if (signal.aborted) return giveUp({ kind: "cancelled" });
    const to = Math.min(file.size, (part + 1) * partBytes);
    let bytes: Uint8Array;
    try {
      bytes = new Uint8Array(await file.slice(part * partBytes, to).arrayBuffer());
    } catch {
      const message = "The file could not be read to its end. It may have been moved or changed meanwhile.";
      return giveUp({ kind: "failed", error: { code: "invalidInput", message } });
    }
    const reply = await client["import.rows"]({ import: id, part, rows: { base64: toBase64(bytes) } });
    if (!reply.ok) return giveUp({ kind: "failed", error: reply.error });
    progress({ done: to, total: file.size });
  }
  if (signal.aborted) return giveUp({ kind: "cancelled" });
  const committed = await client["import.commit"]({ import: id });
  return committed.ok
    ? { kind: "done", projects: committed.value.projects }
    : giveUp({ kind: "failed", error: committed.error });
}

/** Records on their way in: bytes in parts, put together and looked at before they take anything's place. */
import { createReadStream } from "node:fs";
import { mkdir, open, rm } from "node:fs/promises";
import { join } from "node:path";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { fileFault } from "../files/file-fault.ts";
import { writeAtomic } from "../files/write-atomic.ts";
import { removeDatabase } from "./backups.ts";
import type { HostRecord } from "./record.ts";

type Nothing = Record<string, never>;

export interface Arrivals {
  has(id: string): boolean;
  begin(id: string): Promise<Reply<Nothing>>;
  addPart(id: string, part: number, bytes: Uint8Array): Promise<Reply<Nothing>>;
  /** Puts the record that has come in the present one's place. Asked again it is the same answer. */
  commit(id: string): Promise<Reply<{ projects: number }>>;
  abort(id: string): Promise<Reply<Nothing>>;
}

/** The most bytes of a record that are taken in. */
const MOST_BYTES = 4_000_000_000;

interface Arrival {
  /** Bytes of each part that has come. */
  readonly parts: Map<number, number>;
  /** What became of it, once it was asked to take the record's place. */
  committed: Promise<Reply<{ projects: number }>> | null;
}

export function createArrivals(record: HostRecord, mostBytes = MOST_BYTES): Arrivals {
  const arrivals = new Map<string, Arrival>();
  const { staging } = record.places;
  const partPath = (id: string, part: number) => join(staging, `import-${id}.${part}`);

  async function forget(id: string): Promise<void> {
    for (const part of arrivals.get(id)?.parts.keys() ?? []) await rm(partPath(id, part), { force: true });
    await removeDatabase(wholePath(id));
  }

  const wholePath = (id: string) => join(staging, `import-${id}.sqlite`);

  async function putInPlace(id: string, { parts }: Arrival): Promise<Reply<{ projects: number }>> {
    const path = wholePath(id);
    try {
      const file = await open(path, "w", 0o600);
      try {
        for (let part = 0; part < parts.size; part++) {
          if (!parts.has(part)) return failure("conflict", `Part ${part} of this import has not come.`);
          for await (const chunk of createReadStream(partPath(id, part))) await file.writeFile(chunk);
        }
      } finally {
        await file.close();
      }
    } catch (error) {
      return fault(error, path);
    }
    return record.replaceBy(path);
  }

  return {
    has: (id) => arrivals.has(id),

    async begin(id) {
      const may = record.replaceable();
      if (!may.ok) return may;
      try {
        await mkdir(staging, { recursive: true, mode: 0o700 });
      } catch (error) {
        return fault(error, staging);
      }
      if (!arrivals.has(id)) arrivals.set(id, { parts: new Map(), committed: null });
      return ok({});
    },

    async addPart(id, part, bytes) {
      const arrival = arrivals.get(id);
      if (arrival === undefined) return failure("notFound", "This import was not begun, or was given up.");
      if (arrival.committed !== null) return failure("conflict", "This import was committed already.");
      const before = [...arrival.parts].reduce((sum, [other, length]) => (other === part ? sum : sum + length), 0);
      if (before + bytes.byteLength > mostBytes)
        return failure("tooLarge", "This record is larger than can be imported.");
      const written = await writeAtomic(partPath(id, part), bytes, { mode: 0o600 });
      if (!written.ok)
        return failure(written.error.code === "diskFull" ? "full" : "unavailable", written.error.message);
      arrival.parts.set(part, bytes.byteLength);
      return ok({});
    },

    async commit(id) {
      const arrival = arrivals.get(id);
      if (arrival === undefined) return failure("notFound", "This import was not begun, or was given up.");
      arrival.committed ??= putInPlace(id, arrival);
      const reply = await arrival.committed;
      await forget(id);
      // What failed can be begun anew; what succeeded stays known, for the one whose answer was lost.
      if (!reply.ok) arrivals.delete(id);
      return reply;
    },

    async abort(id) {
      if (arrivals.get(id)?.committed != null) return ok({});
      await forget(id);
      arrivals.delete(id);
      return ok({});
    },
  };
}

function fault(error: unknown, path: string): Reply<never> {
  const { code, message } = fileFault(error, path, "written");
  return failure(code === "diskFull" ? "full" : "unavailable", message);
}

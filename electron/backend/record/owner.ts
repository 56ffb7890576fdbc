import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { z } from "zod";
import { writeAtomic } from "../files/write-atomic.ts";

const schema = z.strictObject({ pid: z.int(), host: z.string().max(300), since: z.iso.datetime() });

/** Who has the record open. The file is advice, for a message to somebody else; the lock itself is SQLite's. */
export type Owner = z.infer<typeof schema>;

/** Notes that this process has the record. Without the note all works but the message to a second host. */
export async function noteOwner(path: string, since: string): Promise<void> {
  const owner: Owner = { pid: process.pid, host: hostname(), since };
  await writeAtomic(path, `${JSON.stringify(owner)}\n`, { mode: 0o600 });
}

/** Null when nobody has left a note, or not a whole one. */
export async function readOwner(path: string): Promise<Owner | null> {
  try {
    return schema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Takes the note away; called before the lock is given up, so that it is never another's. */
export const forgetOwner = (path: string): Promise<void> => rm(path, { force: true });

import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Result } from "../../shared/lib/result.ts";
import type { FileFault } from "../backend/files/file-fault.ts";
import { writeAtomic } from "../backend/files/write-atomic.ts";

const NAME = "browser-port";

/**
 * The port that this data directory's host always takes, or null before its first start. Drafts belong to an address, so
 * the address should not change.
 */
export async function keptPort(directory: string): Promise<number | null> {
  try {
    const port = Number((await readFile(join(directory, NAME), "utf8")).trim());
    return Number.isInteger(port) && port >= 1 && port <= 65_535 ? port : null;
  } catch {
    return null;
  }
}

export function keepPort(directory: string, port: number): Promise<Result<void, FileFault>> {
  return writeAtomic(join(directory, NAME), `${port}\n`);
}

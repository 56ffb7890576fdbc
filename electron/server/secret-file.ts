import { readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { ok, type Result } from "../../shared/lib/result.ts";
import type { FileFault } from "../backend/files/file-fault.ts";
import { writeAtomic } from "../backend/files/write-atomic.ts";
import { newSecret } from "../backend/http/secret.ts";

const NAME = "browser-secret";

/**
 * The secret of the browser host, kept so that a browser that was let in stays in when the host starts again.
 *
 * Only its owner can read it. One that others could have read, or that is not whole, is replaced; every browser then has to
 * be let in again.
 */
export async function keptSecret(directory: string): Promise<Result<string, FileFault>> {
  const path = join(directory, NAME);
  const kept = await readSecret(path);
  if (kept !== null) return ok(kept);
  const secret = newSecret();
  const written = await writeAtomic(path, `${secret}\n`, { mode: 0o600 });
  return written.ok ? ok(secret) : written;
}

async function readSecret(path: string): Promise<string | null> {
  try {
    const othersMayRead = process.platform !== "win32" && ((await stat(path)).mode & 0o077) !== 0;
    const secret = (await readFile(path, "utf8")).trim();
    return !othersMayRead && /^[0-9a-f]{64}$/.test(secret) ? secret : null;
  } catch {
    // Not there, or not readable: writing a new one tells what is wrong, if anything is.
    return null;
  }
}

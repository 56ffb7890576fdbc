import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, readdirSync, rmSync, statSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const LOOK_EVERY_MS = 250;

function bytesUnder(folder: string): number {
  try {
    const entries = readdirSync(folder, { recursive: true, encoding: "utf8" });
    return entries.reduce((sum, name) => sum + (statSync(join(folder, name), { throwIfNoEntry: false })?.size ?? 0), 0);
  } catch {
    // A folder that the installer removed while it was being listed: the next look tells more.
    return 0;
  }
}

/**
 * Runs an installer script that downloads into the temporary folder and unpacks beside itself, and calls `progressed` whenever
 * either grows: it shows no progress that a program could read. The temporary folder is one of its own, removed afterwards.
 * Its output goes nowhere; the caller says in one line what came of it.
 * @throws when the script fails or `signal` stops it.
 */
export async function runInstaller(script: string, progressed: () => void, signal: AbortSignal): Promise<void> {
  const folder = mkdtempSync(join(tmpdir(), "flopsheet-fetch-"));
  const env = { ...process.env, TMPDIR: folder, TEMP: folder, TMP: folder };
  const child = spawn(process.execPath, [script], { env, stdio: "ignore", signal });
  let seen = bytesUnder(dirname(script));
  const timer = setInterval(() => {
    const bytes = bytesUnder(folder) + bytesUnder(dirname(script));
    if (bytes > seen) {
      progressed();
    }
    seen = bytes;
  }, LOOK_EVERY_MS);
  try {
    const [code] = await once(child, "exit");
    if (code !== 0) {
      throw new Error(`${script} ended with ${code}`);
    }
  } finally {
    clearInterval(timer);
    rmSync(folder, { recursive: true, force: true });
  }
}

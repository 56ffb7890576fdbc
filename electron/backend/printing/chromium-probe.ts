import { execFile } from "node:child_process";

const PROBE_TIMEOUT_MS = 10_000;

/** What a browser said when asked for its version: that it runs here, or why not. */
export type Probe = { readonly runs: true } | { readonly runs: false; readonly reason: string };

/**
 * Asks a Chromium for its version (about 12 ms). This also resolves every shared library it was linked with, so it tells a
 * machine that lacks some, and a distribution's placeholder script, from one where it will start.
 */
export function probe(path: string, env: NodeJS.ProcessEnv): Promise<Probe> {
  return new Promise((resolve) => {
    execFile(path, ["--version"], { env, timeout: PROBE_TIMEOUT_MS }, (error, stdout, stderr) => {
      if (error === null && /\d+\.\d+\.\d+/.test(stdout)) {
        resolve({ runs: true });
        return;
      }
      const reason = stderr.trim().split("\n")[0] || error?.message.trim() || "it printed no version";
      resolve({ runs: false, reason });
    });
  });
}

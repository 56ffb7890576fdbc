import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomic } from "../backend/files/write-atomic.ts";
import { sessionCookieName } from "../backend/http/guards/session.ts";
import { sessionKey } from "./entry-tokens.ts";

const NAME = "browser-host.json";

const schema = z.object({
  run: z.string(),
  pid: z.int(),
  machine: z.string(),
  port: z.int().min(1).max(65_535),
});

/** The host that runs on a data directory. Its file is advice: only a host that answers is believed to run. */
export type RunningHost = z.infer<typeof schema>;

export const originOf = ({ port }: RunningHost): string => `http://127.0.0.1:${port}`;

/** A running host answers within milliseconds; one that takes this long is stuck, or something else. */
const PATIENCE_MS = 2_000;

/**
 * The host of this machine that runs on the directory, or null. It has to know the directory's secret: a stranger on its
 * old port, a reused process id and a file that a kill left behind deceive nobody.
 */
export async function runningHost(directory: string, secret: string): Promise<RunningHost | null> {
  const host = await readHost(directory);
  if (host === null || host.machine !== hostname()) return null;
  const origin = originOf(host);
  try {
    const answer = await fetch(`${origin}/api/templates.list`, {
      method: "POST",
      headers: {
        origin,
        "content-type": "application/json",
        cookie: `${sessionCookieName(host.port)}=${sessionKey(secret, host.port)}`,
      },
      body: "{}",
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    return answer.ok ? host : null;
  } catch {
    return null;
  }
}

/** Notes that this process runs on the directory. Without the note all works but the message to a second host. */
export async function noteRunning(directory: string, run: string, port: number): Promise<void> {
  const host: RunningHost = { run, pid: process.pid, machine: hostname(), port };
  await writeAtomic(join(directory, NAME), `${JSON.stringify(host)}\n`, { mode: 0o600 });
}

/** Takes the note away, unless another host has written its own meanwhile. */
export async function noteEnded(directory: string, run: string): Promise<void> {
  if ((await readHost(directory))?.run === run) await rm(join(directory, NAME), { force: true });
}

async function readHost(directory: string): Promise<RunningHost | null> {
  try {
    return schema.parse(JSON.parse(await readFile(join(directory, NAME), "utf8")));
  } catch {
    return null;
  }
}

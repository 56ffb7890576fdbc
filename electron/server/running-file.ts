import { randomBytes } from "node:crypto";
import { readFile, rm } from "node:fs/promises";
import { hostname } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { writeAtomic } from "../backend/files/write-atomic.ts";
import { CHALLENGE_HEADER, PROOF_PATH } from "../backend/http/routes.ts";
import { sameSecret } from "../backend/http/secret.ts";
import { runningProof } from "./entry-tokens.ts";

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

const proofSchema = z.object({ proof: z.string() });

/**
 * The host of this machine that runs on the directory, or null. It has to know the directory's secret: a stranger on its
 * old port, a reused process id and a file that a kill left behind deceive nobody. It is asked to sign a challenge, and
 * sent no cookie: what listens there may be another person's, and would then have it.
 */
export async function runningHost(directory: string, secret: string): Promise<RunningHost | null> {
  const host = await readHost(directory);
  if (host === null || host.machine !== hostname()) return null;
  const challenge = randomBytes(16).toString("base64url");
  try {
    const answer = await fetch(`${originOf(host)}${PROOF_PATH}`, {
      headers: { [CHALLENGE_HEADER]: challenge },
      redirect: "error",
      signal: AbortSignal.timeout(PATIENCE_MS),
    });
    const { proof } = proofSchema.parse(await answer.json());
    return sameSecret(proof, runningProof(secret, host.port, challenge)) ? host : null;
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

import { randomBytes } from "node:crypto";
import { deriveKey, sameSecret } from "../backend/http/secret.ts";

/**
 * One-time tokens for the addresses that a host prints. Whoever can read the host's secret (its owner, from a second
 * terminal) can make one that the running host takes; `run` names that run, so that none outlives it.
 */
export function newEntryToken(secret: string, run: string): string {
  const nonce = randomBytes(16).toString("base64url");
  return `${nonce}.${signature(secret, run, nonce)}`;
}

/** Takes each token of this run once. */
export function createEntryGate(secret: string, run: string): (token: string) => boolean {
  const spent = new Set<string>();
  return (token) => {
    const [nonce = "", given = "", ...more] = token.split(".");
    if (more.length > 0 || spent.has(nonce) || !sameSecret(given, signature(secret, run, nonce))) return false;
    spent.add(nonce);
    return true;
  };
}

/** The value of the session's cookie at a port: the same after every start. */
export const sessionKey = (secret: string, port: number): string => deriveKey(secret, `session ${port}`);

/** How the host at a port proves to its owner that it knows the secret, without saying anything that lets one in. */
export const runningProof = (secret: string, port: number, challenge: string): string =>
  deriveKey(secret, `running ${port} ${challenge}`);

const signature = (secret: string, run: string, nonce: string): string => deriveKey(secret, `entry ${run} ${nonce}`);

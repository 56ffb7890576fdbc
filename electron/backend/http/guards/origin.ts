import type { GuardedRequest, Refusal } from "../refusal.ts";

/**
 * Where an Origin is given it must be ours, and whoever wants something done must give one, as every browser does.
 * `null`, which a sandboxed frame or a file sends, is nobody's.
 */
export function refuseForeignOrigin(request: GuardedRequest, authority: string): Refusal | null {
  const { origin } = request.headers;
  const reads = request.method === "GET" || request.method === "HEAD";
  if (origin === `http://${authority}` || (origin === undefined && reads)) return null;
  return { status: 403, message: "Another site asked for this. Open Flopsheet's address yourself instead." };
}

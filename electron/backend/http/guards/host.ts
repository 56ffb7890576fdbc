import type { GuardedRequest, Refusal } from "../refusal.ts";

/**
 * The Host header must be our own address, on every path.
 *
 * Survives DNS rebinding: a page of evil.example whose name suddenly points at 127.0.0.1 is of the same origin as we are
 * in a browser's eyes, but its requests still name evil.example.
 */
export function refuseForeignHost(request: GuardedRequest, authority: string): Refusal | null {
  if (request.headers.host === authority) return null;
  return {
    status: 421,
    message:
      `This is Flopsheet at http://${authority}/, and it answers to that address only. ` +
      "When you forward a port, forward the same number and open 127.0.0.1, not localhost.",
  };
}

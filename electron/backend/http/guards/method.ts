import type { GuardedRequest, Refusal } from "../refusal.ts";

/** Only these HTTP methods. A browser's preflight (OPTIONS) gets no CORS header and so allows nothing. */
export function refuseOtherMethods(request: GuardedRequest, allowed: readonly string[]): Refusal | null {
  if (request.method !== undefined && allowed.includes(request.method)) return null;
  return { status: 405, message: `Only ${allowed.join(" and ")} here.`, headers: { allow: allowed.join(", ") } };
}

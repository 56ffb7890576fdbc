import type { GuardedRequest, Refusal } from "../refusal.ts";

/**
 * A browser says in Sec-Fetch-Site where a request comes from. Only our own page may ask, or, for a page and its parts, the
 * person (`none`: typed, bookmarked, opened from a terminal). Another port of this machine is `same-site`, and foreign.
 *
 * Clients that are no browsers, and old ones, send nothing: the cookie and the origin then decide.
 */
export function refuseForeignSite(request: GuardedRequest): Refusal | null {
  const site = request.headers["sec-fetch-site"];
  const reads = request.method === "GET" || request.method === "HEAD";
  if (site === undefined || site === "same-origin" || (site === "none" && reads)) return null;
  return { status: 403, message: "Another site asked for this. Open Flopsheet's address yourself instead." };
}

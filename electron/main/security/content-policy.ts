import { securityHeaders } from "../../backend/http/security-headers.ts";

/**
 * Checklist 7: the content policy of every answer, with the nonce that the answer's page was written with. It is the browser host's
 * own: our files only, no inline or evaluated script, no frame, no form, no other base.
 */
export function withContentPolicy(
  nonce: string,
  headers: Readonly<Record<string, string>>,
): Readonly<Record<string, string>> {
  return { ...headers, ...securityHeaders(nonce) };
}

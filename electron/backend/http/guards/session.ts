import type { GuardedRequest, Refusal } from "../refusal.ts";
import { sameSecret } from "../secret.ts";

/** Cookies know no ports: two hosts on one machine would overwrite each other's. Hence the port in the name. */
export const sessionCookieName = (port: number): string => `flopsheet-${port}`;

/** The request must carry the session's cookie. Other users of this machine reach the port, but do not have it. */
export function refuseWithoutSession(request: GuardedRequest, port: number, session: string): Refusal | null {
  if (hasSession(request, port, session)) return null;
  return {
    status: 401,
    message: "This browser has not been let in yet. Open the address that Flopsheet printed when it started.",
  };
}

export function hasSession(request: GuardedRequest, port: number, session: string): boolean {
  const { cookie } = request.headers;
  const start = `${sessionCookieName(port)}=`;
  const cookies = typeof cookie === "string" ? cookie.split(";").map((pair) => pair.trim()) : [];
  return cookies.some((pair) => pair.startsWith(start) && sameSecret(pair.slice(start.length), session));
}

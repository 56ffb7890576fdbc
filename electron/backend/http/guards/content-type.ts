import type { GuardedRequest, Refusal } from "../refusal.ts";

/** JSON only: the types that a foreign form can send without a preflight are all refused. */
export function refuseOtherContent(request: GuardedRequest): Refusal | null {
  const type = request.headers["content-type"];
  if (typeof type === "string" && /^application\/json(\s*;\s*charset=utf-8)?$/i.test(type.trim())) return null;
  return { status: 415, message: "Only application/json here." };
}

/** Why a browser did not keep a draft, as a clause: "draft not kept: …". */
const reasons: Readonly<Record<string, string>> = {
  QuotaExceededError: "the space that this browser gives to Flopsheet is full",
  DatabaseClosedError: "another tab has opened a newer Flopsheet; reload this one",
  VersionError: "another tab has opened a newer Flopsheet; reload this one",
  InvalidStateError: "this browser does not let pages keep anything, as in a private window",
  MissingAPIError: "this browser does not let pages keep anything, as in a private window",
  SecurityError: "this browser does not let pages keep anything, as in a private window",
  NotFoundError: "what this browser had kept was deleted; reload the page",
};

/** Dexie and browsers wrap what happened: the innermost error that is known says it. */
export function whyNotKept(error: unknown): string {
  let found: string | undefined;
  for (let at: unknown = error, depth = 0; typeof at === "object" && at !== null && depth < 5; depth += 1) {
    const name: unknown = Reflect.get(at, "name");
    if (typeof name === "string") found = reasons[name] ?? found;
    at = Reflect.get(at, "inner") ?? Reflect.get(at, "cause");
  }
  return found ?? `this browser refused it (${error instanceof Error ? error.message : String(error)})`;
}

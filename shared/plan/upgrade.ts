/** Bringing the values of an older plan to the form of this version, one version at a time. */
import { err, ok, type Result } from "../lib/result.ts";
import { PLAN_VERSION } from "./document.ts";
import type { Fault } from "./fault.ts";

export type RawPlan = Readonly<Record<string, unknown>>;

/** A step of the chain: the values of one version in the form of the next. What it does not know it leaves as it is. */
export type Upgrade = (raw: RawPlan) => RawPlan;

/** From version n to n + 1, under n. Version 1 is the first, so there is nothing to upgrade yet. */
export const UPGRADES: ReadonlyMap<number, Upgrade> = new Map();

/** Why the version of a document cannot be read. */
export interface VersionFault {
  readonly fault: Fault;
  /** A newer version may mean other things by the same words, so nothing else can be said of the document. */
  readonly isNewer: boolean;
}

const KEY = "flopsheet";

/**
 * The values of `raw` in the form of version `current`. A document says its version under `flopsheet`.
 *
 * @example upgrade({ flopsheet: 1, title: "a" }) // {ok: true, value: {flopsheet: 1, title: "a"}}
 */
export function upgrade(
  raw: RawPlan,
  steps: ReadonlyMap<number, Upgrade> = UPGRADES,
  current: number = PLAN_VERSION,
): Result<RawPlan, VersionFault> {
  const version = Object.hasOwn(raw, KEY) ? raw[KEY] : undefined;
  if (version === undefined) return err({ fault: unnamed(current), isNewer: false });
  if (typeof version !== "number" || !Number.isInteger(version) || version < 1) {
    return err({ fault: strange(version, current), isNewer: false });
  }
  if (version > current) return err({ fault: newer(version, current), isNewer: true });
  let values = raw;
  for (let from = version; from < current; from++) {
    const step = steps.get(from);
    if (step === undefined) throw new RangeError(`no upgrade from version ${from}`);
    values = { ...step(values), [KEY]: from + 1 };
  }
  return ok(values);
}

const allowed = (current: number) => (current === 1 ? "1" : `1 to ${current}`);

const unnamed = (current: number): Fault => ({
  path: [KEY],
  message: "This text does not say that it is a Flopsheet plan",
  value: undefined,
  allowed: `flopsheet: ${current}`,
  hint: `Write "flopsheet": ${current} as the first key of the plan.`,
});

const strange = (version: unknown, current: number): Fault => ({
  path: [KEY],
  message: "This is not a version of the plan format",
  value: version,
  allowed: allowed(current),
  hint: `Write ${current}.`,
  suggestion: String(current),
});

const newer = (version: number, current: number): Fault => ({
  path: [KEY],
  message: `This plan was written by a newer Flopsheet, in version ${version} of the plan format`,
  value: version,
  allowed: allowed(current),
  hint: "Open it with a newer Flopsheet; it has not been changed.",
});

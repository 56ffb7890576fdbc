/** From the text of a plan to its document, or to every fault of it at once. */
import { err, ok, type Result } from "../lib/result.ts";
import { type PlanDocument, planSchema } from "./document.ts";
import type { DocumentPath, Fault, PlanFault } from "./fault.ts";
import { listFaults, placeFault } from "./faults/place.ts";
import { MOST_WORDED, wordedFaults } from "./faults/schema-faults.ts";
import { prune, type SoundPlan, soundWhole } from "./prune.ts";
import { lineIndex } from "./text/lines.ts";
import { readText } from "./text/read-text.ts";
import type { PlacedFault, SourceNode } from "./text/source.ts";
import { type RawPlan, upgrade } from "./upgrade.ts";
import { memberOf } from "./value-at.ts";

/** A plan document whose every value is allowed by itself, and the text it came from. */
export interface ParsedPlan {
  readonly document: PlanDocument;
  /** Gives faults found later their place in the text. */
  readonly place: (faults: readonly Fault[]) => PlanFault[];
}

/**
 * Reads a plan in JSON or YAML. What several places must agree on is not looked at: `readPlan` does that, too.
 *
 * @example parsePlan('{"flopsheet": 2}') // {ok: false, error: [{path: "flopsheet", line: 1, column: 15, …}]}
 */
export function parsePlan(text: string): Result<ParsedPlan, PlanFault[]> {
  const { faults, sound, place } = examine(text);
  return faults.length === 0 && sound !== null ? ok({ document: sound.document, place }) : err(place([]));
}

/** What can be said of a text by itself. */
export interface Examination {
  readonly faults: readonly PlacedFault[];
  /** The parts that can be looked at further; null where there are none. */
  readonly sound: SoundPlan | null;
  /** The faults of the text and `more` of its document, by place. */
  readonly place: (more: readonly Fault[]) => PlanFault[];
}

export function examine(text: string): Examination {
  const read = readText(text);
  if (!read.ok) return examination(text, null, read.error, null);
  const { root, faults } = read.value;
  const found = (more: readonly Fault[], sound: SoundPlan | null) =>
    examination(text, root, [...faults, ...more.map((fault) => placeFault(fault, root, text))], sound);

  const raw = root.value;
  if (!isRawPlan(raw)) return found([noObject(raw)], null);
  const version = upgrade(raw);
  const versionFaults = version.ok ? [] : [version.error.fault];
  if (!version.ok && (version.error.isNewer || !Object.hasOwn(raw, "experiments"))) return found(versionFaults, null);
  const values = version.ok ? version.value : { ...raw, flopsheet: 1 };

  const unread = faults.map((fault) => fault.path).filter((path) => isUnread(values, path));
  const parsed = planSchema.safeParse(values);
  if (parsed.success && unread.length === 0) return found(versionFaults, soundWhole(parsed.data));
  const wrong = wordedFaults(parsed.error?.issues ?? [], planSchema, values).filter(
    (fault) => !followsFrom(fault, unread),
  );
  // With so many faults of single values, what several of them make together is nobody's next question.
  if (wrong.length >= MOST_WORDED) return found([...versionFaults, ...wrong], null);
  return found([...versionFaults, ...wrong], prune(values, [...wrong.map((fault) => fault.path), ...unread]) ?? null);
}

function examination(
  text: string,
  root: SourceNode | null,
  faults: readonly PlacedFault[],
  sound: SoundPlan | null,
): Examination {
  const place = (more: readonly Fault[]) =>
    listFaults(
      [...faults, ...(root === null ? [] : more.map((fault) => placeFault(fault, root, text)))],
      lineIndex(text),
    );
  return { faults, sound, place };
}

const isRawPlan = (value: unknown): value is RawPlan =>
  typeof value === "object" && value !== null && !Array.isArray(value);

const noObject = (value: unknown): Fault => ({
  path: [],
  message: "A plan is an object of keys and values",
  value,
  allowed: "keys as flopsheet, title, experiments and quotes, each with its value",
  hint: "Start from one of the templates.",
});

/** Whether a value stands at `path` in the text that could not be read; it is undefined then. */
function isUnread(values: unknown, path: DocumentPath): boolean {
  const last = path.at(-1);
  const around = path.slice(0, -1).reduce(memberOf, values);
  return last !== undefined && typeof around === "object" && around !== null && Object.hasOwn(around, last)
    ? memberOf(around, last) === undefined
    : false;
}

/** Whether the schema only complains because a value at one of `unread` is missing. */
function followsFrom(fault: Fault, unread: readonly DocumentPath[]): boolean {
  if (fault.atKey === true) return false;
  return unread.some((path) => fault.path.every((step, depth) => step === path[depth]));
}

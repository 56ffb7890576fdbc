/** What the runs of a level do, and the edits that make them do something else. Pure. */
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import {
  DEFAULT_RUN_KIND,
  type FieldOfKinds,
  isFieldOf,
  isHoursOnly,
  KINDS_OF_FIELD,
  RUN_KINDS,
  type RunKind,
} from "../../../../shared/training/run-kind.ts";
import { LENGTH_FIELDS } from "../../../../shared/training/training-fields.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { type Edits, plain } from "../edits.ts";

/** The kind in force; that of a plan that says none, or something that is no kind, is pre-training. */
export function kindIn(training: Merged): RunKind {
  const stated = training.runKind?.value;
  return RUN_KINDS.find((kind) => kind === stated) ?? DEFAULT_RUN_KIND;
}

/** Whether the runs have no model. */
export const isWithoutModel = (training: Merged): boolean => isHoursOnly(kindIn(training));

/** What a kind begins with where nothing states it: a field that only its author can fill is left empty. */
const STARTS: Readonly<Partial<Record<RunKind, Readonly<Record<string, unknown>>>>> = {
  lora: { loraRank: 16 },
  qlora: { loraRank: 16 },
  distillation: { teacherParameters: "" },
  rollouts: { generationTokensPerSecond: "" },
  dataPreparation: { hours: 1, cards: 1 },
  interactive: { hours: 1, cards: 1 },
};

/**
 * The edits that make the runs of the level at `path` do `to`. Its own fields of other kinds are taken out; `effective`
 * are the fields in force there, and `far` those of farther levels.
 */
export function changeKind(
  tree: unknown,
  path: DocumentPath,
  to: RunKind,
  { effective, far }: { readonly effective: Merged; readonly far: Merged },
): Edits {
  const isHere = (field: string) => treeValue(tree, [...path, field]) !== undefined;
  const fields = Object.keys(KINDS_OF_FIELD) as FieldOfKinds[];
  const foreign = fields.filter((field) => isHere(field) && !isFieldOf(field, to));
  const lengths = isHoursOnly(to)
    ? LENGTH_FIELDS.filter((field) => field !== "hours" && isHere(field) && !foreign.some((one) => one === field))
    : [];
  const gone: readonly string[] = [...foreign, ...lengths];
  const starts = Object.entries(STARTS[to] ?? {}).filter(([field]) => !isHere(field) && !isKept(field, effective));
  const saysNothing = to === DEFAULT_RUN_KIND && kindIn(far) === DEFAULT_RUN_KIND;
  return [
    ...gone.map((field) => ({ op: "remove" as const, path: [...path, field] })),
    ...(saysNothing
      ? isHere("runKind")
        ? [{ op: "remove" as const, path: [...path, "runKind"] }]
        : []
      : [{ op: "set" as const, path: [...path, "runKind"], value: to }]),
    ...starts.map(([field, value]) => ({ op: "set" as const, path: [...path, field], value: plain(value) })),
  ];
}

/** A farther level's value does where it can be seen to be meant: hours are of one sweep. */
const isKept = (field: string, effective: Merged): boolean => effective[field] !== undefined;

/** What the levels of a plan state about a model, a training or a card, and which of them wins. Pure. */
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import type { Group } from "../../../../shared/plan/fields.ts";
import { type Merged, mergeOver, placeFields } from "../../../../shared/plan/resolve/merge.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { experimentPath, sweepPath } from "../edits.ts";

export const LEVELS = ["plan", "experiment", "sweep"] as const;
export type Level = (typeof LEVELS)[number];

export const levelWords: Readonly<Record<Level, string>> = {
  plan: "plan default",
  experiment: "this experiment",
  sweep: "this sweep",
};

/** A sweep, or an experiment as a whole where `sweep` is null. */
export interface Where {
  readonly experiment: number;
  readonly sweep: number | null;
}

/** The place of a group's fields at a level. A whole experiment has no level below its own. */
export function groupPath(level: Level, { experiment, sweep }: Where, group: Group): DocumentPath {
  if (level === "plan") return ["defaults", group];
  return level === "experiment" || sweep === null
    ? [...experimentPath(experiment), group]
    : [...sweepPath(experiment, sweep), group];
}

export const levelsOf = ({ sweep }: Where): readonly Level[] => (sweep === null ? ["plan", "experiment"] : LEVELS);

/** The fields that hold, each with the level that states it, up to and with `upTo`. */
export function effectiveFields(tree: unknown, where: Where, group: Group, upTo: Level = "sweep"): Merged {
  return levelsOf(where)
    .filter((level) => LEVELS.indexOf(level) <= LEVELS.indexOf(upTo))
    .reduce<Merged>((far, level) => {
      const path = groupPath(level, where, group);
      const stated = treeValue(tree, path);
      const fields = typeof stated === "object" && stated !== null && !Array.isArray(stated) ? stated : undefined;
      return fields === undefined ? far : mergeOver(group, far, placeFields(fields, path, LEVELS.indexOf(level)));
    }, {});
}

/** The nearest level that states anything of the group. */
export function nearestLevel(tree: unknown, where: Where, group: Group): Level {
  const stating = levelsOf(where).filter((level) => {
    const fields = treeValue(tree, groupPath(level, where, group));
    return typeof fields === "object" && fields !== null && Object.keys(fields).length > 0;
  });
  return stating.at(-1) ?? "plan";
}

/** Whether a model of these fields trains on examples, and not on tokens. */
export function hasExamples({ kind, imageSize }: Merged): boolean {
  return kind?.value === "stated" || kind?.value === "layers" || (imageSize?.value ?? null) !== null;
}

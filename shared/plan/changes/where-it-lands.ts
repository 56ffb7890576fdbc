/** How far a change reaches beyond the place where it stands. */

import { sameValue } from "../edit/same-value.ts";
import type { DocumentPath } from "../fault.ts";
import { memberOf, valueAt } from "../value-at.ts";

/** Fields of which a nearer one makes a farther one of the same row fall away. */
const FALL_AWAY: readonly (readonly string[])[] = [
  ["utilisation", "achieved"],
  ["steps", "tokens", "tokensPerParameter", "epochs"],
  ["feedForward", "feedForwardRatio"],
];

/**
 * Where a change at `path` of `document` lands: in the experiments that use the variable, or that take the default and state nothing of
 * their own. Null for a change that stays where it is.
 *
 * @example whereItLands(plan, ["variables", "pointsPerLine", "likely"]) // "in 6 experiments that share it"
 */
export function whereItLands(document: unknown, path: DocumentPath): string | null {
  const [root, first, field] = path;
  const experiments = valueAt(document, ["experiments"]);
  if (!Array.isArray(experiments) || typeof first !== "string") return null;
  if (root === "variables") return inExperiments(experiments.filter((experiment) => uses(experiment, first)));
  if (root !== "defaults" || typeof field !== "string") return null;
  return inExperiments(experiments.filter((experiment) => takesDefault(experiment, first, field)));
}

function inExperiments(experiments: readonly unknown[]): string | null {
  if (experiments.length > 1) return `in ${experiments.length} experiments that share it`;
  const title = memberOf(experiments[0], "title");
  return typeof title === "string" ? `in ${title}` : null;
}

function uses(value: unknown, variable: string): boolean {
  if (typeof value !== "object" || value === null) return false;
  return sameValue(value, { use: variable }) || Object.values(value).some((inner) => uses(inner, variable));
}

/** Whether a sweep of the experiment is left with what the defaults say. */
function takesDefault(experiment: unknown, group: string, field: string): boolean {
  const sweeps = memberOf(experiment, "sweeps");
  return (
    !states(experiment, group, field) &&
    Array.isArray(sweeps) &&
    sweeps.some((sweep) => !states(sweep, group, field) && !variesIn(memberOf(sweep, "axes"), group, field))
  );
}

const waysOf = (field: string): readonly string[] => FALL_AWAY.find((ways) => ways.includes(field)) ?? [field];

const states = (level: unknown, group: string, field: string): boolean =>
  waysOf(field).some((way) => valueAt(level, [group, way]) !== undefined);

/** Whether an axis sets the field for every run. */
function variesIn(axes: unknown, group: string, field: string): boolean {
  if (typeof axes !== "object" || axes === null) return false;
  return Object.entries(axes).some(
    ([name, values]) =>
      waysOf(field).some((way) => name === `${group}.${way}`) ||
      (Array.isArray(values) && values.every((row) => waysOf(field).some((way) => memberOf(row, way) !== undefined))),
  );
}

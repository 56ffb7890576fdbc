import {
  DEFAULT_RUN_KIND,
  type FieldOfKinds,
  isFieldOf,
  KINDS_OF_FIELD,
  RUN_KIND_WORDS,
  RUN_KINDS,
  type RunKind,
} from "../../training/run-kind.ts";
import { axisKind } from "../axis-kind.ts";
import type { Fault } from "../fault.ts";
import type { SweepSource } from "../sweep-source.ts";
import type { Check } from "./context.ts";

/**
 * A field that only some kinds of runs have stands beside a `runKind` of one of them: in a level that states a kind, and
 * in a sweep whose kind nothing states. A farther level may state fields for the sweeps that have them, if any has.
 */
export const checkRunKinds: Check = ({ sweeps }) => {
  const someKind = sweeps.some((sweep) => variesKind(sweep) || statesKind(sweep));
  return sweeps.flatMap((sweep) => (variesKind(sweep) ? [] : sweepFaults(sweep, someKind)));
};

const statesKind = ({ levels }: SweepSource): boolean =>
  levels.some(({ level }) => level.training?.runKind !== undefined);

const variesKind = ({ axes }: SweepSource): boolean =>
  axes.some(({ name, axis }) => {
    const kind = axisKind(name, axis);
    return name === "training.runKind" || (kind.kind === "variant" && kind.rows.some((row) => "runKind" in row));
  });

const FIELDS = Object.keys(KINDS_OF_FIELD) as FieldOfKinds[];

function sweepFaults(sweep: SweepSource, someKind: boolean): Fault[] {
  const isStated = statesKind(sweep);
  return sweep.levels.flatMap(({ level: { training }, path }, nearness) => {
    const isOwn = nearness === sweep.levels.length - 1 || !someKind;
    const kind = training?.runKind ?? (isStated || !isOwn ? undefined : DEFAULT_RUN_KIND);
    if (training === undefined || kind === undefined) return [];
    return FIELDS.filter((field) => training[field] !== undefined && !isFieldOf(field, kind)).map(
      (field): Fault => ({
        path: [...path, "training", field],
        atKey: true,
        message: `${field} means nothing in runs of ${RUN_KIND_WORDS[kind]}`,
        value: field,
        allowed: `a runKind of ${listed(RUN_KINDS.filter((one) => isFieldOf(field, one)))}, or no ${field}`,
        hint: training.runKind === undefined ? `State runKind: ${KINDS_OF_FIELD[field][0]} beside it.` : null,
      }),
    );
  });
}

const listed = (kinds: readonly RunKind[]): string =>
  kinds.length < 2 ? kinds.join("") : `${kinds.slice(0, -1).join(", ")} or ${kinds.at(-1)}`;

import { exact } from "../../units/format/exact.ts";
import { axisKind } from "../axis-kind.ts";
import type { Fault } from "../fault.ts";
import { askedOf } from "../resolve/settings.ts";
import type { PlacedAxis, SweepSource } from "../sweep-source.ts";
import type { Check } from "./context.ts";

/** Run classes that one plan may have: beyond this nobody reads its sheet, and a list should have been a count. */
export const MAX_CLASSES = 200_000;

/** The run classes of all sweeps together, those of a dispute beside the plan's own, are not too many. */
export const checkClassCount: Check = ({ sweeps }) => {
  let total = 0;
  return sweeps.flatMap((source): Fault[] => {
    const classes = classCount(source.axes);
    if (total + classes > MAX_CLASSES) return [tooMany(source, classes)];
    total += classes;
    return [];
  });
};

/** The product of the axes that set something, or on whose values a count depends. */
function classCount(axes: readonly PlacedAxis[]): number {
  const asked = askedOf(axes);
  return axes.reduce((product, { name, axis }) => {
    const kind = axisKind(name, axis);
    if (kind.kind === "variant") return product * kind.rows.length;
    if (kind.kind === "path") return product * kind.values.length;
    return kind.kind === "labels" && asked.has(name) ? product * kind.labels.length : product;
  }, 1);
}

function tooMany({ path, axes, sweep, experiment }: SweepSource, classes: number): Fault {
  const name = [experiment.title, sweep.title ?? sweep.id].filter((part) => part !== undefined).join(", ");
  return {
    path: [...path, "axes"],
    message: `${name} has ${exact(classes)} kinds of runs, too many for the plan`,
    value: axes.map((axis) => axis.name),
    allowed: `at most ${exact(MAX_CLASSES)} in the whole plan`,
    hint: "Give axes that only label as a count, and list fewer values of the others.",
  };
}

import { isUse, type Quantity } from "../../ranges/quantity.ts";
import { exact } from "../../units/format/exact.ts";
import { type AxisKind, axisKind } from "../axis-kind.ts";
import type { PlanDocument } from "../document.ts";
import type { Fault } from "../fault.ts";
import type { SweepSource } from "../sweep-source.ts";
import type { Check } from "./context.ts";

/** Runs that one plan may have, every range at its high end: as many as a double still counts one by one. */
export const MAX_RUNS = 1e15;

/** The runs of all sweeps together, those of a dispute beside the plan's own, can be counted. */
export const checkRunCount: Check = ({ document, sweeps }) => {
  let total = 0;
  return sweeps.flatMap((source): Fault[] => {
    const runs = mostRuns(source, document);
    if (total + runs > MAX_RUNS) return [tooMany(source)];
    total += runs;
    return [];
  });
};

function mostRuns({ axes, repeats }: SweepSource, document: PlanDocument): number {
  const most = (quantity: Quantity): number => highest(quantity, document);
  const once = repeats === null ? 1 : most(repeats.quantity);
  return axes.reduce((product, { name, axis }) => product * mostSettings(axisKind(name, axis), most), once);
}

function mostSettings(kind: AxisKind, most: (quantity: Quantity) => number): number {
  switch (kind.kind) {
    case "path":
      return kind.values.length;
    case "variant":
      return kind.rows.length;
    case "labels":
      return kind.labels.length;
    case "count":
      return most(kind.count);
    case "table":
      return Math.max(0, ...[...Object.values(kind.table.counts), kind.table.otherwise ?? 0].map(most));
  }
}

/** The high end of a range; 0 for a variable that is not there, which is a fault of its own. */
function highest(quantity: Quantity, { variables = {} }: PlanDocument): number {
  if (typeof quantity === "number") return quantity;
  if (!isUse(quantity)) return quantity.high;
  return Object.hasOwn(variables, quantity.use) ? (variables[quantity.use]?.high ?? 0) : 0;
}

function tooMany({ path, axes, sweep, experiment }: SweepSource): Fault {
  const name = [experiment.title, sweep.title ?? sweep.id].filter((part) => part !== undefined).join(", ");
  return {
    path: [...path, "axes"],
    message: `${name} has more runs than can be counted`,
    value: axes.map((axis) => axis.name),
    allowed: `at most ${exact(MAX_RUNS)} in the whole plan`,
    hint: "Check the counts: the product of all axes, times the repeats, is the number of runs.",
  };
}

/** A cut of a plan in words. */
import { fieldTitle, variableTitle } from "../../plan/resolve/input-titles.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";
import { capital } from "../explain/context.ts";
import type { Cut } from "./cut.ts";

type Named = Pick<ResolvedPlan, "experiments">;

/**
 * @example cutWords(plan, {kind: "value", axis: "model.heads", value: 128}) // "Heads 128"
 * @example cutWords(plan, {kind: "count", …}) // "Learning rate settings 13 to 7, Epsilon heat maps"
 */
export function cutWords(plan: Named, cut: Cut): string {
  switch (cut.kind) {
    case "experiment":
      return `Experiment “${experimentTitle(plan, cut.experiment)}”`;
    case "value":
      return `${axisTitle(cut.axis)} ${typeof cut.value === "number" ? exact(cut.value) : String(cut.value)}`;
    case "count":
      return `${axisTitle(cut.axis)} settings ${change(cut)}, ${sweepOf(plan, cut)}`;
    case "repeats":
      return `Repeats ${change(cut)}, ${sweepOf(plan, cut)}`;
    case "variable":
      return `${capital(variableTitle(cut.variable))} ${change(cut)}, the low end`;
  }
}

const change = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${exact(from)} to ${exact(to)}`;

export const experimentTitle = ({ experiments }: Named, id: string): string =>
  experiments.find((experiment) => experiment.id === id)?.title ?? id;

function sweepOf(plan: Named, { experiment, sweep }: { readonly experiment: string; readonly sweep: number | null }) {
  const found = plan.experiments.find(({ id }) => id === experiment);
  const title = sweep === null || found === undefined || found.sweeps.length < 2 ? null : found.sweeps[sweep]?.title;
  return title == null ? experimentTitle(plan, experiment) : `${title} of ${experimentTitle(plan, experiment)}`;
}

/** "Heads" for `model.heads`. */
const axisTitle = (name: string): string =>
  capital(/^(?:model|training|hardware)\./.test(name) ? fieldTitle(name.slice(name.lastIndexOf(".") + 1)) : name);

/** Cuts of a plan in words. */
import type { Cut, RankedCut } from "../../estimate/fit-to-sum/cut.ts";
import type { ReducedPlan } from "../../estimate/fit-to-sum/reduced-plan.ts";
import { fieldTitle, variableTitle } from "../../plan/resolve/input-titles.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { exact } from "../../units/format/exact.ts";
import { readCount } from "./amounts.ts";
import { capital, counted, listed } from "./words.ts";

type Named = Pick<ResolvedPlan, "experiments">;

/**
 * @example cutWords(plan, {kind: "value", axis: "model.heads", value: 128}) // "Heads 128"
 * @example cutWords(plan, {kind: "count", …}) // "Learning rate settings 13 to 7, Epsilon heat maps"
 */
export function cutWords(plan: Named, cut: Cut): string {
  switch (cut.kind) {
    case "experiment":
      return `Experiment “${titleOf(plan, cut.experiment)}”`;
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

/** Where a cut is felt, if its words do not say it: "Gamma", "6 experiments". */
export function cutScope(plan: Named, { cut, experiments }: Pick<RankedCut, "cut" | "experiments">): string {
  if (cut.kind !== "value" && cut.kind !== "variable") return "";
  const [only, ...others] = experiments;
  return only === undefined || others.length > 0 ? counted(experiments.length, "experiment") : titleOf(plan, only);
}

/** "The experiments Gamma and Beta only, and models above 1.87 B parameters; 41,232 runs in all", for the sake of which money is saved. */
export function lostWords({ lost: { experiments, largestModel, runs } }: ReducedPlan): string {
  const parts = [
    ...(experiments.length === 0
      ? []
      : [`${experiments.length === 1 ? "the experiment" : "the experiments"} ${listed(experiments)}`]),
    ...(largestModel === null
      ? []
      : [
          largestModel.after === null
            ? "every model"
            : `models of more than ${readCount(largestModel.after)} parameters (up to ${readCount(largestModel.before)})`,
        ]),
  ];
  const count = counted(Math.round(runs), "run");
  return parts.length === 0 ? `${count}.` : `${capital(listed(parts))}; ${count} in all.`;
}

const change = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  `${exact(from)} to ${exact(to)}`;

const titleOf = ({ experiments }: Named, id: string): string =>
  experiments.find((experiment) => experiment.id === id)?.title ?? id;

function sweepOf(plan: Named, { experiment, sweep }: { readonly experiment: string; readonly sweep: number | null }) {
  const found = plan.experiments.find(({ id }) => id === experiment);
  const title = sweep === null || found === undefined || found.sweeps.length < 2 ? null : found.sweeps[sweep]?.title;
  return title == null ? titleOf(plan, experiment) : `${title} of ${titleOf(plan, experiment)}`;
}

/** "Heads" for `model.heads`. */
const axisTitle = (name: string): string =>
  capital(/^(?:model|training|hardware)\./.test(name) ? fieldTitle(name.slice(name.lastIndexOf(".") + 1)) : name);

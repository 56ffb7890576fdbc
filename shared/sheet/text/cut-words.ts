/** What cuts of a plan touch and lose, in words. */
import type { RankedCut } from "../../estimate/fit-to-sum/cut.ts";
import { experimentTitle } from "../../estimate/fit-to-sum/cut-words.ts";
import type { Fitted } from "../../estimate/fit-to-sum/fitted.ts";
import type { ReducedPlan } from "../../estimate/fit-to-sum/reduced-plan.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { counted } from "../../units/format/counted.ts";
import { readCount } from "./amounts.ts";
import { capital, listed } from "./words.ts";

type Named = Pick<ResolvedPlan, "experiments">;

/** Where a cut is felt, if its words do not say it: "Gamma", "6 experiments". */
export function cutScope(plan: Named, { cut, experiments }: Pick<RankedCut, "cut" | "experiments">): string {
  if (cut.kind !== "value" && cut.kind !== "variable") return "";
  const [only, ...others] = experiments;
  return only === undefined || others.length > 0
    ? counted(experiments.length, "experiment")
    : experimentTitle(plan, only);
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

/** What a quote that charges beyond used card-hours does to what cuts save; nothing where none does. */
export function chargeWords({
  charging,
  savesOf,
  idleCuts,
}: Pick<Fitted, "charging" | "savesOf" | "idleCuts">): string[] {
  if (charging.length === 0) return [];
  const who = listed(charging.map((title) => `“${title}”`));
  const charge = charging.length === 1 ? "charges" : "charge";
  if (savesOf === "used") {
    return [
      `Savings are of used card-hours alone, for the plan is large: what ${who} ${charge} beyond them is in the totals and in every proposal, and may take some back.`,
    ];
  }
  const idle =
    idleCuts === 0
      ? ""
      : ` ${counted(idleCuts, "cut saves", "cuts save")} nothing: what is not used is charged all the same.`;
  return [`Totals and savings have in them what ${who} ${charge} beyond used card-hours.${idle}`];
}

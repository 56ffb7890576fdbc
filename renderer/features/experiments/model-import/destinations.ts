/** The places of the plan that a model can be taken to. Pure. */
import { sweepTitle } from "../../../../shared/plan/changes/owner.ts";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import type { Level, Where } from "../recipe/levels.ts";

export interface Destination {
  readonly id: string;
  readonly words: string;
  readonly where: Where;
  readonly level: Level;
}

/** The plan's default, the experiment, and each of its sweeps; only the default where there is no experiment. */
export function destinations(tree: unknown, experiment: number): readonly Destination[] {
  const plan: Destination = { id: "plan", words: "Plan default", where: { experiment, sweep: null }, level: "plan" };
  const title = treeValue(tree, ["experiments", experiment, "title"]);
  if (title === undefined) return [plan];
  const sweeps = treeItems(tree, ["experiments", experiment, "sweeps"]);
  return [
    plan,
    {
      id: "experiment",
      words: `The experiment ${String(title)}`,
      where: { experiment, sweep: null },
      level: "experiment",
    },
    ...sweeps.map((sweep, index): Destination => {
      const words = sweeps.length === 1 ? "Its sweep" : `Its ${sweepTitle(sweep, index)}`;
      return { id: `sweep-${index}`, words, where: { experiment, sweep: index }, level: "sweep" };
    }),
  ];
}

/** The id of the destination that a level of a recipe is. */
export const destinationId = (level: Level, { sweep }: Where): string =>
  level === "sweep" && sweep !== null ? `sweep-${sweep}` : level;

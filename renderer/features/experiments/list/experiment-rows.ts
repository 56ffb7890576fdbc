/** The experiments as the list shows them, from the document and from the figures of the last valid plan. Pure. */

import type { PlanState } from "../../../editing/plan-state.ts";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { shareOf } from "../live-figures.ts";

export interface ExperimentRow {
  readonly title: string;
  /** "upper bound", where the experiment's note begins so. */
  readonly remark: string | null;
  /** Share of the plan, 0 to 1; null without figures. */
  readonly share: number | null;
  readonly runs: number | null;
  readonly faults: number;
}

export function experimentRows(state: Pick<PlanState, "tree" | "live" | "faults">): ExperimentRow[] {
  const { tree, live, faults } = state;
  const byId = new Map(live?.resolved.experiments.map(({ id }, index) => [id, index]));
  const faultsOf = new Map<number, number>();
  for (const { path } of faults) {
    const index = /^experiments\[(\d+)\]/.exec(path)?.[1];
    if (index !== undefined) faultsOf.set(Number(index), (faultsOf.get(Number(index)) ?? 0) + 1);
  }
  return treeItems(tree, ["experiments"]).map((experiment, index) => {
    const id = treeValue(experiment, ["id"]);
    const title = treeValue(experiment, ["title"]);
    const at = typeof id === "string" ? byId.get(id) : undefined;
    const totals = at === undefined ? undefined : live?.estimated.experiments[at];
    return {
      title: typeof title === "string" && title.trim() !== "" ? title : "Untitled",
      remark: remarkOf(treeValue(experiment, ["note"])),
      share: totals === undefined || live === null ? null : shareOf(live, totals),
      runs: totals?.runs ?? null,
      faults: faultsOf.get(index) ?? 0,
    };
  });
}

/** What a reader of the list must know before the number: that it is only a bound. */
function remarkOf(note: unknown): string | null {
  if (typeof note !== "string") return null;
  return /\b(upper|lower) bound\b/i.exec(note)?.[0].toLowerCase() ?? null;
}

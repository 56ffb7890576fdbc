/** A snapshot of a text that nobody has opened yet, with the ranges of its figures. */
import type { Snapshot } from "../../shared/contract/methods/projects.ts";
import { evaluate } from "../editing/evaluate.ts";
import { drawApart } from "../estimating/draw-apart.ts";
import type { PlanSource } from "../estimating/opened-plan.ts";
import { snapshotOf } from "./snapshot.ts";

export async function drawnSnapshot({ name, text }: PlanSource, change: string): Promise<Snapshot> {
  const evaluated = evaluate({ name, text }, null);
  const live = evaluated.live === null ? null : await drawApart(evaluated.live);
  return snapshotOf({ name, ...evaluated, live }, change);
}

/** A snapshot of a text that nobody has opened yet, with the ranges of its figures. */
import type { Snapshot } from "../../shared/contract/methods/projects.ts";
import type { Evaluated } from "../editing/evaluate.ts";
import { drawApart } from "../estimating/draw-apart.ts";
import { snapshotOf } from "./snapshot.ts";

export async function drawnSnapshot(name: string, evaluated: Evaluated, change: string): Promise<Snapshot> {
  const live = evaluated.live === null ? null : await drawApart(evaluated.live);
  return snapshotOf({ name, ...evaluated, live }, change);
}

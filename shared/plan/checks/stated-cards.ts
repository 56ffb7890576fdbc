import type { SweepSource } from "../sweep-source.ts";

/** Ids of the cards that the plan writes down itself; a card without an id goes by its name. */
export function statedCards(sweeps: readonly SweepSource[]): Set<string> {
  const ids = new Set<string>();
  for (const { levels } of sweeps) {
    for (const { level } of levels) {
      const accelerator = level.hardware?.accelerator;
      if (typeof accelerator === "object") ids.add(accelerator.id ?? accelerator.name);
    }
  }
  return ids;
}

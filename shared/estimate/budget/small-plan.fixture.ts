/** 80,000 card-hours of interactive work, at 2.50 USD unless a plan says otherwise. */
import type { Catalogue } from "../../plan/catalogue.ts";
import { readPlan } from "../../plan/read.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";

export function smallPlan(catalogue: Catalogue, budget: object | undefined, other: object = {}): ResolvedPlan {
  const plan = {
    flopsheet: 1,
    title: "Small study",
    experiments: [
      {
        id: "a",
        title: "First study",
        training: { runKind: "interactive", hours: 1_000, cards: 8 },
        sweeps: [{ axes: { seed: 10 } }],
      },
    ],
    defaults: { hardware: { accelerator: "h100-sxm", cardsPerNode: 8 } },
    quotes: [{ id: "q", price: 2.5, source: "Offer", date: "2026-11-01" }],
    budget,
    ...other,
  };
  const read = readPlan(JSON.stringify(plan), catalogue);
  if (!read.ok) throw new Error(JSON.stringify(read.error, null, 2));
  return read.value.resolved;
}

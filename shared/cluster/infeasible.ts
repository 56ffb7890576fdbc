import { heldCards, largestRun } from "./allotment.ts";
import type { Workload } from "./job.ts";
import type { Machine } from "./machine.ts";
import type { InfeasibleJob } from "./schedule-types.ts";
import { orderOfStages } from "./site.ts";

/**
 * The jobs that a machine cannot run: one run of them needs more than it has, or their stage follows one with such a job, which
 * therefore never ends. In the order of the jobs.
 *
 * @example nodes of 8 cards, 20 cards: the largest run is one of 16; a run of 17 needs a cluster of 24
 */
export function infeasibleJobs({ jobs, after }: Workload, machine: Machine): InfeasibleJob[] {
  const most = largestRun(machine);
  const needs = jobs.map((job) => heldCards(job.minCards, machine.cardsPerNode));
  const needOfStage = after.map(() => 0);
  jobs.forEach(({ stage }, index) => {
    needOfStage[stage] = Math.max(needOfStage[stage] as number, needs[index] as number);
  });
  const needBefore = after.map(() => 0);
  for (const stage of orderOfStages(after)) {
    for (const earlier of after[stage] as readonly number[]) {
      const need = Math.max(needOfStage[earlier] as number, needBefore[earlier] as number);
      needBefore[stage] = Math.max(needBefore[stage] as number, need);
    }
  }
  return jobs.flatMap(({ stage }, job): InfeasibleJob[] => {
    const own = needs[job] as number;
    const before = needBefore[stage] as number;
    if (own > most) return [{ job, minimumCards: Math.max(own, before), because: "cards" }];
    return before > most ? [{ job, minimumCards: before, because: "dependsOnInfeasible" }] : [];
  });
}

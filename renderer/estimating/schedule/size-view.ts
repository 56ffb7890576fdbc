/** Time against the size of a cluster that is else like one of the plan. Pure. */
import type { Job } from "../../../shared/cluster/job.ts";
import { runHours } from "../../../shared/cluster/run-hours.ts";
import { bendOf, sizeCurveOf, workloadOnLargest } from "../../../shared/estimate/schedule/size-curve-of.ts";
import type { Estimate } from "../../../shared/estimate/types.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../../shared/plan/resolved.ts";
import type { Floor, SizeView } from "./messages.ts";

/** Cards that one run may use at most, of the floors that are what-ifs. */
const CARDS_PER_RUN = [1, 8, 64, 512, 4_096] as const;

/** The three times on 1 to 1,000,000 cards that are granted. */
export function sizeView(plan: ResolvedPlan, estimated: Estimate, cluster: ResolvedCluster): SizeView {
  const curve = sizeCurveOf(plan, estimated, cluster);
  const isWhole = curve.points.at(-1)?.scheduledHours != null;
  return {
    curve,
    floors: isWhole ? floorsOf(workloadOnLargest(plan, estimated, cluster).jobs) : [],
    bend: bendOf(curve),
  };
}

/** The longest run on the most cards that it can use, and on others. */
function floorsOf(jobs: readonly Job[]): readonly Floor[] {
  const [longest] = jobs
    .map((job) => ({ job, hours: runHours(job, job.maxCards, null) }))
    .sort((a, b) => b.hours - a.hours);
  if (longest === undefined) return [];
  const { job, hours } = longest;
  const others = CARDS_PER_RUN.filter((cards) => cards >= job.minCards && cards < job.maxCards);
  return [
    ...others.map((cardsPerRun) => ({ cardsPerRun, hours: runHours(job, cardsPerRun, null), isOwn: false })),
    { cardsPerRun: job.maxCards, hours, isOwn: true },
  ];
}

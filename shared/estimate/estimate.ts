/** The only walk over a plan: from run classes to totals. */
import { idealHours } from "../cluster/ideal-hours.ts";
import { emissions, energyUse } from "../energy/energy.ts";
import { countParameters } from "../models/count-parameters.ts";
import type { ParameterCount } from "../models/parameter-count.ts";
import type { ResolvedCard, ResolvedCluster, ResolvedPlan } from "../plan/resolved.ts";
import { CardHours, KilowattHours, Watts } from "../units/brands.ts";
import { amountAt, type InputValues, likelyValues } from "./amounts.ts";
import { estimateClass } from "./class-estimate.ts";
import { atSpeedOf, grantedCards } from "./schedule/on-cluster.ts";
import { addTo, emptyTotals, finish, type RunningTotals, sumTotals, withMoreWork } from "./totals.ts";
import type { ClassEstimate, EnergyEstimate, Estimate } from "./types.ts";

/**
 * Everything that can be said of a plan in one pass over its run classes: per class, sweep, experiment and in total,
 * with ideal times and energy. Every uncertain input stands at its likely value unless `values` says otherwise.
 *
 * The plan of arXiv 2407.05872 comes to 58,512 runs, 5.4211e24 FLOP, 4,302,487.06 card-hours and 12,907,461.18 USD.
 */
export function estimate(plan: ResolvedPlan, values: InputValues = likelyValues(plan)): Estimate {
  const counts = plan.models.map((model) => countParameters(model.shape));
  const sweeps: RunningTotals[][] = plan.experiments.map((experiment) => experiment.sweeps.map(emptyTotals));
  const core = emptyTotals();
  const classes = plan.classes.map((runClass) => {
    const count = runClass.model === null ? null : counts[runClass.model];
    const sweep = sweeps[runClass.experiment]?.[runClass.sweep];
    if (count === undefined || sweep === undefined) throw new RangeError("a run class lies outside its plan");
    const estimated = estimateClass(plan, runClass, count, values);
    addTo(sweep, estimated);
    const repeats = amountAt(runClass.repeats, values);
    if (repeats > 0) addTo(core, estimated, 1 / repeats);
    return estimated;
  });
  const experiments = sweeps.map(sumTotals);
  const withRepeats = sumTotals(experiments);
  const again = 1 + amountAt(plan.reruns, values);
  const withReruns = withMoreWork(withRepeats, again);
  return {
    classes,
    sweeps: sweeps.map((row) => row.map(finish)),
    experiments,
    core: finish(core),
    withRepeats,
    withReruns,
    idealHours: plan.clusters.map((cluster) =>
      idealHours(cardHoursOn(plan, cluster, withReruns.cardHours, counts, values), grantedCards(cluster)),
    ),
    energy: estimateEnergy(plan, classes, again),
  };
}

/** The plan's card-hours at the speed of a cluster's card. */
function cardHoursOn(
  plan: ResolvedPlan,
  cluster: ResolvedCluster,
  own: CardHours,
  counts: readonly ParameterCount[],
  values: InputValues,
): CardHours {
  const moved = atSpeedOf(plan, cluster);
  if (moved === plan) return own;
  const hours = moved.classes.reduce((sum, runClass) => {
    const count = runClass.model === null ? null : (counts[runClass.model] ?? null);
    return sum + estimateClass(moved, runClass, count, values).cardHours;
  }, 0);
  return CardHours(hours * (1 + amountAt(plan.reruns, values)));
}

/**
 * Electricity and CO2 of the plan by its own assumptions; null where these leave it unknown. Without a stated power each
 * card counts with its own TDP, so a plan may use several kinds of card.
 */
function estimateEnergy(plan: ResolvedPlan, classes: readonly ClassEstimate[], again: number): EnergyEstimate {
  const { energy } = plan;
  if (energy === null) return { kilowattHours: null, kilogramsCO2e: null, byCard: null, byNode: null };
  const hours = plan.cards.map(() => 0);
  plan.classes.forEach(({ card }, index) => {
    hours[card] = (hours[card] ?? 0) + (classes[index]?.cardHours ?? 0) * again;
  });
  const used = (watts: (card: ResolvedCard) => number | null): KilowattHours | null => {
    const parts = plan.cards.map((card, index) => {
      const power = watts(card);
      const cardHours = CardHours(hours[index] ?? 0);
      return energyUse({ cardHours, watts: power === null ? null : Watts(power), load: energy.load, pue: energy.pue });
    });
    const known = parts.filter((part) => part !== null);
    return known.length < parts.length ? null : KilowattHours(known.reduce((sum: number, part) => sum + part, 0));
  };
  const byCard = used((card) => energy.cardWatts ?? card.accelerator.tdpWatts);
  const byNode = used(() => energy.nodeWatts);
  const kilowattHours = energy.basis === "card" ? byCard : byNode;
  const kilogramsCO2e =
    kilowattHours === null || energy.grid === null ? null : emissions(kilowattHours, energy.grid.gramsPerKilowattHour);
  return { kilowattHours, kilogramsCO2e, byCard, byNode };
}

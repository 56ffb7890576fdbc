/** The plan's work as it is on the cards of an offer, estimated and scheduled once for all offers of the same. */
import { infeasibleJobs } from "../../cluster/infeasible.ts";
import type { Machine } from "../../cluster/machine.ts";
import type { Accelerator } from "../../hardware/accelerator.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { ResolvedCluster, ResolvedPlan, ResolvedQuote, RunClass } from "../../plan/resolved.ts";
import { estimate } from "../estimate.ts";
import { type NoPeak, onCard } from "../on-card.ts";
import { fillsNodes } from "../schedule/fills-nodes.ts";
import { workloadOf } from "../schedule/workload.ts";
import type { Estimate } from "../types.ts";
import { type CannotRun, type ScheduledUse, scheduledUse, tooLarge } from "./scheduled-use.ts";
import type { MachineOfOffer, Schedules } from "./schedules.ts";

/** Why nothing can be told of an offer. */
export type Incomparable = NoPeak | { readonly unknownCard: string };

export interface WorkOnCard {
  /** Null where the plan uses several and the offer is for them all. */
  readonly card: Accelerator | null;
  /** Of a node of the card, where the offer does not say. */
  readonly cardsPerNode: number;
  /** Of the runs that the offer is for. */
  readonly estimated: Estimate;
  /** Whether its runs use all that they hold, on nodes of so many cards. */
  readonly fills: (cardsPerNode: number) => boolean;
  /** Why some of its runs are too large for a machine; null where none is. */
  readonly cannotRun: (machine: Machine) => CannotRun | null;
  /** The plan's other runs, which the offer is not for; null where there are none. */
  readonly others: { readonly plan: ResolvedPlan; readonly estimated: Estimate } | null;
  readonly use: (machine: MachineOfOffer) => ScheduledUse;
}

/** A function from an offer to the plan's work on its card. */
export function worksOnCards(
  plan: ResolvedPlan,
  estimated: Estimate,
  schedules: Schedules,
): (quote: ResolvedQuote) => Result<WorkOnCard, Incomparable> {
  const workOf = remembered((quote: ResolvedQuote) => workOnCard(plan, estimated, schedules, quote));
  return (quote) => workOf([quote.accelerator, reachedAt(quote)], quote);
}

/** The quote that a plan is costed by is for the work as the plan has it, whatever the offer says is reached on its cards. */
const reachedAt = ({ headline, utilisation }: ResolvedQuote): ResolvedQuote["utilisation"] =>
  headline ? null : utilisation;

function workOnCard(
  plan: ResolvedPlan,
  estimated: Estimate,
  schedules: Schedules,
  quote: ResolvedQuote,
): Result<WorkOnCard, Incomparable> {
  const { accelerator: id, card: named } = quote;
  const own = [...new Map(plan.cards.map(({ accelerator }) => [accelerator.id, accelerator])).values()];
  const [only, ...more] = own;
  if (id === null && (only === undefined || more.length > 0)) return ok(workOf(plan, estimated, schedules, null, null));
  const card = id === null ? only : (own.find((one) => one.id === id) ?? named);
  if (card == null) return err({ unknownCard: id ?? "" });
  const isPart = own.length > 1 && own.includes(card);
  const isOn = isOnCard(plan, card);
  const part = isPart ? { ...plan, classes: plan.classes.filter(isOn) } : plan;
  const moved = onCard(part, card, reachedAt(quote));
  if (!moved.ok) return moved;
  const rest = isPart ? { ...plan, classes: plan.classes.filter((one) => !isOn(one)) } : null;
  const others = rest === null ? null : { plan: rest, estimated: estimate(rest) };
  const isPlan = moved.value === plan;
  return ok(workOf(moved.value, isPlan ? estimated : estimate(moved.value), schedules, card, others));
}

/** Which runs of a plan are on one card. */
const isOnCard =
  ({ cards }: ResolvedPlan, { id }: Accelerator) =>
  ({ card }: Pick<RunClass, "card">): boolean =>
    cards[card]?.accelerator.id === id;

/** More cards than anybody rents: what bounds a run is then its batch. */
const NO_BOUND = 10_000_000;

/** Rented cards are there all week, in nodes of the offer; what a checkpoint takes is as on the plan's first cluster. */
function rented(plan: ResolvedPlan, cardsPerNode: number): ResolvedCluster {
  return { ...clusterAt(plan, 0), cards: NO_BOUND, share: 1, accelerator: null, cardsPerNode };
}

/** @throws RangeError for a cluster that the plan does not have; resolving makes no plan without any */
export function clusterAt({ clusters }: ResolvedPlan, index: number): ResolvedCluster {
  const cluster = clusters[index];
  if (cluster === undefined) throw new RangeError(`a plan has no cluster ${index}`);
  return cluster;
}

function workOf(
  plan: ResolvedPlan,
  estimated: Estimate,
  schedules: Schedules,
  card: Accelerator | null,
  others: WorkOnCard["others"],
): WorkOnCard {
  const workload = remembered((cardsPerNode: number) => workloadOf(plan, estimated, rented(plan, cardsPerNode)));
  const use = remembered((machine: MachineOfOffer) =>
    scheduledUse(workload([machine.cardsPerNode], machine.cardsPerNode), plan.policy, machine, schedules),
  );
  return {
    card,
    cardsPerNode: plan.cards.reduce((most, { cardsPerNode }) => Math.max(most, cardsPerNode), 1),
    estimated,
    fills: (cardsPerNode) => fillsNodes(plan, cardsPerNode),
    cannotRun: (machine) => {
      const work = workload([machine.cardsPerNode], machine.cardsPerNode);
      return tooLarge(infeasibleJobs(work, machine), work);
    },
    others,
    use: (machine) => use([machine], machine),
  };
}

/** `make`, with what it made for a key kept. */
function remembered<Of, Made>(make: (of: Of) => Made): (key: readonly unknown[], of: Of) => Made {
  const made = new Map<string, Made>();
  return (parts, of) => {
    const key = JSON.stringify(parts);
    const before = made.get(key);
    if (before !== undefined) return before;
    const now = make(of);
    made.set(key, now);
    return now;
  };
}

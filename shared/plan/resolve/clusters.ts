/** The plan's clusters, or the presets, with every default put in. */
import { CLUSTER_DEFAULTS, type Cluster, PRESETS } from "../../cluster/cluster.ts";
import { type Accelerator, completeAccelerator, formatOn, formatsOf } from "../../hardware/accelerator.ts";
import type { Catalogue } from "../catalogue.ts";
import { DEFAULT_CARDS_PER_NODE } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import type { Fault } from "../fault.ts";
import type { ResolvedCard, ResolvedCluster, ResolvedPlan } from "../resolved.ts";
import type { SweepSource } from "../sweep-source.ts";
import type { Inputs } from "./inputs.ts";

/** Cards in a node of the plan's own cards: the most where they differ. */
const ownNode = (cards: readonly Pick<ResolvedCard, "cardsPerNode">[]): number =>
  cards.reduce((most, { cardsPerNode }) => Math.max(most, cardsPerNode), 0) || DEFAULT_CARDS_PER_NODE;

/** A cluster of so many of the plan's own cards, of which nothing else is said; it begins on the plan's own day. */
export const bareCluster = (plan: Pick<ResolvedPlan, "cards" | "date">, cards: number): ResolvedCluster => ({
  title: null,
  cards,
  accelerator: null,
  cardsPerNode: ownNode(plan.cards),
  interconnect: null,
  ...CLUSTER_DEFAULTS,
  queueWaitHours: { likely: CLUSTER_DEFAULTS.queueWaitHours, input: null },
  cardMtbfHours: { likely: CLUSTER_DEFAULTS.cardMtbfHours, input: null },
  start: plan.date,
  end: null,
  allocation: null,
  stated: ["cards"],
});

/**
 * The plan's clusters in the order of the document. Cards per node where one does not say: of the card that it names; else of the plan's
 * cards.
 */
export function resolveClusters(
  document: PlanDocument,
  sweeps: readonly SweepSource[],
  cards: readonly ResolvedCard[],
  catalogue: Catalogue,
  inputs: Inputs,
): ResolvedCluster[] {
  return (document.clusters ?? PRESETS).map((cluster, index) => {
    const bare = bareCluster({ cards, date: document.date ?? null }, cluster.cards);
    const accelerator = findCard(cluster.accelerator, sweeps, catalogue);
    const nodeOfCard = accelerator === null ? bare.cardsPerNode : (accelerator.cardsPerNode ?? DEFAULT_CARDS_PER_NODE);
    const amount = (field: "queueWaitHours" | "cardMtbfHours") =>
      inputs.amount(cluster[field] ?? CLUSTER_DEFAULTS[field], ["clusters", index, field]);
    return {
      ...bare,
      title: cluster.title ?? null,
      accelerator,
      cardsPerNode: cluster.cardsPerNode ?? nodeOfCard,
      interconnect: cluster.interconnect ?? null,
      hoursPerWeek: cluster.hoursPerWeek ?? bare.hoursPerWeek,
      share: cluster.share ?? bare.share,
      queueWaitHours: amount("queueWaitHours"),
      cardMtbfHours: amount("cardMtbfHours"),
      checkpointWriteMinutes: cluster.checkpointWriteMinutes ?? bare.checkpointWriteMinutes,
      restartMinutes: cluster.restartMinutes ?? bare.restartMinutes,
      start: cluster.start ?? bare.start,
      end: cluster.end ?? null,
      allocation: allocationOf(cluster),
      stated: Object.keys(cluster),
    };
  });
}

function allocationOf({ allocation }: Cluster): ResolvedCluster["allocation"] {
  if (allocation === undefined) return null;
  const { unit, perCardHour, perNodeHour } = allocation;
  return perCardHour === undefined
    ? { unit, per: "nodeHour", rate: perNodeHour ?? 0 }
    : { unit, per: "cardHour", rate: perCardHour };
}

/** A card that the plan writes down itself goes before one of the catalogue; what is neither is a fault of its own. */
function findCard(
  id: string | undefined,
  sweeps: readonly SweepSource[],
  { accelerators }: Catalogue,
): Accelerator | null {
  if (id === undefined) return null;
  for (const { levels } of sweeps) {
    for (const { level } of levels) {
      const stated = level.hardware?.accelerator;
      if (typeof stated === "object" && (stated.id ?? stated.name) === id) return completeAccelerator(stated);
    }
  }
  return accelerators.find((one) => one.id === id) ?? null;
}

/** A cluster's card has a peak in every format that the plan's runs compute in, or in its stand-in. */
export const clusterFaults = ({ clusters, cards }: Pick<ResolvedPlan, "clusters" | "cards">): Fault[] =>
  clusters.flatMap(({ accelerator }, index) => {
    const unknown =
      accelerator === null ? undefined : cards.find(({ format }) => formatOn(accelerator, format) === null);
    if (accelerator === null || unknown === undefined || unknown.accelerator.id === accelerator.id) return [];
    const known = formatsOf(accelerator);
    return [
      {
        path: ["clusters", index, "accelerator"],
        message: `No dense peak is known of ${accelerator.name} in ${unknown.format}, in which the plan computes`,
        value: accelerator.id,
        allowed: `a card with a known dense peak in ${unknown.format}`,
        hint: known.length === 0 ? null : `Of this card the peaks in ${known.join(", ")} are known.`,
      },
    ];
  });

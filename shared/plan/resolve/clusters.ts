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

/**
 * Cards per node where a cluster does not say: of the card that it names; else of the plan's cards, the most where they differ. A cluster
 * without a start begins on the plan's own day.
 */
export function resolveClusters(
  document: PlanDocument,
  sweeps: readonly SweepSource[],
  cards: readonly ResolvedCard[],
  catalogue: Catalogue,
  inputs: Inputs,
): ResolvedCluster[] {
  const ownNode = cards.reduce((most, { cardsPerNode }) => Math.max(most, cardsPerNode), 0) || DEFAULT_CARDS_PER_NODE;
  return (document.clusters ?? PRESETS).map((cluster, index) => {
    const accelerator = findCard(cluster.accelerator, sweeps, catalogue);
    const nodeOfCard = accelerator === null ? ownNode : (accelerator.cardsPerNode ?? DEFAULT_CARDS_PER_NODE);
    const at = (field: keyof Cluster) => ["clusters", index, field];
    return {
      title: cluster.title ?? null,
      cards: cluster.cards,
      accelerator,
      cardsPerNode: cluster.cardsPerNode ?? nodeOfCard,
      interconnect: cluster.interconnect ?? null,
      hoursPerWeek: cluster.hoursPerWeek ?? CLUSTER_DEFAULTS.hoursPerWeek,
      share: cluster.share ?? CLUSTER_DEFAULTS.share,
      queueWaitHours: inputs.amount(cluster.queueWaitHours ?? CLUSTER_DEFAULTS.queueWaitHours, at("queueWaitHours")),
      cardMtbfHours: inputs.amount(cluster.cardMtbfHours ?? CLUSTER_DEFAULTS.cardMtbfHours, at("cardMtbfHours")),
      checkpointWriteMinutes: cluster.checkpointWriteMinutes ?? CLUSTER_DEFAULTS.checkpointWriteMinutes,
      restartMinutes: cluster.restartMinutes ?? CLUSTER_DEFAULTS.restartMinutes,
      start: cluster.start ?? document.date ?? null,
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

/** Assumptions about clusters: how they fail, what that costs, when they can be used, and in which order they take the runs. */
import type { Policy } from "../../cluster/policy.ts";
import { amountAt } from "../../estimate/amounts.ts";
import { CARD_MTBF_SOURCE } from "../../estimate/schedule/card-mtbf-source.ts";
import { clusterCards } from "../../estimate/schedule/cluster-cards.ts";
import { grantedCards } from "../../estimate/schedule/on-cluster.ts";
import type { ResolvedCluster, ResolvedPlan } from "../../plan/resolved.ts";
import { HOURS_PER_WEEK } from "../../units/constants.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import type { SourceText } from "../references.ts";
import type { RichText } from "../sheet.ts";
import { perCent, stated } from "../text/amounts.ts";
import { otherCard } from "../text/cluster-words.ts";
import { capital, listed } from "../text/words.ts";

const DALY: SourceText = {
  text: "Daly, “A higher order estimate of the optimum checkpoint interval for restart dumps”, Future Generation Computer Systems 22",
  date: "2006",
};

/** Only what schedules rest on: nothing where there are none, or not yet. */
export function clusterAssumptions(context: SheetContext): RichText[] {
  const { plan, schedules } = context;
  if (schedules === null || plan.clusters.length === 0) return [];
  return [
    ...grouped(plan.clusters, (cluster) => failures(context, cluster)),
    ...grouped(plan.clusters, (cluster) => card(plan, cluster)),
    ...grouped(plan.clusters, granted),
    ...grouped(plan.clusters, (cluster) => use(plan, cluster)),
    ...order(plan),
  ].map(([text, sources]): RichText => [text, ...marks(sources.map((source) => context.references.cite(source)))]);
}

type Said = readonly [text: string, sources: readonly SourceText[]];

/** What is said of each, once: with the clusters that it holds for named where it is not all of them. */
function grouped(clusters: readonly ResolvedCluster[], said: (cluster: ResolvedCluster) => Said | null): Said[] {
  const groups = new Map<string, { readonly said: Said; readonly of: ResolvedCluster[] }>();
  for (const cluster of clusters) {
    const own = said(cluster);
    if (own === null) continue;
    const group = groups.get(own[0]) ?? { said: own, of: [] };
    group.of.push(cluster);
    groups.set(own[0], group);
  }
  return [...groups.values()].map(({ said: [text, sources], of }): Said => {
    const names = of.map(({ title, cards, share }) => title ?? clusterCards({ cards, share }));
    return [of.length === clusters.length ? capital(text) : `On ${listed(names)}: ${text}`, sources];
  });
}

/**
 * "A card fails every 50,677 h on the mean (419 unexpected interruptions in 54 days on 16,384 cards), alone and at any time; a checkpoint takes
 * 5 minutes, as assumed here, and from a failure until a run goes on it is 10 minutes, as assumed here. Checkpoints come at the interval that
 * loses least."
 */
function failures({ plan, values }: SheetContext, cluster: ResolvedCluster): Said {
  const { cardMtbfHours, checkpointWriteMinutes, restartMinutes } = cluster;
  const range = cardMtbfHours.input === null ? undefined : plan.inputs[cardMtbfHours.input];
  const isStated = cluster.stated.includes("cardMtbfHours");
  const hours = exact(Math.round(amountAt(cardMtbfHours, values)));
  const beside =
    range !== undefined
      ? ` (of PERT(${[range.low, range.likely, range.high].map(stated).join(", ")}))`
      : isStated
        ? ""
        : ` (${CARD_MTBF_SOURCE.note})`;
  const own = plan.layouts.some(
    ({ runCards }) => (runCards.checkpointWriteMinutes ?? runCards.restartMinutes) !== null,
  );
  const assumed = (field: string) => (cluster.stated.includes(field) ? "" : ", as assumed here");
  const sources: SourceText[] = isStated ? (range?.source == null ? [] : [{ text: range.source }]) : [CARD_MTBF_SOURCE];
  return [
    `a card fails every ${hours} h on the mean${beside}, alone and at any time; a checkpoint takes ${counted(checkpointWriteMinutes, "minute")}${assumed("checkpointWriteMinutes")}, and from a failure until a run goes on it is ${counted(restartMinutes, "minute")}${assumed("restartMinutes")}${own ? "; some runs state times of their own" : ""}. Checkpoints come at the interval that loses least.`,
    [...sources, DALY],
  ];
}

/** "the runs are on A100 cards, at the share of the dense peak that they reach on the plan's own." */
function card(plan: ResolvedPlan, cluster: ResolvedCluster): Said | null {
  const other = otherCard(plan, cluster);
  return other === null
    ? null
    : [`the runs are on ${other} cards, at the share of the dense peak that they reach on the plan’s own.`, []];
}

/** "50 % of the cards are granted, 32 of 64; all times are on these." */
const granted = (cluster: ResolvedCluster): Said | null =>
  cluster.share === 1
    ? null
    : [
        `${perCent(cluster.share)} of the cards are granted, ${exact(grantedCards(cluster))} of ${exact(cluster.cards)}; all times are on these.`,
        [],
      ];

/** "It runs 84 hours of a week and the first run waits 2 h in the queue" of a cluster that is not always there. */
function use({ inputs }: ResolvedPlan, { hoursPerWeek, queueWaitHours }: ResolvedCluster): Said | null {
  const { likely, input } = queueWaitHours;
  const range = inputs[input ?? -1];
  const ofRange = range === undefined ? "" : `, the likely value of ${exact(range.low)} to ${exact(range.high)} h`;
  const parts = [
    ...(hoursPerWeek === HOURS_PER_WEEK ? [] : [`it runs ${counted(hoursPerWeek, "hour")} of a week`]),
    ...(likely === 0 ? [] : [`the first run waits ${exact(likely)} h in the queue${ofRange}`]),
  ];
  return parts.length === 0 ? null : [`${listed(parts)}; dates count that, hours do not.`, []];
}

const ORDERS: Readonly<Record<Exclude<Policy, "shortest">, string>> = {
  priority: "Schedules take the experiments by priority: those first in the plan go first wherever cards are free.",
  sequence: "Schedules take one experiment after another, in the order of the plan.",
};

const order = ({ policy }: ResolvedPlan): Said[] => (policy === "shortest" ? [] : [[ORDERS[policy], []]]);

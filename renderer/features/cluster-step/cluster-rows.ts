/** The clusters of a plan as their step shows them. Pure. */
import { type Cluster, PRESETS } from "../../../shared/cluster/cluster.ts";
import { grantedCards } from "../../../shared/estimate/schedule/on-cluster.ts";
import { type CopiedFrom, copiedFromSchema } from "../../../shared/lib/copied-from.ts";
import { DEFAULT_CARDS_PER_NODE } from "../../../shared/plan/defaults.ts";
import type { PlainValue, PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { otherCard } from "../../../shared/sheet/text/cluster-words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { fixed } from "../../../shared/units/format/exact.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { treeItems, treeValue } from "../../fields/tree-value.ts";

export interface ClusterRow {
  readonly index: number;
  /** As stated; empty for none. */
  readonly title: string;
  /** Null while it is no number that a cluster can have. */
  readonly cards: number | null;
  /** Nodes that so many cards fill; the last one may be filled in part. */
  readonly nodes: number | null;
  /** "A100", where it has another card than the plan's runs. */
  readonly card: string | null;
  /** Cards that the project gets; null where the last valid plan does not have this cluster. */
  readonly granted: number | null;
  /** Card-hours ÷ cards; null where there are no figures. */
  readonly hours: number | null;
  readonly from: CopiedFrom | null;
}

/** Whether the plan names its clusters; else those that every plan is shown on stand in. */
export const namesClusters = (tree: unknown): boolean => Array.isArray(treeValue(tree, ["clusters"]));

export function clusterRows(tree: unknown, live: OpenedPlan | null): readonly ClusterRow[] {
  const items = namesClusters(tree) ? treeItems(tree, ["clusters"]) : PRESETS;
  const ownNode = cardsPerNode(live);
  return items.map((item, index) => {
    const known = live?.resolved.clusters[index];
    const title = treeValue(item, ["title"]);
    const stated = treeValue(item, ["cards"]);
    const cards = typeof stated === "number" && Number.isInteger(stated) && stated >= 1 ? stated : null;
    const from = copiedFromSchema.safeParse(treeValue(item, ["from"]));
    const granted = known !== undefined && known.cards === cards ? grantedCards(known) : null;
    const perNode = granted === null ? ownNode : (known?.cardsPerNode ?? ownNode);
    return {
      index,
      title: typeof title === "string" ? title : "",
      cards,
      nodes: cards === null || perNode === null ? null : cards / perNode,
      granted,
      card: known === undefined || granted === null || live === null ? null : otherCard(live.resolved, known),
      hours: granted === null ? null : (live?.estimated.idealHours[index] ?? null),
      from: from.success ? from.data : null,
    };
  });
}

/** Cards in a node of the plan; null where its cards stand in nodes of different sizes. */
export function cardsPerNode(live: OpenedPlan | null): number | null {
  const sizes = new Set(live?.resolved.cards.map((card) => card.cardsPerNode) ?? [DEFAULT_CARDS_PER_NODE]);
  const [size] = sizes;
  return sizes.size === 1 && size !== undefined ? size : null;
}

/** "12,500 nodes", "12 nodes and a half", "a quarter of a node", "part of a node", "3.1 nodes". */
export function nodeWords(nodes: number): string {
  const whole = Math.floor(nodes);
  const [part, ofOne] = PARTS.get(nodes - whole) ?? [null, "part of a node"];
  if (whole === 0) return ofOne;
  if (nodes !== whole && part === null) return `${fixed(nodes, 1)} nodes`;
  const nodesInFull = counted(whole, "node");
  return part === null ? nodesInFull : `${nodesInFull} and ${part}`;
}

const PARTS: ReadonlyMap<number, readonly [string, string]> = new Map([
  [0.25, ["a quarter", "a quarter of a node"]],
  [0.5, ["a half", "half a node"]],
  [0.75, ["three quarters", "three quarters of a node"]],
]);

/** The presets as a plan's own clusters: the first change of a plan that names none writes them down. */
const presetValues = (): readonly PlainValue[] => PRESETS.map(({ cards }: Cluster) => ({ cards }));

/** Makes the clusters the plan's own before `edits`, where it names none. */
export const ownedEdits = (tree: unknown, edits: readonly PlanEdit[]): readonly PlanEdit[] =>
  namesClusters(tree) ? edits : [{ op: "set", path: ["clusters"], value: presetValues() }, ...edits];

/** Whether the last valid plan has this cluster in this place, so that its time can be asked how it was computed. */
export const isKnown = (row: ClusterRow, live: OpenedPlan | null): boolean =>
  live?.resolved.clusters[row.index]?.cards === row.cards;

/** What a cluster is called: its title, else its cards. */
export const nameOf = (row: Pick<ClusterRow, "title" | "cards" | "index"> | undefined): string =>
  row === undefined
    ? ""
    : row.title !== ""
      ? row.title
      : row.cards === null
        ? `Cluster ${row.index + 1}`
        : counted(row.cards, "card");

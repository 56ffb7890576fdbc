import { CLUSTER_DEFAULTS, type Cluster, libraryClusterSchema } from "../../../../shared/cluster/cluster.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { clusterKind } from "../../../library/kinds.ts";
import type { Noun } from "../noun.ts";

const cardOf = (id: string | undefined): string | null =>
  id === undefined ? null : (catalogue.accelerators.find((card) => card.id === id)?.name ?? id);

const titleOf = ({ title, cards }: Cluster): string => title ?? counted(cards, "card");

export const clusterNoun: Noun<Cluster> = {
  kind: clusterKind,
  schema: libraryClusterSchema,
  one: "cluster",
  withArticle: "a cluster",
  many: "clusters",
  usedAt: "clusters",
  titleOf,
  words: (cluster) =>
    [titleOf(cluster), cluster.cards, exact(cluster.cards), cardOf(cluster.accelerator), cluster.interconnect]
      .filter(Boolean)
      .join(" "),
  retitled: (value, title) => ({ ...value, title }),
  blank: {},
  toForm: (value) => value,
  fromForm,
  groups: [
    {
      title: null,
      fields: [
        { kind: "text", path: "title", label: "Title", placeholder: "Our machine room" },
        { kind: "number", path: "cards", label: "Cards", help: "All that one plan may use at the same time." },
        {
          kind: "select",
          path: "accelerator",
          label: "Accelerator",
          none: "the plan’s own",
          options: [...catalogue.accelerators]
            .sort((a, b) => a.name.localeCompare(b.name, "en"))
            .map(({ id, name }) => ({ value: id, label: name })),
        },
        { kind: "number", path: "cardsPerNode", label: "Cards in a node", placeholder: "by the card" },
        { kind: "text", path: "interconnect", label: "Interconnect", placeholder: "NVLink, 8 × 400 Gb/s" },
      ],
    },
    {
      title: "When it can be used",
      fields: [
        {
          kind: "number",
          path: "share",
          label: "Granted to one project",
          unit: "% of the cards",
          exponent: -2,
          placeholder: "100",
        },
        {
          kind: "number",
          path: "hoursPerWeek",
          label: "Hours in a week",
          unit: "h",
          placeholder: `${CLUSTER_DEFAULTS.hoursPerWeek}`,
        },
        {
          kind: "quantity",
          path: "queueWaitHours",
          label: "Wait in the queue",
          unit: "h",
          placeholder: `${CLUSTER_DEFAULTS.queueWaitHours}`,
          help: "Before the first run starts.",
        },
        {
          kind: "date",
          path: "start",
          label: "Starts",
          placeholder: "2026-12-01",
          help: "As YYYY-MM-DD; else the plan’s own day.",
        },
        { kind: "date", path: "end", label: "Ends", placeholder: "2027-06-30" },
      ],
    },
    {
      title: "Failures and checkpoints",
      help: "Default: Llama 3, 419 unexpected interruptions in 54 days on 16,384 cards.",
      fields: [
        {
          kind: "quantity",
          path: "cardMtbfHours",
          label: "Between failures of one card",
          unit: "h",
          placeholder: exact(Math.round(CLUSTER_DEFAULTS.cardMtbfHours)),
        },
        {
          kind: "number",
          path: "checkpointWriteMinutes",
          label: "Writing a checkpoint",
          unit: "min",
          placeholder: `${CLUSTER_DEFAULTS.checkpointWriteMinutes}`,
        },
        {
          kind: "number",
          path: "restartMinutes",
          label: "From a failure until the run goes on",
          unit: "min",
          placeholder: `${CLUSTER_DEFAULTS.restartMinutes}`,
        },
      ],
    },
    {
      title: "Allocation",
      help: "What a centre counts in: how many units a card-hour takes, or a node-hour.",
      fields: [
        { kind: "text", path: "allocation.unit", label: "Unit", placeholder: "SU" },
        { kind: "number", path: "allocation.perCardHour", label: "Units for a card-hour" },
        { kind: "number", path: "allocation.perNodeHour", label: "Units for a node-hour" },
      ],
    },
  ],
};

/** A form whose fields of the allocation are all empty says nothing of one. */
function fromForm({ allocation, ...form }: Readonly<Record<string, unknown>>): unknown {
  const isEmpty = typeof allocation !== "object" || allocation === null || Object.keys(allocation).length === 0;
  return isEmpty ? form : { ...form, allocation };
}

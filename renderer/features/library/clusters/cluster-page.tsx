import type { ReactNode } from "react";
import { type Cluster, clusterSchema, PRESETS } from "../../../../shared/cluster/cluster.ts";
import { listed } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { clusterKind } from "../../../library/kinds.ts";
import { KindPage } from "../kind-page.tsx";
import type { Column, Noun } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";

const titleOf = ({ title, cards }: Cluster): string => title ?? `${exact(cards)} cards`;

const clusterNoun: Noun<Cluster> = {
  kind: clusterKind,
  schema: clusterSchema,
  one: "cluster",
  withArticle: "a cluster",
  many: "clusters",
  usedAt: "clusters",
  titleOf,
  words: (cluster) => `${titleOf(cluster)} ${cluster.cards} ${exact(cluster.cards)}`,
  retitled: (value, title) => ({ ...value, title }),
  blank: {},
  toForm: (value) => value,
  fromForm: (form) => form,
  groups: [
    {
      title: null,
      fields: [
        { kind: "text", path: "title", label: "Title", placeholder: "Our machine room" },
        { kind: "number", path: "cards", label: "Cards", help: "All that one plan may use at the same time." },
      ],
    },
  ],
};

const columns: readonly Column<Cluster>[] = [
  {
    id: "cards",
    title: "Cards",
    isNumber: true,
    sort: ({ value }) => value.cards,
    cell: ({ value }) => exact(value.cards),
  },
  {
    id: "month",
    title: "Card-hours",
    unit: "in a month",
    isNumber: true,
    sort: ({ value }) => value.cards,
    cell: ({ value }) => exact(value.cards * 720),
  },
  {
    id: "usedIn",
    title: "Used in",
    sort: ({ usedIn }) => -usedIn.length,
    cell: ({ usedIn }) => <UsedIn noun={clusterNoun} projects={usedIn} most={3} none="–" />,
  },
];

/** Clusters that plans copy. */
export function ClusterPage() {
  return (
    <KindPage
      noun={clusterNoun}
      title="Clusters"
      columns={columns}
      empty={(action) => <ClusterExample action={action} />}
      foot={<p className="library-foot">A month is 720 hours, every card in use.</p>}
    />
  );
}

function ClusterExample({ action }: { readonly action: ReactNode }) {
  return (
    <div className="library-empty">
      <h2>No clusters yet</h2>
      <p>
        A cluster is how many cards the work may be spread over. Plans copy it and tell the ideal time on each:
        card-hours divided by cards. A plan that names none is shown on{" "}
        {listed(PRESETS.map(({ cards }) => exact(cards)))} cards.
      </p>
      <p className="library-empty-action">{action}</p>
      <table className="data-table library-example library-example-narrow">
        <caption>What one looks like</caption>
        <thead>
          <tr>
            <th scope="col">Cluster</th>
            <th scope="col" className="number">
              Cards
            </th>
            <th scope="col" className="number">
              Card-hours in a month
            </th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">Our machine room</th>
            <td className="number">16</td>
            <td className="number">11,520</td>
          </tr>
          <tr>
            <th scope="row">A rented pod</th>
            <td className="number">512</td>
            <td className="number">368,640</td>
          </tr>
        </tbody>
      </table>
      <p className="library-foot">An example, not part of your record. A month is 720 hours.</p>
    </div>
  );
}

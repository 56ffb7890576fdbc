import type { ReactNode } from "react";
import { CLUSTER_DEFAULTS, type Cluster, PRESETS } from "../../../../shared/cluster/cluster.ts";
import { dateWords, listed } from "../../../../shared/sheet/text/words.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import { KindPage } from "../kind-page.tsx";
import type { Column } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";
import { clusterNoun } from "./cluster-noun.ts";

const columns: readonly Column<Cluster>[] = [
  {
    id: "cards",
    title: "Cards",
    isNumber: true,
    sort: ({ value }) => value.cards,
    cell: ({ value }) => exact(value.cards),
  },
  {
    id: "accelerator",
    title: "Accelerator",
    unit: "cards in a node",
    sort: ({ value }) => cardName(value),
    cell: ({ value }) => (
      <>
        {cardName(value) ?? <span className="quiet">the plan’s own</span>}
        {value.cardsPerNode !== undefined && <span className="library-small"> × {exact(value.cardsPerNode)}</span>}
      </>
    ),
  },
  {
    id: "month",
    title: "Card-hours",
    unit: "granted in a month",
    isNumber: true,
    sort: ({ value }) => monthly(value),
    cell: ({ value }) => fixed(monthly(value), 0),
  },
  {
    id: "from",
    title: "From",
    sort: ({ value }) => value.start ?? null,
    cell: ({ value: { start } }) => (start === undefined ? <span className="quiet">–</span> : dateWords(start)),
  },
  {
    id: "until",
    title: "Until",
    sort: ({ value }) => value.end ?? null,
    cell: ({ value: { end } }) => (end === undefined ? <span className="quiet">–</span> : dateWords(end)),
  },
  {
    id: "usedIn",
    title: "Used in",
    sort: ({ usedIn }) => -usedIn.length,
    cell: ({ usedIn }) => <UsedIn noun={clusterNoun} projects={usedIn} most={3} none="–" />,
  },
];

const cardName = ({ accelerator }: Cluster): string | null =>
  accelerator === undefined ? null : (catalogue.accelerators.find(({ id }) => id === accelerator)?.name ?? accelerator);

/** Card-hours of 30 days: of the cards that are granted, in the hours of the week in which they can be used. */
const monthly = ({ cards, share = 1, hoursPerWeek = CLUSTER_DEFAULTS.hoursPerWeek }: Cluster): number =>
  cards * share * 720 * (hoursPerWeek / CLUSTER_DEFAULTS.hoursPerWeek);

/** Clusters that plans copy. */
export function ClusterPage() {
  return (
    <KindPage
      noun={clusterNoun}
      title="Clusters"
      columns={columns}
      empty={(action) => <ClusterExample action={action} />}
      foot={
        <p className="library-foot">
          A month is 720 hours, every granted card in use whenever the cluster can be used.
        </p>
      }
    />
  );
}

function ClusterExample({ action }: { readonly action: ReactNode }) {
  return (
    <div className="library-empty">
      <h2>No clusters yet</h2>
      <p>
        A cluster is what the work may be spread over: cards in nodes, when they can be used, how often they fail. Plans
        copy it and say how long the work takes there, ideally and as it can be scheduled. A plan that names none is
        shown on {listed(PRESETS.map(({ cards }) => exact(cards)))} cards.
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

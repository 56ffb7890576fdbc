import { type ReactNode, useState } from "react";
import {
  type Accelerator,
  type AcceleratorFields,
  completeAccelerator,
} from "../../../../shared/hardware/accelerator.ts";
import { KindPage } from "../kind-page.tsx";
import type { Column } from "../noun.ts";
import { UsedIn } from "../used-in.tsx";
import { AcceleratorDetail } from "./accelerator-detail.tsx";
import { acceleratorNoun, ownId } from "./accelerator-noun.ts";
import { type CardColumn, cardColumns } from "./card-columns.tsx";
import { ShippedAccelerators } from "./shipped-accelerators.tsx";

const ownColumn = ({ sort, cell, ...head }: CardColumn): Column<AcceleratorFields> => ({
  ...head,
  sort: ({ value }) => sort(completeAccelerator(value)),
  cell: ({ value }) => cell(completeAccelerator(value)),
});

const ownColumns: readonly Column<AcceleratorFields>[] = [
  ...cardColumns.map(ownColumn),
  {
    id: "usedIn",
    title: "Used in",
    sort: ({ usedIn }) => -usedIn.length,
    cell: ({ usedIn }) => <UsedIn noun={acceleratorNoun} projects={usedIn} most={2} none="–" />,
  },
];

/** One's own accelerators, and below them those that came with Flopsheet. */
export function AcceleratorPage({ choose }: { readonly choose: ReactNode }) {
  const [shown, setShown] = useState<Accelerator | null>(null);
  return (
    <KindPage
      noun={acceleratorNoun}
      title="Catalogue"
      columns={ownColumns}
      settings={choose}
      empty={() => (
        <p className="catalogue-none">
          No accelerators of your own yet. Add one from its datasheet, or copy one of the catalogue’s and change it.
        </p>
      )}
      below={(search) => <ShippedAccelerators search={search} shownId={shown?.id ?? null} onShow={setShown} />}
      aside={(begin) =>
        shown !== null && (
          <AcceleratorDetail
            key={shown.id}
            card={shown}
            onCopy={() => begin({ ...shown, id: ownId(shown.id), name: `${shown.name}, own` })}
            onClose={() => setShown(null)}
          />
        )
      }
    />
  );
}

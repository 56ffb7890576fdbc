import { useMemo, useState } from "react";
import type { Accelerator } from "../../../../shared/hardware/accelerator.ts";
import "../../../components/data-table.css";
import { catalogue } from "../../../estimating/catalogue.ts";
import { matches, type Order, sorted } from "../table/arrange.ts";
import { SortHead } from "../table/sort-head.tsx";
import { acceleratorNoun } from "./accelerator-noun.ts";
import { cardColumns } from "./card-columns.tsx";

interface ShippedAcceleratorsProps {
  readonly search: string;
  readonly shownId: string | null;
  readonly onShow: (card: Accelerator) => void;
}

/** The accelerators that came with Flopsheet: to read and to copy. */
export function ShippedAccelerators({ search, shownId, onShow }: ShippedAcceleratorsProps) {
  const [order, setOrder] = useState<Order>({ column: "name", down: false });
  const cards = useMemo(() => {
    const found = catalogue.accelerators.filter((card) => matches(acceleratorNoun.words(card), search));
    const column = cardColumns.find(({ id }) => id === order.column);
    return sorted(found, column?.sort ?? (({ name }) => name), order.down);
  }, [search, order]);
  return (
    <section className="catalogue" aria-labelledby="shipped-title">
      <h2 id="shipped-title">
        Shipped with Flopsheet
        <span className="library-note">
          {cards.length === catalogue.accelerators.length
            ? `${cards.length} accelerators, to read and to copy`
            : `${cards.length} of ${catalogue.accelerators.length}`}
        </span>
      </h2>
      {cards.length === 0 ? (
        <p className="library-nothing">No accelerator of the catalogue has “{search.trim()}” in it.</p>
      ) : (
        <table className="data-table library-table" aria-labelledby="shipped-title">
          <SortHead heads={[{ id: "name", title: "Accelerator" }, ...cardColumns]} order={order} onOrder={setOrder} />
          <tbody>
            {cards.map((card) => (
              <tr key={card.id} className={card.id === shownId ? "selected" : undefined}>
                <th scope="row">
                  <button
                    type="button"
                    className="library-title"
                    data-row={card.id}
                    aria-expanded={card.id === shownId}
                    onClick={() => onShow(card)}
                  >
                    {card.name}
                  </button>
                </th>
                {cardColumns.map(({ id, isNumber = false, cell }) => (
                  <td key={id} className={isNumber ? "number" : undefined}>
                    {cell(card)}
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
      <p className="library-foot">
        Peaks are dense: without sparsity. A dash says that the card lacks it or that nobody is known to say. Figures
        marked unverified were recalled and not found in a source.
      </p>
    </section>
  );
}

import { ArrowDown, ArrowUp } from "../../components/icons.tsx";
import { useSettings } from "../../settings/use-settings.ts";
import { type Column, columns, type Order } from "./order.ts";

interface TableHeadProps {
  readonly order: Order;
  readonly onSort: (column: Column) => void;
  readonly currency: string | null;
}

/** What the columns are; each can be sorted by. */
export function TableHead({ order, onSort, currency }: TableHeadProps) {
  const { operations } = useSettings();
  const words: Readonly<Record<Column, string>> = {
    title: "Project",
    funder: "Funder",
    total: currency === null ? "Total" : `Total, ${currency}`,
    range: "P10 to P90",
    cardHours: "Card-hours",
    flop: operations === "flop" ? "FLOP" : "PF-days",
    runs: "Runs",
    revision: "Rev.",
    changed: "Last change",
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: the list is a grid of its own, see ProjectsTable
    // biome-ignore lint/a11y/useFocusableInteractive: its buttons are
    <div className="projects-line projects-head" role="row" aria-rowindex={1}>
      {columns.map((column) => {
        const isSorted = order.column === column;
        const Arrow = order.direction === "ascending" ? ArrowUp : ArrowDown;
        return (
          // biome-ignore lint/a11y/useSemanticElements: as above
          // biome-ignore lint/a11y/useFocusableInteractive: its button is
          <div
            key={column}
            className={`projects-cell projects-${column}`}
            role="columnheader"
            {...(isSorted ? { "aria-sort": order.direction } : {})}
          >
            <button type="button" onClick={() => onSort(column)}>
              {isSorted && <Arrow size={12} />}
              {words[column]}
              {column === "revision" && <span className="visually-hidden"> revision</span>}
            </button>
          </div>
        );
      })}
    </div>
  );
}

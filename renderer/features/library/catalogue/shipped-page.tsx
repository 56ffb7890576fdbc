import { type ReactNode, useMemo, useRef, useState } from "react";
import "../../../components/data-table.css";
import { Search } from "../../../components/icons.tsx";
import { useShortcuts } from "../../../components/use-shortcuts.ts";
import { matches, type Order, type SortValue, sorted } from "../table/arrange.ts";
import { type Head, SortHead } from "../table/sort-head.tsx";
import "../library.css";

export interface ShippedColumn<Row> extends Head {
  readonly sort: (row: Row) => SortValue;
  readonly cell: (row: Row) => ReactNode;
}

interface ShippedPageProps<Row> {
  readonly choose: ReactNode;
  /** "rates", "grids". */
  readonly many: string;
  readonly rows: readonly Row[];
  readonly idOf: (row: Row) => string;
  readonly words: (row: Row) => string;
  /** The first names the row. */
  readonly columns: readonly [ShippedColumn<Row>, ...ShippedColumn<Row>[]];
  readonly foot: ReactNode;
  /** How the rows stand at first; by the first column where it is not said. */
  readonly firstOrder?: Order;
}

/** A shipped catalogue that is only read. */
export function ShippedPage<Row>({
  choose,
  many,
  rows,
  idOf,
  words,
  columns,
  foot,
  firstOrder,
}: ShippedPageProps<Row>) {
  const [first] = columns;
  const [search, setSearch] = useState("");
  const [order, setOrder] = useState<Order>(firstOrder ?? { column: first.id, down: false });
  const field = useRef<HTMLInputElement>(null);
  useShortcuts({ "/": () => field.current?.focus() });
  const shown = useMemo(() => {
    const found = rows.filter((row) => matches(words(row), search));
    return sorted(found, (columns.find(({ id }) => id === order.column) ?? first).sort, order.down);
  }, [rows, words, search, columns, order, first]);
  return (
    <div className="library">
      <div className="library-main">
        <header className="library-head">
          <h1>Catalogue</h1>
          <p className="library-note">
            {shown.length === rows.length
              ? `${rows.length} ${many}, to read`
              : `${shown.length} of ${rows.length} ${many}`}
          </p>
          {choose}
          <div className="library-head-actions">
            <div className="library-search">
              <Search />
              <input
                ref={field}
                type="search"
                aria-label={`Search ${many}`}
                placeholder="Search"
                value={search}
                onChange={({ currentTarget }) => setSearch(currentTarget.value)}
              />
              <span className="kbd" aria-hidden="true">
                /
              </span>
            </div>
          </div>
        </header>
        <div className="library-body catalogue">
          {shown.length === 0 ? (
            <p className="library-nothing" role="status">
              None of the {many} has “{search.trim()}” in it.
            </p>
          ) : (
            <table className="data-table library-table" aria-label={many}>
              <SortHead heads={columns} order={order} onOrder={setOrder} />
              <tbody>
                {shown.map((row) => (
                  <tr key={idOf(row)}>
                    <th scope="row">{first.cell(row)}</th>
                    {columns.slice(1).map(({ id, isNumber = false, cell }) => (
                      <td key={id} className={isNumber ? "number" : undefined}>
                        {cell(row)}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          )}
          <p className="library-foot">{foot}</p>
        </div>
      </div>
    </div>
  );
}

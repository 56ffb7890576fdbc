import type { Cell, Table } from "../../../shared/sheet/sheet.ts";
import { ScrollBox } from "../../components/scroll-box.tsx";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { RichTextView } from "../../sheet/rich-text-view.tsx";
import "../../components/data-table.css";

interface BudgetTableProps {
  readonly table: Table;
  /** What the table is, for those who hear the page. */
  readonly label: string;
  /** Unique on the screen: figures are asked from it. */
  readonly place: string;
}

/** A table of the sheet as it will be printed, each of its numbers to be asked how it was computed. */
export function BudgetTable({ table, label, place }: BudgetTableProps) {
  const { columns, rows, total } = table;
  const number = (index: number) => (columns[index]?.align === "left" ? undefined : "number");
  const cells = (row: string, all: readonly Cell[]) =>
    all.map((cell, index) => (
      <td key={columns[index]?.key} className={number(index)}>
        <CellView cell={cell} place={`${place}.${row}.${columns[index]?.key}`} />
      </td>
    ));
  return (
    <ScrollBox className="budget-table-frame" label={label}>
      <table className="data-table" aria-label={label}>
        <thead>
          <tr>
            {columns.map(({ key, title, unit }, index) => (
              <th key={key} scope="col" className={number(index)}>
                {title} {unit !== "" && <small>{unit}</small>}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: rows are known by their place in the table
            <tr key={index} className={row.apart === true ? "budget-apart" : undefined}>
              {cells(String(index), row.cells)}
            </tr>
          ))}
        </tbody>
        {total !== null && (
          <tfoot>
            <tr>{cells("total", total.cells)}</tr>
          </tfoot>
        )}
      </table>
    </ScrollBox>
  );
}

function CellView({ cell, place }: { readonly cell: Cell; readonly place: string }) {
  const text = <RichTextView text={cell.text} place={place} footnotes={[]} />;
  if (cell.figure === null) return cell.muted === true ? <span className="budget-quiet">{text}</span> : text;
  return (
    <FigureButton figure={cell.figure} place={place} exact={cell.exact}>
      {text}
    </FigureButton>
  );
}

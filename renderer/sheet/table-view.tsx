import { memo } from "react";
import type { Cell, Column, Footnote, Row, Table } from "../../shared/sheet/sheet.ts";
import { decimalPads } from "./decimal.ts";
import { FigureButton } from "./figure-button.tsx";
import type { Slice } from "./page-layout.ts";
import { plainText } from "./rich-text.ts";
import { RichTextView } from "./rich-text-view.tsx";
import { tableAtoms } from "./table-atoms.ts";
import "./table.css";

interface TableViewProps {
  readonly id: string;
  /** Id of the heading that names the table. */
  readonly labelledBy: string;
  readonly table: Table;
  readonly footnotes: readonly Footnote[];
  /** The rows to show; the total counts as one row after the others. Null: all. */
  readonly slice: Slice | null;
  /** Widths of the columns as measured on the whole table, so that its parts on several pages agree. */
  readonly widths: readonly number[] | null;
}

/** A table of the sheet: head on every part, decimals aligned, small bars beside the column that asks for them. */
export const TableView = memo(function TableView(props: TableViewProps) {
  const { id, labelledBy, table, footnotes, widths } = props;
  const rows = tableAtoms(table);
  const slice = props.slice ?? { from: 0, to: rows.length };
  const pads = table.columns.map((column, index) => padsOf(column, index, rows));
  const largest = table.columns.map((column, index) => (column.bar ? largestOf(table.rows, index) : 0));
  const shown = rows.slice(slice.from, slice.to).map((row, offset) => ({ row, index: slice.from + offset }));
  const isTotal = (row: Row) => row === table.total;

  const line = ({ row, index }: { row: Row; index: number }) => (
    <tr key={index} className={row.apart === true ? "row-apart" : undefined} data-atom={index}>
      {table.columns.map((column, i) => {
        const cell = row.cells[i];
        const place = `${id}.${index}.${i}`;
        const content = cell && (
          <CellView cell={cell} pad={pads[i]?.[index] ?? ""} place={place} footnotes={footnotes} />
        );
        const bar = column.bar === true && (
          <td key="bar" className="cell-bar" aria-hidden="true">
            {!isTotal(row) && <Bar share={share(cell?.value ?? null, largest[i] ?? 0)} />}
          </td>
        );
        const className = cellClass(column, cell);
        return [
          i === 0 ? (
            <th key={column.key} scope="row" className={className}>
              {content}
            </th>
          ) : (
            <td key={column.key} className={className}>
              {content}
            </td>
          ),
          bar,
        ];
      })}
    </tr>
  );

  return (
    <table className="table" aria-labelledby={labelledBy}>
      {widths !== null && (
        <colgroup>
          {widths.map((width, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: columns never change their order
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
      )}
      <thead>
        <tr>
          {table.columns.map((column) => [
            <th key={column.key} scope="col" className={column.align === "left" ? "cell-left" : "cell-right"}>
              {column.title}
              {column.unit !== "" && <span className="unit">{column.unit}</span>}
            </th>,
            column.bar === true && <td key="bar" className="cell-bar" aria-hidden="true" />,
          ])}
        </tr>
      </thead>
      <tbody>{shown.filter(({ row }) => !isTotal(row)).map(line)}</tbody>
      {shown.some(({ row }) => isTotal(row)) && <tfoot>{shown.filter(({ row }) => isTotal(row)).map(line)}</tfoot>}
    </table>
  );
});

function CellView({
  cell,
  pad,
  place,
  footnotes,
}: {
  readonly cell: Cell;
  readonly pad: string;
  readonly place: string;
  readonly footnotes: readonly Footnote[];
}) {
  const text = <RichTextView text={cell.text} place={place} footnotes={footnotes} />;
  return (
    <>
      {cell.figure === null ? (
        text
      ) : (
        <FigureButton figure={cell.figure} place={place} exact={cell.exact}>
          {text}
        </FigureButton>
      )}
      {pad !== "" && (
        <span className="decimal-pad" aria-hidden="true">
          {pad}
        </span>
      )}
    </>
  );
}

/** An SVG, because browsers leave background colours out of print unless asked. */
function Bar({ share }: { readonly share: number }) {
  return (
    <svg className="bar" viewBox="0 0 100 6" preserveAspectRatio="none" aria-hidden="true">
      <rect width={Math.max(share * 100, share > 0 ? 0.6 : 0)} height={6} />
    </svg>
  );
}

function padsOf(column: Column, index: number, rows: readonly Row[]): readonly string[] {
  if (column.align !== "decimal") return [];
  return decimalPads(rows.map((row) => plainText(row.cells[index]?.text ?? [])));
}

function largestOf(rows: readonly Row[], index: number): number {
  return rows.reduce((most, row) => Math.max(most, row.cells[index]?.value ?? 0), 0);
}

const share = (value: number | null, largest: number): number => (value === null || largest <= 0 ? 0 : value / largest);

/** Words up to this length are not broken over two lines: "t CO2e". */
const SHORT = 16;

function cellClass(column: Column, cell: Cell | undefined): string {
  const short = plainText(cell?.text ?? []).length <= SHORT;
  const side = column.align === "left" ? `cell-left${short ? " cell-short" : ""}` : "cell-right";
  return cell?.muted === true ? `${side} cell-muted` : side;
}

import type { Section } from "../../../../shared/sheet/sheet.ts";
import { CopyButton } from "../../../components/copy-button.tsx";
import { TableView } from "../../../sheet/table-view.tsx";
import { tableTsv } from "./table-tsv.ts";
import "./chart-data.css";

interface ChartDataProps {
  readonly section: Extract<Section, { readonly kind: "chart" }>;
}

/** The numbers behind a chart as a table that can be read, asked and copied. */
export function ChartData({ section }: ChartDataProps) {
  return (
    <div className="chart-data">
      <div className="chart-data-head">
        <h3 id="chart-data-title">
          {section.label}. {section.title}
        </h3>
        <CopyButton label="Copy the table, for a spreadsheet" text={tableTsv(section.table)} />
      </div>
      <TableView
        id={`data.${section.id}`}
        labelledBy="chart-data-title"
        table={section.table}
        footnotes={[]}
        slice={null}
        widths={null}
      />
    </div>
  );
}

/** Table: what the plan's source says otherwise, and the difference each reading would make. */
import { disputeOutcomes } from "../../estimate/readings.ts";
import { exact, fixed, signed } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { labelOf, type SheetContext } from "../context.ts";
import { hourPlaces, moneyPlaces } from "../footing.ts";
import { marks } from "../footnotes.ts";
import type { Cell, Inline, Section } from "../sheet.ts";
import { moneyExact } from "../text/amounts.ts";
import { sentence } from "../text/words.ts";
import { base } from "./base.ts";

export function disputesTable(context: SheetContext): Section {
  const { plan, estimate, basis } = context;
  const { measure } = basis;
  const inFull = (value: number) =>
    measure === "cost" ? moneyExact(value, plan.currency) : `${exact(value)} card-hours`;
  // With the decimals of the rows that it is compared with.
  const places = measure === "cost" ? moneyPlaces(basis.total) : hourPlaces(basis.total);
  const rows = disputeOutcomes(plan, estimate).flatMap(({ dispute, then, difference }) => {
    const reading = plan.disputes[dispute];
    if (reading === undefined) return [];
    const change = difference[measure];
    const thenCell: Cell = cell.number(fixed(then[measure], places), then[measure], inFull(then[measure]), {
      of: "dispute",
      dispute,
      measure: "then",
    });
    const changeCell: Cell = cell.number(signed(change, places), change, inFull(change), {
      of: "dispute",
      dispute,
      measure: "difference",
    });
    return [{ cells: [cell.words([reading.title, ...remarks(context, dispute)]), thenCell, changeCell] }];
  });
  const table = labelOf(context, "experiments") ?? "the table of experiments";
  return {
    ...base(context, "disputes", {
      title: "Where the text and these sums differ.",
      subtitle: `${basis.unit}; the row of ${table} then, and the difference.`,
      outline: "disputes",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "reading", title: "Reading", unit: "", align: "left" },
        { key: "then", title: "Row then", unit: "", valueUnit: basis.unit, align: "right", places },
        { key: "difference", title: "Difference", unit: "", valueUnit: basis.unit, align: "right", places },
      ],
      rows,
      total: null,
    },
    notes: [],
  };
}

/** The reading's note as a footnote, and the letter of its source. */
function remarks({ plan, footnotes, references }: SheetContext, dispute: number): Inline[] {
  const reading = plan.disputes[dispute];
  if (reading === undefined) return [];
  return marks([
    ...(reading.note === null ? [] : [footnotes.call(`dispute-${reading.id}`, [sentence(reading.note)])]),
    ...(reading.source === null ? [] : [references.cite({ text: reading.source })]),
  ]);
}

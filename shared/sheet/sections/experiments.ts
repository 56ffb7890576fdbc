/** Table 1: what each experiment costs. */
import { sumTotals } from "../../estimate/totals.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { RUN_KIND_WORDS } from "../../training/run-kind.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { hasKinds, kindsOf } from "../assumptions/run-kinds.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import { furtherWords, isShort, smaller } from "../on-paper.ts";
import type { Cell, Column, Row, RowsOnPaper, Section } from "../sheet.ts";
import { read } from "../text/amounts.ts";
import { printedNumber } from "../text/printed-number.ts";
import { base } from "./base.ts";
import { experimentMarks } from "./experiment-notes.ts";
import { bodyOf, flopColumn, footingColumn, type Line, rerunsLine, shareColumn } from "./lines.ts";

export function experimentsTable(context: SheetContext): Section {
  const withKinds = hasKinds(context.plan);
  const lines = [...experimentLines(context, withKinds), ...rerunsLine(context, withKinds ? 2 : 1)];
  const columns = [
    footingColumn(context, lines, "runs"),
    flopColumn(context, lines),
    footingColumn(context, lines, "cardHours"),
    footingColumn(context, lines, "nodeHours"),
    footingColumn(context, lines, "cost"),
    shareColumn(context, lines),
  ];
  const { rows, total } = bodyOf(lines, columns, [cell.words("Total"), ...(withKinds ? [cell.empty] : [])]);
  return {
    ...base(context, "experiments", {
      title: "What each experiment costs.",
      subtitle: lines.length > 1 ? "Rows add up to the total; FLOP show three digits and do not." : "",
      outline: "experiments",
    }),
    kind: "table",
    table: {
      ...onPaper(
        context,
        rows,
        columns.map(({ head }) => head),
        withKinds ? 2 : 1,
      ),
      columns: [
        { key: "experiment", title: "Experiment", unit: "", align: "left" },
        ...(withKinds ? [{ key: "kind", title: "Kind of work", unit: "", align: "left" } as const] : []),
        ...columns.map((one) => one.head),
      ],
      rows,
      total: lines.length > 1 ? total : null,
    },
    notes: [],
  };
}

const MEASURES = ["runs", "flop", "cardHours", "nodeHours", "cost", "share"] as const;

/** In a request of few pages the smaller experiments stand together. */
function onPaper(
  { plan, estimate, budget }: SheetContext,
  rows: readonly Row[],
  heads: readonly Column[],
  leadCells: number,
): { onPaper?: RowsOnPaper } {
  const without = isShort(budget)
    ? smaller(
        estimate.experiments.map(({ cardHours }) => cardHours),
        "experiments",
      )
    : [];
  if (without.length === 0) return {};
  const sums = heads.map((head, index): Cell => {
    const cells = without.flatMap((place) => rows[place]?.cells[leadCells + index] ?? []);
    const measure = MEASURES[index];
    if (measure === undefined) return cell.empty;
    const isAsked = cells.every(({ figure }) => figure !== null);
    const figure = isAsked ? ({ of: "experiments", experiments: without, measure } as const) : null;
    const value = cells.reduce((sum, one) => sum + (one.value ?? 0), 0);
    if (measure === "flop") return cell.flop(value, figure);
    const unit = measure === "cost" ? plan.currency : head.title.toLowerCase();
    if (head.places === undefined) return cell.number(read(value), value, `${exact(value)} ${unit}`, figure);
    const printed = cells.reduce((sum, one) => sum + (printedNumber(one, head) ?? 0), 0);
    return cell.number(fixed(printed, head.places), value, `${exact(value)} ${unit}`, figure);
  });
  const lead = [
    cell.words(furtherWords(without.length, "experiment")),
    ...new Array<Cell>(leadCells - 1).fill(cell.empty),
  ];
  return { onPaper: { without, instead: [{ cells: [...lead, ...sums] }] } };
}

function experimentLines(context: SheetContext, withKinds: boolean): Line[] {
  const { plan, estimate, colours, classesOf } = context;
  return plan.experiments.map((experiment, index): Line => {
    const colour = colours[index];
    return {
      lead: [
        cell.words([experiment.title, ...experimentMarks(context, index)]),
        ...(withKinds ? [cell.words(kindWords(classesOf[index] ?? []))] : []),
      ],
      totals: estimate.experiments[index] ?? sumTotals([]),
      ...(colour === undefined ? {} : { colour }),
      figure: (measure) => ({ of: "experiment", experiment: index, measure }),
    };
  });
}

/** "LoRA, evaluation": what the runs of an experiment do. */
const kindWords = (classes: readonly RunClass[]): string =>
  kindsOf(classes)
    .map((kind) => RUN_KIND_WORDS[kind])
    .join(", ");

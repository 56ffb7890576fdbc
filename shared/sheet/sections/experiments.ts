/** Table 1: what each experiment costs. */
import { sumTotals } from "../../estimate/totals.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { RUN_KIND_WORDS } from "../../training/run-kind.ts";
import { hasKinds, kindsOf } from "../assumptions/run-kinds.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Section } from "../sheet.ts";
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

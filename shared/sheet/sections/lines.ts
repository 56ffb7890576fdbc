/** Lines of a table that splits the plan's total: named parts, and the reruns set apart. */
import type { Figure } from "../../estimate/figure.ts";
import { difference } from "../../estimate/totals.ts";
import type { Measure, Totals } from "../../estimate/types.ts";
import { plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import { hasReruns, type SheetContext, shareOf } from "../context.ts";
import { footed, hourPlaces, moneyPlaces, runPlaces } from "../footing.ts";
import type { Cell, Column, RichText, Row } from "../sheet.ts";
import { moneyExact, perCent } from "../text/amounts.ts";
import { sentence } from "../text/words.ts";

export interface Line {
  /** Cells that come before the numbers that foot. */
  readonly lead: readonly Cell[];
  readonly totals: Totals;
  readonly colour?: number;
  /** The reruns: set apart, without runs of their own. */
  readonly apart?: boolean;
  readonly figure: (measure: Measure | "share") => Figure | null;
}

/** The line that makes parts without reruns add up to the plan's total; none where nothing is done again. */
export function rerunsLine(context: SheetContext, columnsBefore: number): Line[] {
  if (!hasReruns(context)) return [];
  const { estimate, footnotes } = context;
  const again = difference(estimate.withReruns, estimate.withRepeats);
  const name: RichText = ["Reruns and failures", footnotes.call("reruns", [rerunsText(context)])];
  return [
    {
      lead: [cell.words(name), ...new Array<Cell>(columnsBefore - 1).fill(cell.empty)],
      totals: again,
      apart: true,
      figure: (measure) => (measure === "share" || measure === "runs" ? null : { of: "reruns", measure }),
    },
  ];
}

function rerunsText({ plan }: SheetContext): string {
  const share = `${perCent(plan.reruns.likely)} of all work is done again.`;
  return plan.rerunsSource === null ? share : `${share} ${sentence(plan.rerunsSource)}`;
}

/** A column over all lines: its head, its cell of every line, its cell of the total. */
export interface LineColumn {
  readonly head: Column;
  readonly parts: readonly Cell[];
  readonly total: Cell;
}

/** The texts of all lines, the one set apart last, and of their total. */
function footedLines(lines: readonly Line[], values: readonly number[], places: number) {
  const apart = lines.findIndex((line) => line.apart === true);
  const parts = values.filter((_, index) => index !== apart);
  const column = footed(parts, places, values[apart] ?? null);
  return {
    parts: column.apart === null ? column.parts : [...column.parts, column.apart],
    total: column.total,
    adding: { ...(column.places === null ? {} : { places: column.places }), adds: true },
  };
}

const totalFigure = (measure: Measure): Figure => ({ of: "total", measure, stage: "withReruns" });

const right = (key: string, title: string, unit = ""): Column => ({ key, title, unit, align: "right" });

/** A measure whose rows add up to its total. */
export function footingColumn(
  { plan, total }: SheetContext,
  lines: readonly Line[],
  measure: Exclude<Measure, "flop">,
): LineColumn {
  const { head, places, unit } = footingHeads[measure](
    plan.currency,
    plan.cards.map((card) => card.cardsPerNode),
  );
  const values = lines.map((line) => line.totals[measure]);
  const texts = footedLines(lines, values, places(total[measure], values));
  const inFull = (value: number) => (measure === "cost" ? moneyExact(value, plan.currency) : `${exact(value)} ${unit}`);
  return {
    head: { ...head, ...texts.adding },
    parts: lines.map((line, index) =>
      line.apart === true && measure === "runs"
        ? cell.empty
        : cell.number(
            texts.parts[index] ?? "",
            line.totals[measure],
            inFull(line.totals[measure]),
            line.figure(measure),
          ),
    ),
    total: cell.number(texts.total, total[measure], inFull(total[measure]), totalFigure(measure)),
  };
}

interface FootingHead {
  readonly head: Column;
  readonly places: (total: number, parts: readonly number[]) => number;
  readonly unit: string;
}

const footingHeads: Readonly<
  Record<Exclude<Measure, "flop">, (currency: string, cardsPerNode: readonly number[]) => FootingHead>
> = {
  runs: () => ({ head: right("runs", "Runs"), places: (_, parts) => runPlaces(parts), unit: "runs" }),
  cardHours: () => ({ head: right("cardHours", "Card-hours"), places: hourPlaces, unit: "card-hours" }),
  nodeHours: (_, cardsPerNode) => ({
    head: right("nodeHours", "Node-hours", nodeWords(cardsPerNode)),
    places: hourPlaces,
    unit: "node-hours",
  }),
  cost: (currency) => ({ head: right("cost", "Cost", currency), places: moneyPlaces, unit: currency }),
};

/** "of 8 cards", where all nodes are alike. */
function nodeWords(cardsPerNode: readonly number[]): string {
  const [size, ...others] = [...new Set(cardsPerNode)];
  return size === undefined || others.length > 0 ? "" : `of ${exact(size)} ${plural(size, "card")}`;
}

/** FLOP, three digits: rows do not add up, and the table says so. */
export function flopColumn({ total }: SheetContext, lines: readonly Line[]): LineColumn {
  return {
    head: { ...right("flop", "FLOP"), adds: true },
    parts: lines.map((line) => cell.flop(line.totals.flop, line.figure("flop"))),
    total: cell.flop(total.flop, totalFigure("flop")),
  };
}

/** The part of the whole in per cent, with a bar. */
export function shareColumn(context: SheetContext, lines: readonly Line[]): LineColumn {
  const { basis } = context;
  const ofMoney = basis.measure === "cost";
  const values = lines.map((line) => shareOf(context, line.totals) * 100);
  const texts = footedLines(lines, values, 1);
  const whole = basis.total === 0 ? 0 : 100;
  return {
    head: { ...right("share", "Share", ofMoney ? "%" : "% of card-hours"), bar: true, ...texts.adding },
    parts: lines.map((line, index) => {
      const value = values[index] ?? 0;
      return cell.number(texts.parts[index] ?? "", value, `${exact(value)} %`, ofMoney ? line.figure("share") : null);
    }),
    total: cell.number(texts.total, whole, `${whole} %`, null),
  };
}

/** Rows and total of lines under their columns. */
export function bodyOf(lines: readonly Line[], columns: readonly LineColumn[], totalLead: readonly Cell[]) {
  return {
    rows: lines.map(
      (line, index): Row => ({
        cells: [...line.lead, ...columns.map((column) => column.parts[index] ?? cell.empty)],
        ...(line.colour === undefined ? {} : { colour: line.colour }),
        ...(line.apart === true ? { apart: true } : {}),
      }),
    ),
    total: { cells: [...totalLead, ...columns.map((column) => column.total)] } satisfies Row,
  };
}

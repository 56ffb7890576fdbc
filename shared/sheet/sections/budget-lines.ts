/** Table: the lines of the budget under the funder's headings, by grant year, adding up both ways. */
import type { PlanBudget } from "../../estimate/budget/budget-of.ts";
import type { Figure } from "../../estimate/figure.ts";
import type { RoundedRow } from "../../money/budget/round-budget.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import { furtherWords, isShort, smaller } from "../on-paper.ts";
import type { Cell, Column, Row, RowsOnPaper, Section } from "../sheet.ts";
import { budgetText } from "../text/amounts.ts";
import { base } from "./base.ts";

/** More years are wider than a page; their sums stand in the table by year. */
const MOST_YEARS_BESIDE = 5;

type DirectMeasure = "direct" | "ownDirect" | "borneDirect";

export function budgetLines(context: SheetContext, budget: PlanBudget): Section {
  const { resolved, rounded } = budget;
  const { layout, years } = resolved;
  const beside = years > 1 && years <= MOST_YEARS_BESIDE ? years : 0;
  const columns: Column[] = [
    { key: "line", title: "Line", unit: "", align: "left" },
    { key: "code", title: "Code", unit: "", align: "left" },
    ...Array.from({ length: beside }, (_, year) => amountColumn(`year${year + 1}`, `Year ${year + 1}`, budget)),
    amountColumn("total", "Total", budget),
  ];
  const row = (
    code: string,
    title: string,
    amounts: RoundedRow,
    of: (year: number | null) => Figure,
    apart = false,
  ): Row => ({
    cells: [cell.words(title), cell.words(code), ...amountCells(amounts, beside, budget, of)],
    ...(apart ? { apart: true } : {}),
  });
  const sum =
    (measure: DirectMeasure | "indirect" | "total") =>
    (year: number | null): Figure => ({ of: "budget", measure, year });
  const inSteps: readonly [string, RoundedRow | null, DirectMeasure][] =
    rounded.modular === null
      ? [["Direct costs", rounded.direct, "direct"]]
      : [
          ["Direct costs, in modules", rounded.modular.direct, "ownDirect"],
          ["Direct costs that others bear", rounded.modular.borne, "borneDirect"],
        ];
  const lines =
    rounded.lines.length > 0
      ? rounded.lines.map((line) =>
          row(line.result.heading.code, line.result.line.title, line, (year) => ({
            of: "budgetLine",
            line: line.result.line.id,
            year,
          })),
        )
      : inSteps.flatMap(([title, amounts, of]) => (amounts === null ? [] : [row("", title, amounts, sum(of))]));
  const indirect =
    layout.indirect.kind === "none" ? [] : [row("", "Indirect costs", rounded.indirect, sum("indirect"), true)];
  return {
    ...base(context, "budget-lines", {
      title: layout.asks === "credits" ? "What the credits are for." : "The budget.",
      subtitle: "Rows and columns add up.",
      outline: "the lines",
    }),
    kind: "table",
    table: {
      columns,
      rows: [...lines, ...indirect],
      ...onPaper(budget, beside),
      total: { cells: [cell.words("Total"), cell.empty, ...amountCells(rounded.total, beside, budget, sum("total"))] },
    },
    notes: [],
  };
}

/** In a request of few pages the smaller lines of a heading stand together. */
function onPaper(budget: PlanBudget, beside: number): { onPaper?: RowsOnPaper } {
  if (!isShort(budget)) return {};
  const { lines } = budget.rounded;
  const codes = [...new Set(lines.map(({ result }) => result.heading.code))];
  const left = codes.flatMap((code) => {
    const places = lines.flatMap(({ result }, place) => (result.heading.code === code ? [place] : []));
    const of = smaller(
      places.map((place) => lines[place]?.total ?? 0),
      "linesOfHeading",
    ).flatMap((index) => places[index] ?? []);
    return of.length === 0 ? [] : [{ code, places: of }];
  });
  const instead = left.map(({ code, places }): Row => {
    const of = places.flatMap((place) => lines[place] ?? []);
    const ids = of.map(({ result }) => result.line.id);
    const sumOf = (amount: (line: RoundedRow) => number) => of.reduce((sum, line) => sum + amount(line), 0);
    const byYear = budget.rounded.direct.byYear.map((_, year) => sumOf((line) => line.byYear[year] ?? 0));
    const sums = { byYear, total: sumOf(({ total }) => total) };
    const cells = amountCells(sums, beside, budget, (year) => ({ of: "budgetLines", lines: ids, year }));
    return { cells: [cell.words(furtherWords(of.length, "line")), cell.words(code), ...cells] };
  });
  return left.length === 0 ? {} : { onPaper: { without: left.flatMap(({ places }) => places), instead } };
}

const amountCells = (
  { byYear, total }: RoundedRow,
  beside: number,
  budget: PlanBudget,
  of: (year: number | null) => Figure,
): Cell[] => [
  ...byYear.slice(0, beside).map((amount, year) => budgetCell(amount, budget, of(year))),
  budgetCell(total, budget, of(null)),
];

/** A column of rounded amounts that add up to its total. */
export const amountColumn = (key: string, title: string, { resolved }: Pick<PlanBudget, "resolved">): Column => ({
  key,
  title,
  unit: resolved.currencies.budget,
  align: "right",
  adds: true,
  places: resolved.roundTo < 1 ? 2 : 0,
});

/** A rounded amount of the budget: what is printed is the number, and exports have the same. */
export function budgetCell(amount: number, { resolved }: Pick<PlanBudget, "resolved">, figure: Figure | null): Cell {
  const text = budgetText(amount, resolved.roundTo);
  return cell.number(text, amount, `${text} ${resolved.currencies.budget}`, figure);
}

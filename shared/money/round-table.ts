import type { Decimal } from "decimal.js";
import { cheapestFlow, type Pipe } from "./cheapest-flow.ts";
import { fromSteps, type Shown, sum, toSteps } from "./steps.ts";

/** A rounded table whose totals are the sums of its rounded cells. */
export interface RoundedTable {
  readonly cells: number[][];
  readonly rowTotals: number[];
  readonly columnTotals: number[];
  readonly total: number;
}

/**
 * Rounds a table that must foot both ways. Every cell is rounded down or up (whole cells stay), so that every row,
 * every column and the whole, added up from the rounded cells, are what their unrounded sum is when rounded down or
 * up: the whole to the nearest, rows and columns to the nearest wherever they can all be at once, cells as near as
 * that leaves room for. Such a rounding always exists (controlled rounding: Bacharach 1966; Causey, Cox and Ernst
 * 1985); it is found as a cheapest flow of round-ups from the rows to the columns. Rounding by largest remainder over
 * the cells would not do: it gives the example rows of 2 and 0.
 *
 * @param rows finite values, every row of the same length
 * @param unit what the result is counted in: 1000 for thousands
 * @param places decimals kept
 * @example roundTable([[0.5, 0.5], [0.5, 0.5]]).cells // [[1, 0], [0, 1]]: every row and column is 1
 */
export function roundTable(rows: readonly (readonly number[])[], unit = 1, places = 0): RoundedTable {
  const shown: Shown = { unit, places };
  const exact = rows.map((row) => row.map((value) => toSteps(value, shown)));
  const raised = roundUps(exact);
  const rounded = exact.map((row, i) => row.map((steps, j) => steps.floor().plus(raised[i]?.[j] ?? 0)));
  return {
    cells: rounded.map((row) => row.map((steps) => fromSteps(steps, shown))),
    rowTotals: rounded.map((row) => fromSteps(sum(row), shown)),
    columnTotals: columnsOf(rounded).map((column) => fromSteps(sum(column), shown)),
    total: fromSteps(sum(rounded.flat()), shown),
  };
}

/** For every cell 1 where it is rounded up, else 0. */
function roundUps(exact: readonly (readonly Decimal[])[]): number[][] {
  const rests = exact.map((row) => row.map((steps) => steps.minus(steps.floor())));
  const columns = columnsOf(rests);
  const cellCount = rests.flat().length;
  // One margin at its nearest is worth more than all cells, and one margin within its bounds more than all that.
  const marginWeight = 2 * cellCount + 1;
  const must = -4 * marginWeight * (rests.length + columns.length + 1);
  const source = 0;
  const sink = rests.length + columns.length + 1;
  const rowNode = (i: number) => 1 + i;
  const columnNode = (j: number) => 1 + rests.length + j;

  const cells = rests.flatMap((row, i) =>
    row.map(
      (rest, j): Pipe => ({
        from: rowNode(i),
        to: columnNode(j),
        capacity: rest.isZero() ? 0 : 1,
        cost: priceOf(rest),
      }),
    ),
  );
  const margin = (rest: Decimal, from: number, to: number): Pipe[] => {
    const whole = rest.floor();
    const part = rest.minus(whole);
    return [
      { from, to, capacity: whole.toNumber(), cost: must },
      { from, to, capacity: part.isZero() ? 0 : 1, cost: marginWeight * priceOf(part) },
    ];
  };
  const pipes = [
    ...cells,
    ...rests.flatMap((row, i) => margin(sum(row), source, rowNode(i))),
    ...columns.flatMap((column, j) => margin(sum(column), columnNode(j), sink)),
  ];
  const total = sum(exact.flat()).round();
  const units = total.minus(sum(exact.flat().map((steps) => steps.floor()))).toNumber();
  const flow = cheapestFlow(sink + 1, pipes, units);
  let cell = 0;
  return rests.map((row) => row.map(() => flow[cell++] ?? 0));
}

/** What rounding up adds to the distance from the true value: 1 − rest instead of rest. */
const priceOf = (rest: Decimal): number => 1 - 2 * rest.toNumber();

const columnsOf = <T>(rows: readonly (readonly T[])[]): T[][] =>
  (rows[0] ?? []).map((_, j) => rows.flatMap((row) => row.slice(j, j + 1)));

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { roundToTotal } from "./round.ts";
import { roundTable } from "./round-table.ts";

const add = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);
const columnsOf = (rows: readonly (readonly number[])[]) =>
  (rows[0] ?? []).map((_, j) => rows.map((row) => row[j] ?? Number.NaN));

describe("roundTable", () => {
  it("spreads halves so that both margins come out", () => {
    const { cells, rowTotals, columnTotals, total } = roundTable([
      [0.5, 0.5],
      [0.5, 0.5],
    ]);
    expect(cells).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([rowTotals, columnTotals, total]).toEqual([[1, 1], [1, 1], 2]);
  });

  it("leaves whole cells alone and counts in the unit asked for", () => {
    expect(
      roundTable(
        [
          [1000, 2400],
          [0, -600],
        ],
        1000,
        1,
      ),
    ).toEqual({
      cells: [
        [1, 2.4],
        [0, -0.6],
      ],
      rowTotals: [3.4, -0.6],
      columnTotals: [1, 1.8],
      total: 2.8,
    });
  });

  it("prefers the nearest margins, and then the nearest cells", () => {
    const { cells, rowTotals, columnTotals } = roundTable([
      [0.9, 0.2],
      [0.2, 0.6],
    ]);
    expect(cells).toEqual([
      [1, 0],
      [0, 1],
    ]);
    expect([rowTotals, columnTotals]).toEqual([
      [1, 1],
      [1, 1],
    ]);
  });

  it("has nothing to do in an empty table", () => {
    expect(roundTable([])).toEqual({ cells: [], rowTotals: [], columnTotals: [], total: 0 });
  });

  const cell = fc.oneof(
    fc.double({ min: -1e4, max: 1e4, noNaN: true }),
    fc.integer({ min: -20, max: 20 }).map((halves) => halves / 2),
  );
  const table = fc
    .tuple(fc.integer({ min: 1, max: 6 }), fc.integer({ min: 1, max: 6 }))
    .chain(([rows, columns]) =>
      fc.array(fc.array(cell, { minLength: columns, maxLength: columns }), { minLength: rows, maxLength: rows }),
    );

  it("foots both ways, with every cell, row and column within one step and the whole within half of one", () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { cells, rowTotals, columnTotals, total } = roundTable(rows);
        expect(rowTotals).toEqual(cells.map(add));
        expect(columnTotals).toEqual(columnsOf(cells).map(add));
        expect(total).toBe(add(cells.flat()));
        const slack = 1e-8;
        const near = (rounded: readonly number[], unrounded: readonly number[], by: number) => {
          unrounded.forEach((value, index) => {
            expect(Math.abs((rounded[index] ?? Number.NaN) - value)).toBeLessThan(by + slack);
          });
        };
        near(cells.flat(), rows.flat(), 1);
        near(rowTotals, rows.map(add), 1);
        near(columnTotals, columnsOf(rows).map(add), 1);
        near([total], [add(rows.flat())], 0.5);
      }),
    );
  });

  it("rounds a single row or column as near as the largest remainders do", () => {
    const off = (rounded: readonly number[], values: readonly number[]) =>
      add(values.map((value, index) => Math.abs((rounded[index] ?? Number.NaN) - value)));
    fc.assert(
      fc.property(fc.array(cell, { minLength: 1, maxLength: 8 }), (values) => {
        const expected = roundToTotal(values);
        const row = roundTable([values]);
        const column = roundTable(values.map((value) => [value]));
        expect([row.total, column.total]).toEqual([expected.total, expected.total]);
        expect(off(row.cells.flat(), values)).toBeCloseTo(off(expected.parts, values), 6);
        expect(off(column.cells.flat(), values)).toBeCloseTo(off(expected.parts, values), 6);
      }),
    );
  });
});

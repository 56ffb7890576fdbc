// @vitest-environment node
import { expect, it } from "vitest";
import type { Cell } from "../../../../shared/sheet/sheet.ts";
import { tableTsv } from "./table-tsv.ts";

const cell = (text: string, value: number | null): Cell => ({ text: [text], value, exact: null, figure: null });

it("has heads with units, unrounded numbers, words as words, and the total last", () => {
  const table = {
    columns: [
      { key: "a", title: "Model", unit: "", align: "left" as const },
      { key: "b", title: "Cost", unit: "USD", align: "right" as const },
    ],
    rows: [
      { cells: [cell("wide\tone", null), cell("1.01 k", 1013.537)] },
      { cells: [cell("=1+1", null), cell("not run", null)] },
    ],
    total: { cells: [cell("Total", null), cell("1.01 k", 1013.537)] },
  };
  expect(tableTsv(table)).toBe("Model\tCost (USD)\nwide one\t1013.537\n'=1+1\tnot run\nTotal\t1013.537");
});

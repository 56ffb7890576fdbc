import { describe, expect, it } from "vitest";
import type { Figures } from "../../../shared/contract/methods/projects.ts";
import type { Listed } from "./listed.ts";
import { commonCurrency, found, pressed, sorted, usualOrder } from "./order.ts";

const figures = (total: number | null, currency = "USD"): Figures => ({
  currency,
  total,
  low: null,
  p10: null,
  p50: null,
  p90: null,
  high: null,
  cardHours: 1,
  flop: 1,
  runs: 1,
});

const row = (title: string, changes: Partial<Listed> = {}): Listed => ({
  id: title,
  kind: "project",
  title,
  funder: null,
  figures: null,
  faults: 0,
  revision: 1,
  isChanged: false,
  changedAt: 0,
  isDeleted: false,
  searched: title.toLowerCase(),
  ...changes,
});

const titles = (rows: readonly Listed[]) => rows.map(({ title }) => title);

describe("sorted", () => {
  it("puts the newest change first, and the example before all", () => {
    const rows = [row("old", { changedAt: 1 }), row("new", { changedAt: 2 }), row("example", { kind: "example" })];
    expect(titles(sorted(rows, usualOrder))).toEqual(["example", "new", "old"]);
    expect(titles(sorted(rows, { column: "changed", direction: "ascending" }))).toEqual(["example", "old", "new"]);
  });

  it("reads numbers in titles as numbers, and does not tell small letters from large, nor accents", () => {
    const rows = [row("Run 10"), row("run 9"), row("Zeta"), row("Étude"), row("alpha")];
    const expected = ["alpha", "Étude", "run 9", "Run 10", "Zeta"];
    expect(titles(sorted(rows, { column: "title", direction: "ascending" }))).toEqual(expected);
  });

  it("puts what has no value last in both directions", () => {
    const rows = [row("none"), row("small", { figures: figures(1) }), row("large", { figures: figures(2) })];
    expect(titles(sorted(rows, { column: "total", direction: "descending" }))).toEqual(["large", "small", "none"]);
    expect(titles(sorted(rows, { column: "total", direction: "ascending" }))).toEqual(["small", "large", "none"]);
  });

  it("keeps money of one currency together, since currencies cannot be compared", () => {
    const rows = [
      row("usd 3", { figures: figures(3) }),
      row("eur 2", { figures: figures(2, "EUR") }),
      row("usd 1", { figures: figures(1) }),
    ];
    expect(titles(sorted(rows, { column: "total", direction: "descending" }))).toEqual(["eur 2", "usd 3", "usd 1"]);
    expect(commonCurrency(rows)).toBeNull();
    expect(commonCurrency(rows.slice(0, 1))).toBe("USD");
  });

  it("sorts the range by how wide it is for its size", () => {
    const range = (p10: number, p50: number, p90: number) => ({ ...figures(p50), p10, p50, p90 });
    const rows = [
      row("wide, small", { figures: range(1, 2, 3) }),
      row("narrow, large", { figures: range(99, 100, 101) }),
    ];
    expect(titles(sorted(rows, { column: "range", direction: "descending" }))).toEqual([
      "wide, small",
      "narrow, large",
    ]);
  });
});

describe("found", () => {
  it("finds rows that have every word, in any order and size", () => {
    const rows = [row("Base model 7B", { searched: "base model 7b\nnational allocation\nmain run" }), row("Ladder")];
    expect(titles(found(rows, "ALLOCATION base"))).toEqual(["Base model 7B"]);
    expect(titles(found(rows, "main"))).toEqual(["Base model 7B"]);
    expect(found(rows, "base ladder")).toEqual([]);
    expect(found(rows, "  ")).toBe(rows);
  });
});

describe("pressed", () => {
  it("turns the order of the column, and begins another with its usual end", () => {
    expect(pressed(usualOrder, "changed").direction).toBe("ascending");
    expect(pressed(usualOrder, "title")).toEqual({ column: "title", direction: "ascending" });
    expect(pressed(usualOrder, "flop")).toEqual({ column: "flop", direction: "descending" });
  });
});

import { cleanup, fireEvent, render, screen, within } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Cell, Table } from "../../shared/sheet/sheet.ts";
import { askedPlace, FiguresContext } from "./figures-context.ts";
import type { Slice } from "./page-layout.ts";
import { TableView } from "./table-view.tsx";

afterEach(cleanup);

const words = (text: string): Cell => ({ text: [text], value: null, exact: null, figure: null });
const cost = (text: string, value: number, experiment: number): Cell => ({
  text: [text],
  value,
  exact: `${value} USD`,
  figure: { of: "experiment", experiment, measure: "cost" },
});
const table: Table = {
  columns: [
    { key: "name", title: "Experiment", unit: "", align: "left" },
    { key: "cost", title: "Cost", unit: "USD", align: "decimal", bar: true },
  ],
  rows: [
    { cells: [words("Gamma"), cost("40.5", 40.5, 0)] },
    { cells: [words("Beta"), cost("20", 20, 1)] },
    { cells: [words("Alpha"), { ...words("not run"), muted: true }] },
  ],
  total: { cells: [words("Total"), cost("60.5", 60.5, 2)] },
};
const shown = (slice: Slice | null) => (
  <>
    <h2 id="title">What it costs</h2>
    <TableView id="t" labelledBy="title" table={table} footnotes={[]} slice={slice} widths={null} />
  </>
);

describe("TableView", () => {
  it("has heads with their units, row heads, and a total apart", () => {
    render(shown(null));
    const found = screen.getByRole("table", { name: "What it costs" });
    expect(within(found).getByRole("columnheader", { name: "CostUSD" })).toBeTruthy();
    expect(within(found).getByRole("rowheader", { name: "Gamma" })).toBeTruthy();
    expect(found.querySelector("tfoot")?.textContent).toContain("Total");
  });

  it("pads decimals invisibly and draws bars as shares of the largest row", () => {
    render(shown(null));
    expect([...document.querySelectorAll(".decimal-pad")].map((pad) => pad.textContent)).toEqual([".0"]);
    expect([...document.querySelectorAll(".bar rect")].map((bar) => bar.getAttribute("width"))).toEqual([
      "100",
      String((20 / 40.5) * 100),
      "0",
    ]);
  });

  it("shows a part under the same heads, the total only with the last", () => {
    render(shown({ section: 0, from: 0, to: 2 }));
    expect(screen.queryByText("Total")).toBeNull();
    expect(screen.queryByText("Alpha")).toBeNull();
    expect(screen.getByText("Experiment")).toBeTruthy();
  });

  it("has plain numbers on paper and buttons where they can be asked", () => {
    const { unmount } = render(shown(null));
    expect(screen.queryByRole("button")).toBeNull();
    unmount();
    const onAsk = vi.fn();
    const asked = askedPlace();
    render(<FiguresContext value={{ onAsk, onShowData: () => {}, asked }}>{shown(null)}</FiguresContext>);
    const button = screen.getByRole("button", { name: "40.5" });
    expect(button.dataset.exact).toBe("40.5 USD");
    fireEvent.click(button);
    expect(onAsk).toHaveBeenCalledWith({ of: "experiment", experiment: 0, measure: "cost" }, "t.0.1");
  });
});

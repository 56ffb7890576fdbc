import { describe, expect, it } from "vitest";
import type { Cell, Column, Table } from "../../sheet/sheet.ts";
import { plainText } from "../../sheet/text/rich-text.ts";
import { styleOf } from "./style.ts";
import { barOf, tableLines } from "./table-text.ts";

const cell = (text: string, value: number | null = null): Cell => ({ text: [text], value, exact: null, figure: null });
const column = (title: string, unit = "", align: Column["align"] = "right", bar = false): Column => ({
  key: title,
  title,
  unit,
  align,
  ...(bar ? { bar } : {}),
});
const lines = (table: Table, width: number) =>
  tableLines(table, { width, style: styleOf(false), textOf: (one) => plainText(one.text) });

const table: Table = {
  columns: [column("Name", "", "left"), column("Hours", "a run", "decimal"), column("Cost", "USD")],
  rows: [
    { cells: [cell("Alpha"), cell("0.194"), cell("1,014")] },
    { cells: [cell("Beta"), cell("14.9"), cell("2,552")] },
    { cells: [cell("Gamma"), cell("823"), cell("7")] },
    { cells: [cell("Delta"), cell("not run"), cell("")] },
  ],
  total: { cells: [cell("Total"), cell(""), cell("3,573")] },
};

it("aligns numbers at their decimal point and sets rules around the rows", () => {
  expect(lines(table, 60)).toEqual([
    "Name     Hours   Cost",
    "         a run    USD",
    "─────────────────────",
    "Alpha    0.194  1,014",
    "Beta    14.9    2,552",
    "Gamma  823          7",
    "Delta  not run",
    "─────────────────────",
    "Total           3,573",
  ]);
});

it("breaks heads first, and then the table, repeating the names", () => {
  const wide: Table = {
    columns: [column("Name", "", "left"), column("Card-hours a run"), column("Card-hours in all")],
    rows: [{ cells: [cell("Alpha"), cell("12"), cell("34")] }],
    total: null,
  };
  expect(lines(wide, 30)).toEqual([
    "Name   Card-hours  Card-hours",
    "            a run      in all",
    "─────────────────────────────",
    "Alpha          12          34",
  ]);
  expect(lines(wide, 24)).toEqual([
    "Name   Card-hours a run",
    "───────────────────────",
    "Alpha                12",
    "",
    "Name   Card-hours in all",
    "────────────────────────",
    "Alpha                 34",
  ]);
});

it("sets reruns apart by a rule", () => {
  const [first, second] = table.rows;
  const rows = [first, second && { ...second, apart: true }].filter((row) => row !== undefined);
  expect(lines({ ...table, rows }, 60).map((line) => line.slice(0, 5).trim())).toEqual([
    "Name",
    "",
    "─────",
    "Alpha",
    "─────",
    "Beta",
    "─────",
    "Total",
  ]);
});

describe("bars", () => {
  it("have eighths, and show what is more than nothing", () => {
    expect([1, 0.5, 0.26, 0.000_1, 0].map((share) => barOf(share, 4))).toEqual(["████", "██", "█", "▏", ""]);
  });

  it("stand beside their column where there is room", () => {
    const barred: Table = {
      columns: [column("Name", "", "left"), column("Share", "%", "right", true)],
      rows: [{ cells: [cell("Alpha"), cell("75.0", 75)] }, { cells: [cell("Beta"), cell("25.0", 25)] }],
      total: null,
    };
    expect(lines(barred, 22).slice(3)).toEqual(["Alpha   75.0  ████████", "Beta    25.0  ██▋"]);
    expect(lines(barred, 18).slice(3)).toEqual(["Alpha   75.0", "Beta    25.0"]);
  });
});

import { existsSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { findInstallation } from "../../backend/installation.ts";
import { type Fuse, fuses } from "./fuses.ts";

const { root } = findInstallation();
const page = readFileSync(join(root, "docs", "security.md"), "utf8");
const cells = (row: string) =>
  row
    .split("|")
    .slice(1, -1)
    .map((cell) => cell.trim());
const rows = page
  .split("\n")
  .filter((line) => /^\| \d+ \|/.test(line))
  .map(cells);

const place = (name: string) => join(root, name.includes("/") ? "" : "electron/main/security", name);

test("docs/security.md has every item of Electron's checklist, once, in its order", () => {
  expect(rows.map(([number]) => Number(number))).toEqual(Array.from({ length: 20 }, (_, index) => index + 1));
});

test.each(rows)("item %s, %s: its files are there, and its test names it", (number, _item, _done, files, tests) => {
  for (const name of (files ?? "").split(", ")) expect(existsSync(place(name)), name).toBe(true);
  const source = readFileSync(place(tests ?? ""), "utf8");
  // The rules that are preferences are tested in one table, which says their numbers.
  const named = basename(tests ?? "") === "web-preferences.test.ts" ? `"${number}: ` : `checklist ${number}:`;
  expect(source).toContain(named);
});

test("docs/security.md has every fuse as it is decided, with its reason", () => {
  const table = page.split("\n### Fuses\n")[1]?.split("\n### ")[0] ?? "";
  const told = table
    .split("\n")
    .filter((line) => /^\| [A-Z]/.test(line))
    .map(cells);
  expect(told).toEqual(Object.entries<Fuse>(fuses).map(([name, { on, why }]) => [name, on ? "on" : "off", why]));
});

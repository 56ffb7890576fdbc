import { describe, expect, it } from "vitest";
import { groupsOf, matching, type PaletteEntry } from "./entries.ts";

const entry = (title: string, group: PaletteEntry["group"] = "Commands"): PaletteEntry => ({
  id: title,
  title,
  group,
  keys: null,
});
const entries = [
  entry("Go to projects"),
  entry("Save revision"),
  entry("Save plan file"),
  entry("Plan as text"),
  entry("Base model 7B", "Recent"),
  entry("Planned ablations", "Projects"),
];
const found = (sought: string) => matching(entries, sought).map(({ title }) => title);

describe("matching", () => {
  it("has all commands and recent plans where nothing is sought, and not every project", () => {
    expect(found("  ")).toEqual(["Go to projects", "Save revision", "Save plan file", "Plan as text", "Base model 7B"]);
  });

  it("finds by every word, in any case and order", () => {
    expect(found("REV sa")).toEqual(["Save revision"]);
    expect(found("7b")).toEqual(["Base model 7B"]);
    expect(found("nothing like it")).toEqual([]);
  });

  it("has what begins with the words first, and groups in their order", () => {
    expect(found("plan")).toEqual(["Plan as text", "Save plan file", "Planned ablations"]);
  });
});

it("puts neighbours of one group together", () => {
  expect(groupsOf(entries).map((group) => group.length)).toEqual([4, 1, 1]);
  expect(groupsOf([])).toEqual([]);
});

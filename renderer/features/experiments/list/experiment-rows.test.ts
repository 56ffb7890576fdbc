// @vitest-environment node
import { expect, it } from "vitest";
import { goldenTree, openGolden } from "../golden.fixture.ts";
import { experimentRows } from "./experiment-rows.ts";

const fault = (path: string) => ({
  path,
  line: 1,
  column: 1,
  message: "",
  value: null,
  allowed: "",
  hint: null,
  edit: null,
});

it("has every experiment of the golden plan with its share and its runs", () => {
  const rows = experimentRows({ tree: goldenTree, live: openGolden(), faults: [fault("experiments[2].sweeps[0]")] });
  expect(rows.map(({ title, share, runs }) => `${title} ${((share ?? 0) * 100).toFixed(1)} ${runs}`)).toEqual([
    "Alignment 0.0 12",
    "Table E1 settings 3.0 456",
    "Epsilon variants 14.7 5040",
    "Epsilon heat maps 24.7 3744",
    "Beta only 14.7 5040",
    "Gamma 25.0 36360",
    "Weight decay 2.5 840",
    "Adafactor 1.5 2640",
    "Compute-optimal 13.9 4380",
  ]);
  expect(rows.map(({ faults }) => faults)).toEqual([0, 0, 1, 0, 0, 0, 0, 0, 0]);
  expect(rows.filter(({ remark }) => remark !== null).map(({ title, remark }) => [title, remark])).toEqual([
    ["Table E1 settings", "upper bound"],
  ]);
});

it("finds figures by the id, wherever the experiment stands now, and none for a new one", () => {
  const tree = { experiments: [{ id: "new", title: " " }, { id: "gamma_expts", title: "Gamma" }, "half typed"] };
  expect(experimentRows({ tree, live: openGolden(), faults: [] }).map(({ title, runs }) => [title, runs])).toEqual([
    ["Untitled", null],
    ["Gamma", 36_360],
    ["Untitled", null],
  ]);
  expect(experimentRows({ tree: null, live: null, faults: [] })).toEqual([]);
});

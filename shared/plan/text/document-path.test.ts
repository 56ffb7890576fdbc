import { describe, expect, it } from "vitest";
import { pathText } from "./document-path.ts";

describe("pathText", () => {
  it.each([
    [[], ""],
    [["title"], "title"],
    [["experiments", 2, "sweeps", 0, "axes", "model.width", 3], 'experiments[2].sweeps[0].axes["model.width"][3]'],
    [["axes", 'a "quoted" name'], 'axes["a \\"quoted\\" name"]'],
    [["counts", "128"], 'counts["128"]'],
    [["learning rate"], '["learning rate"]'],
    [[""], '[""]'],
    [["k".repeat(61)], `["${"k".repeat(59)}…"]`],
  ])("%j is %s", (path, text) => {
    expect(pathText(path)).toBe(text);
  });
});

import { describe, expect, it } from "vitest";
import { parsePlan } from "../parse.ts";
import { changed, faultLike, samplePlan } from "../sample-plan.ts";

/** The text after the edit that a fault proposes. */
function mended(text: string, message: string): string {
  const { edit } = faultLike(text, message);
  if (edit === null) throw new Error("there is no edit");
  return text.slice(0, edit.from) + edit.text + text.slice(edit.to);
}

describe("a fault's place", () => {
  it("is the key where the key is wrong, and its edit mends it in place", () => {
    expect(mended(changed(["headSize: 128", "headSiz: 128"]), "Unknown key")).toBe(samplePlan);
    expect(mended(changed(["headSize: 128", '"headSiz": 128']), "Unknown key")).toBe(
      changed(["headSize: 128", '"headSize": 128']),
    );
    expect(mended(changed(["model.heads", "model.haeds"]), "The axis model.haeds")).toBe(samplePlan);
  });

  it("is the value where the value is wrong", () => {
    expect(mended(changed(["layers: 8", 'layers: "8"']), "Layers")).toBe(samplePlan);
    expect(mended(changed(["[first]", "[frist]"]), '"frist"')).toBe(changed(["[first]", '["first"]']));
  });

  it("is the object where something is missing", () => {
    const fault = faultLike(changed(["id: second\n    ", ""]), "Id is missing");
    expect(fault).toMatchObject({ path: "experiments[1].id", line: 17, column: 5, value: null, edit: null });
  });

  it("is where an alias was written out, and the alias for the value as a whole", () => {
    const text = changed(["[8, 16]", "&list [8, -16]"], ["axes: {seed: 3}", "axes: {model.heads: *list}"]);
    const parsed = parsePlan(text);
    expect(parsed.ok).toBe(true);
    expect(faultLike(text, "Heads cannot be negative")).toMatchObject({ line: 14, column: 34 });
  });
});

describe("the list of faults", () => {
  it("is in the order of the text, and ends with the number of those that it leaves out", () => {
    const bad = Array.from({ length: 300 }, (_, index) => `  v${index}: {low: 2, likely: 1, high: 3}`).join("\n");
    const parsed = parsePlan(changed(["variables:", `variables:\n${bad}`]));
    const faults = parsed.ok ? [] : parsed.error;
    expect(faults).toHaveLength(201);
    expect(faults.slice(0, 200).map(({ line }) => line)).toEqual(Array.from({ length: 200 }, (_, index) => index + 4));
    expect(faults[200]).toMatchObject({ line: null, message: "There are 100 more faults" });
  });
});

import { describe, expect, it } from "vitest";
import { explain } from "../../estimate/explain.ts";
import { publishedModels, transformerOf } from "../../models/fixtures/published-models.ts";
import { resolveLayout } from "../../plan/resolve/layout.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { buildSheet } from "../build-sheet.ts";
import { certain, plan, runClass } from "../fixtures/plan.ts";
import { inputOf } from "../fixtures/sheet-of.ts";
import { plainText } from "../text/rich-text.ts";
import { warningsOf } from "../warnings.ts";

const at = (group: "training" | "hardware", field: string, value: unknown) => ({
  [field]: { value, path: ["defaults", group, field], nearness: 0 },
});

const training = {
  length: { kind: "tokens", tokens: certain(1e12) },
  batch: 1_024,
  sequence: 4_096,
  attended: 2_048,
} as const;

const llamas = (changes: Partial<ResolvedPlan> = {}): ResolvedPlan =>
  plan({
    models: [
      { label: "7B", shape: transformerOf(publishedModels.llama2_7b) },
      { label: "70B", shape: transformerOf(publishedModels.llama2_70b) },
    ],
    classes: [runClass({ training }), runClass({ model: 1, training })],
    layouts: [resolveLayout(at("training", "recompute", "full"), at("hardware", "zeroStage", 3), "bf16")],
    ...changes,
  });

const sectionOf = (resolved: ResolvedPlan) => buildSheet(inputOf(resolved)).sections.find(({ id }) => id === "memory");

const rowsOf = (resolved: ResolvedPlan): string[][] => {
  const section = sectionOf(resolved);
  if (section?.kind !== "table") throw new Error("the sheet has no table of memory");
  return section.table.rows.map(({ cells }) => cells.map(({ text }) => plainText(text)));
};

describe("the table of memory", () => {
  it("is there only where the plan says how its runs are laid out", () => {
    expect(sectionOf(plan())).toBeUndefined();
    expect(sectionOf(llamas())).toMatchObject({ title: "Memory.", label: "Table 3" });
  });

  it("has the largest model first, with the fewest cards that it fits on", () => {
    expect(rowsOf(llamas())).toEqual([
      ["70B", "24", "68.4", "85.5", "optimizer states"],
      ["7B", "2", "70.0", "85.5", "optimizer states"],
    ]);
    expect(warningsOf(inputOf(llamas()))).toEqual([]);
  });

  it("counts the models that fit on one card as a larger one does", () => {
    const sizes = [1, 2, 4, 70].map((layers) => ({
      label: `${layers} layers`,
      shape: transformerOf({ ...publishedModels.llama2_7b, layers }),
    }));
    const section = sectionOf(
      llamas({ models: sizes, classes: sizes.map((_, model) => runClass({ model, training })) }),
    );
    if (section?.kind !== "table") throw new Error("the sheet has a table of memory");
    expect(section.table.rows.map(({ cells }) => plainText(cells[0]?.text ?? []))).toEqual(["70 layers", "4 layers"]);
    expect(section.notes[0]).toBe("Two smaller models fit on one card, too.");
  });

  it("says what does not fit, and warns of it", () => {
    const whole = llamas({ layouts: [resolveLayout({}, at("hardware", "zeroStage", 0), "bf16")] });
    expect(rowsOf(whole)[0]?.[1]).toBe("does not fit, on 1,024");
    expect(warningsOf(inputOf(whole))).toEqual([
      expect.stringMatching(
        /^70B does not fit: on [\d,]+ cards each NVIDIA H100 SXM5 80GB would hold .* of its 85\.5 GB; most of it optimizer states\.$/,
      ),
      expect.stringMatching(/^7B does not fit: /),
    ]);
  });

  it("says what a layout cannot split, and what is not known", () => {
    const split = llamas({ layouts: [resolveLayout({}, at("hardware", "tensorParallel", 64), "bf16")] });
    expect(rowsOf(split)[1]).toEqual(["7B", "none", "", "85.5", "its heads cannot be shared out evenly"]);
    const stated = {
      kind: "stated",
      parameters: 1e9,
      activeParameters: 1e9,
      forwardFlopPerExample: 2,
      source: "x",
    } as const;
    expect(rowsOf(llamas({ models: [{ label: "stated", shape: stated }], classes: [runClass({ training })] }))).toEqual(
      [["Stated", "unknown", "", "", "its blocks are not known"]],
    );
  });

  it("explains both of its figures", () => {
    const resolved = llamas();
    const { estimate } = inputOf(resolved);
    const bytes = explain(resolved, estimate, null, { of: "memory", model: 0, measure: "bytes" });
    expect(bytes.value / 1e9).toBeCloseTo(69.963, 3);
    expect(bytes.terms.reduce((sum, { value }) => sum + value, 0)).toBeCloseTo(bytes.value, -1);
    expect(bytes.inputs.find(({ name }) => name === "Sharing stage")?.place).toBe("defaults.hardware.zeroStage");
    const cards = explain(resolved, estimate, null, { of: "memory", model: 0, measure: "cards" });
    expect(cards.value).toBe(2);
    expect(cards.inputs[1]).toMatchObject({ value: 85.5e9, source: "Data on Machine Learning Hardware" });
  });
});

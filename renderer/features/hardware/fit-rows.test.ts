import { describe, expect, it } from "vitest";
import { readPlan } from "../../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { fitRows, fitSentence, offeredChanges, partShares } from "./fit-rows.ts";

const llama = { layers: 32, headSize: 128, heads: 32, feedForward: 11_008, gated: true, vocabulary: 32_000 };

function resolved(defaults: object, sweep: object = {}): ResolvedPlan {
  const text = JSON.stringify({
    flopsheet: 1,
    title: "Fits",
    defaults: {
      model: llama,
      training: { tokens: 1e12, batch: 64, sequence: 4_096 },
      hardware: { accelerator: "h100-sxm", format: "bf16", utilisation: 0.4, ...defaults },
    },
    experiments: [{ id: "one", title: "One", sweeps: [sweep] }],
    quotes: [{ id: "offer", price: 3 }],
  });
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new Error(read.error.map(({ message }) => message).join("; "));
  return read.value.resolved;
}

const largest = (plan: ResolvedPlan) => {
  const [row] = fitRows(plan);
  if (row === undefined) throw new Error("the plan has a model");
  return row;
};

describe("fitSentence", () => {
  it("says what fits, of one model and of several", () => {
    expect(fitSentence(fitRows(resolved({})))).toBe("The model fits.");
    expect(fitSentence(fitRows(resolved({ zeroStage: 0 })))).toBe("The model does not fit as it is laid out.");
    const sizes = { axes: { "model.layers": [1, 32] } };
    expect(fitSentence(fitRows(resolved({}, sizes)))).toBe("All 2 models fit.");
    expect(fitSentence(fitRows(resolved({ zeroStage: 0 }, sizes)))).toBe(
      "1 of 2 models does not fit as they are laid out.",
    );
    expect(fitSentence([])).toBe("Nothing can be said of these models’ memory.");
  });
});

describe("partShares", () => {
  it("are what the bar is made of, without what is not there", () => {
    const { fit } = largest(resolved({}));
    if (fit.result.kind !== "known") throw new Error("the model is known");
    const { memory } = fit.result.fit;
    const shares = partShares(memory.parts, memory.total);
    expect(shares.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
    expect(shares.every(({ bytes }) => bytes > 0)).toBe(true);
  });
});

describe("offeredChanges", () => {
  it("are edits of the plan's defaults, each with its price and its effect", () => {
    const plan = resolved({ zeroStage: 0 });
    const [first, ...others] = offeredChanges(plan, largest(plan));
    expect(first).toMatchObject({
      what: "Stage 1: replicas share out optimizer states and master weights",
      price: "costs no time",
      edits: [{ op: "set", path: ["defaults", "hardware", "zeroStage"], value: 1 }],
      place: null,
    });
    expect(first?.effect).toMatch(/^[\d.]+ GB on each of \d+ cards, [\d.]+ GB less$/);
    const tensor = others.find(({ what }) => what.startsWith("Tensor parallel"));
    expect(tensor?.edits).toHaveLength(2);
    const training = offeredChanges(resolved({}, { training: { sequence: 65_536 } }), {
      ...largest(resolved({}, { training: { sequence: 65_536 } })),
    }).find(({ what }) => what === "Recompute every block");
    expect(training?.edits).toEqual([{ op: "set", path: ["defaults", "training", "recompute"], value: "full" }]);
    expect(training?.price).toBe("33.3 % more operations");
  });

  it("each make the run fit when they are made", () => {
    const plan = resolved({ zeroStage: 0 });
    for (const { edits } of offeredChanges(plan, largest(plan))) {
      const made = Object.fromEntries(
        (edits ?? []).flatMap((edit) => (edit.op === "set" ? [[String(edit.path.at(-1)), edit.value]] : [])),
      );
      const isHardware = edits?.every(({ path }) => path[1] === "hardware") === true;
      const changed = isHardware ? resolved({ zeroStage: 0, ...made }) : resolved({ zeroStage: 0 }, { training: made });
      expect(fitSentence(fitRows(changed))).toBe("The model fits.");
    }
  });

  it("lead to where a field is stated nearer than the defaults", () => {
    const plan = resolved({}, { hardware: { zeroStage: 0 } });
    const [first] = offeredChanges(plan, largest(plan));
    expect(first).toMatchObject({ edits: null, place: "experiments[0].sweeps[0].hardware.zeroStage" });
  });
});

import { describe, expect, it } from "vitest";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { floatFormatsOf } from "./hardware.ts";
import { type ProjectValues, projectText } from "./project-text.ts";

const begin = { title: "From the calculator", date: "2026-11-26", currency: "USD" };

function read(values: ProjectValues) {
  const reading = readPlan(projectText(begin, values, catalogue), catalogue);
  if (!reading.ok) throw new Error(JSON.stringify(reading.error));
  return reading.value;
}

describe("projectText", () => {
  it("is a plan without faults whatever is given", () => {
    expect(read({}).document.title).toBe("From the calculator");
    expect(read({ energy: { watts: 400, pue: 1.1, grid: "fra" } }).document.energy).toEqual({
      watts: 400,
      pue: 1.1,
      grid: "fra",
    });
  });

  it("prices every card that may be chosen, by the catalogue or with a price to be filled in", () => {
    for (const { id } of catalogue.accelerators.filter((card) => floatFormatsOf(card).includes("bf16"))) {
      const { resolved } = read({ hardware: { accelerator: id, format: "bf16", utilisation: 0.4 } });
      expect(resolved.cards[0]?.accelerator.id).toBe(id);
    }
  });

  it("keeps a model, its tokens, the card, the price and the cluster, as one run", () => {
    const { document, resolved } = read({
      model: { layers: 32, width: 4096, heads: 32, vocabulary: 32_000, feedForward: 11_008, gated: true },
      training: { tokens: 2e12, sequence: 4096 },
      hardware: { accelerator: "h100-sxm", format: "bf16", utilisation: 0.4 },
      cards: 512,
      price: 2.5,
    });
    expect(document.defaults?.hardware).toEqual({ accelerator: "h100-sxm", format: "bf16", utilisation: 0.4 });
    expect(document.clusters).toEqual([{ cards: 512 }]);
    const { withReruns } = estimate(resolved);
    expect(withReruns.runs).toBe(1);
    // 42,863,689,728 a token of LLaMA-2 7B at 4,096.
    expect(withReruns.flop / 2e12).toBeCloseTo(42_863_689_728, -2);
    expect(withReruns.cost / withReruns.cardHours).toBeCloseTo(2.5, 10);
  });
});

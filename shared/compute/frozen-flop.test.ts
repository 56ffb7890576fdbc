import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { anyTransformer } from "../models/fixtures/any-transformer.ts";
import { publishedModels, transformerOf } from "../models/fixtures/published-models.ts";
import { ADAPTER_TARGETS, countAdapters } from "./adapters.ts";
import { frozenFlopPerToken } from "./frozen-flop.ts";
import { trainingFlopPerToken } from "./training-flop.ts";

const llama = transformerOf(publishedModels.llama2_7b);
const context = { sequence: 4_096, attended: 2_048 };
const full = { adapters: 0, untouched: 0, blocks: true };

describe("frozenFlopPerToken", () => {
  it("is full training where everything is trained", () => {
    expect(frozenFlopPerToken(llama, context, full)).toBe(42_863_689_728);
  });

  it.each([
    ["all seven maps", ADAPTER_TARGETS, 39_976_960, 29_889_396_736],
    ["queries and values", ["queries", "values"], 8_388_608, 29_699_866_624],
  ] as const)("counts adapters of rank 16 on %s of LLaMA-2 7B", (_what, targets, parameters, flop) => {
    const { active, total } = countAdapters(llama, 16, targets);
    expect([total, active]).toEqual([parameters, parameters]);
    expect(frozenFlopPerToken(llama, context, { adapters: active, untouched: 0, blocks: false })).toBe(flop);
  });

  it("has no backward pass below the lowest trained block", () => {
    const forward = 14_287_896_576;
    const logits = 2 * 4_096 * 32_000;
    const headOnly = frozenFlopPerToken(llama, context, { adapters: 0, untouched: 32, blocks: true });
    expect(headOnly).toBe(forward - logits + 3 * logits);
    const half = frozenFlopPerToken(llama, context, { adapters: 0, untouched: 16, blocks: true });
    expect(half).toBe((headOnly + 3 * forward) / 2);
  });

  it("is never less than two thirds of full training where adapters stand in every block, and falls with untouched ones", () => {
    fc.assert(
      fc.property(
        anyTransformer,
        fc.integer({ min: 1, max: 64 }),
        fc.nat({ max: 200 }),
        (shape, sequence, untouched) => {
          const tokens = { sequence, attended: sequence / 2 };
          const whole = trainingFlopPerToken(shape, tokens, { name: "matmul" }) ?? 0;
          const frozen = frozenFlopPerToken(shape, tokens, { adapters: 1, untouched: 0, blocks: false });
          expect(frozen).toBeGreaterThanOrEqual((whole * 2) / 3);
          expect(frozen).toBeLessThanOrEqual(whole + 6);
          expect(frozenFlopPerToken(shape, tokens, full) / whole).toBeCloseTo(1, 9);
          const less = frozenFlopPerToken(shape, tokens, { adapters: 1, untouched, blocks: false });
          expect(less).toBeLessThanOrEqual(frozen * (1 + 1e-12));
          expect(less).toBeGreaterThanOrEqual((whole / 3) * (1 - 1e-12));
        },
      ),
    );
  });
});

describe("countAdapters", () => {
  it("counts the adapters of every expert, and as active only those that a token passes", () => {
    const mixtral = transformerOf(publishedModels.mixtral_8x7b);
    const { total, active } = countAdapters(mixtral, 8, ["feedForward"]);
    const expert = 32 * 3 * (4_096 + 14_336);
    expect([total, active]).toEqual([8 * 8 * expert, 8 * 2 * expert]);
  });

  it("counts the narrow layers of latent attention", () => {
    const shape = transformerOf(publishedModels.deepseek_v3);
    expect(countAdapters(shape, 1, ["keys"]).total).toBe(61 * (7_168 + 512 + 64));
    expect(countAdapters(shape, 1, ["values"]).total).toBe(61 * (512 + 128 * 256));
    expect(countAdapters(shape, 1, ["queries"]).total).toBe(61 * (7_168 + 1_536 + 1_536 + 128 * 192));
    expect(countAdapters(shape, 1, ["attentionOutput"]).total).toBe(61 * (128 * 128 + 7_168));
  });
});

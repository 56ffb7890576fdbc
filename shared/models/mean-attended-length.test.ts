import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { publishedModels, transformerOf } from "./fixtures/published-models.ts";
import { attendedBy, meanAttendedLength } from "./mean-attended-length.ts";
import type { ModelFields } from "./model-fields.ts";

describe("meanAttendedLength", () => {
  it.each([
    [8_192, 4_096, 3_072],
    [32_768, 4_096, 3_840],
    [131_072, 1_024, 1_020],
  ])("is w − w²/(2s) in a sequence of %d with a window of %d: %d", (sequence, window, attended) => {
    expect(meanAttendedLength({ sequence, mask: "causal", window })).toBe(attended);
  });

  it("is the whole sequence without a mask and half of it under a causal one", () => {
    expect(meanAttendedLength({ sequence: 512, mask: "full", window: null })).toBe(512);
    expect(meanAttendedLength({ sequence: 512, mask: "causal", window: null })).toBe(256);
  });

  it("takes a window as wide as the sequence, or wider, for none", () => {
    expect(meanAttendedLength({ sequence: 512, mask: "causal", window: 512 })).toBe(256);
    expect(meanAttendedLength({ sequence: 512, mask: "causal", window: 4_096 })).toBe(256);
  });

  it("is ΣL²/(2ΣL) for packed documents, and ΣL²/ΣL without a mask", () => {
    const documentLengths = [1_024, 3_072];
    expect(meanAttendedLength({ sequence: 4_096, mask: "causal", window: null, documentLengths })).toBe(1_280);
    expect(meanAttendedLength({ sequence: 4_096, mask: "full", window: null, documentLengths })).toBe(2_560);
  });

  it("puts the window to each packed document", () => {
    const packed = { sequence: 4_096, mask: "causal", window: 1_024, documentLengths: [1_024, 3_072] } as const;
    const own = (sequence: number) => meanAttendedLength({ sequence, mask: "causal", window: 1_024 });
    expect(meanAttendedLength(packed)).toBe((1_024 * own(1_024) + 3_072 * own(3_072)) / 4_096);
  });

  it("comes near the mean counted token by token", () => {
    const lengths = fc.integer({ min: 1, max: 400 });
    fc.assert(
      fc.property(lengths, fc.option(lengths), (sequence, window) => {
        let seen = 0;
        for (let token = 1; token <= sequence; token++) seen += Math.min(token, window ?? sequence);
        const counted = seen / sequence;
        const mean = meanAttendedLength({ sequence, mask: "causal", window });
        // The token itself adds one half at most: the continuous form leaves it out.
        expect(counted - mean).toBeGreaterThanOrEqual(0);
        expect(counted - mean).toBeLessThanOrEqual(0.5 + 1e-9);
      }),
    );
  });
});

describe("attendedBy", () => {
  const windowed = { ...publishedModels.mistral_7b, window: 1_024 };

  it("is the mean over the layers with attention, of which some may have no window", () => {
    const by = (fields: ModelFields) => attendedBy(transformerOf(fields), 32_768);
    expect(by(windowed)).toBe(1_008);
    expect(by({ ...windowed, globalLayers: 8 })).toBe((24 * 1_008 + 8 * 16_384) / 32);
    expect(by({ ...windowed, globalEvery: 1 })).toBe(16_384);
    expect(by(publishedModels.mistral_7b)).toBe(16_384);
  });

  it("packs documents in the layers without the window, too", () => {
    const shape = transformerOf({ ...windowed, globalLayers: 16 });
    expect(attendedBy(shape, 4_096, [1_024, 3_072])).toBe(
      (1_280 + (1_024 * 512 + 3_072 * (1_024 - 1_024 ** 2 / 6_144)) / 4_096) / 2,
    );
  });

  it("is 0 where no layer has attention, and of those that have it where only some do", () => {
    expect(attendedBy(transformerOf(publishedModels.mamba130m), 4_096)).toBe(0);
    const hybrid = transformerOf({ ...publishedModels.mamba130m, heads: 12, attentionLayers: 4 });
    expect(attendedBy(hybrid, 4_096)).toBe(2_048);
  });
});

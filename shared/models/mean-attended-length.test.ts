import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { meanAttendedLength } from "./mean-attended-length.ts";

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

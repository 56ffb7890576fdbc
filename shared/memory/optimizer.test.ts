import { describe, expect, it } from "vitest";
import { stateBytes } from "./optimizer.ts";
import { endMatrix, sum, table } from "./weights.ts";

/** A table and a matrix outside the blocks, and in a block a matrix of 10 × 40 and a norm of 50. */
const block = { count: 400 + 50, inTables: 0, inHiddenMatrices: 400, rowsAndColumns: 10 + 40 + 50 };
const weights = sum(table(1_000, 10), endMatrix(10, 1_000), block);

describe("stateBytes", () => {
  it("is so much a parameter", () => {
    expect(weights.count).toBe(20_450);
    expect(stateBytes("sgd", weights, 4)).toBe(0);
    expect(stateBytes("momentum", weights, 4)).toBe(4 * 20_450);
    expect(stateBytes("lion", weights, 4)).toBe(4 * 20_450);
    expect(stateBytes("adamw", weights, 4)).toBe(8 * 20_450);
    expect(stateBytes("adamw", weights, 2)).toBe(4 * 20_450);
  });

  it("keeps tables in fp32 beside 8-bit states", () => {
    expect(stateBytes("adamw-8bit", weights, 4)).toBe(2 * 10_450 + 8 * 10_000);
  });

  it("keeps rows and columns of a matrix, and a vector whole, when factored", () => {
    const factors = 1_010 + 50 + 1_010 + 50;
    expect(stateBytes("adafactor", weights, 4)).toBe(4 * factors);
    expect(stateBytes("adafactor-momentum", weights, 4)).toBe(4 * factors + 4 * 20_450);
  });

  it("halves only the matrices of the blocks with Muon", () => {
    expect(stateBytes("muon", weights, 4)).toBe(4 * 400 + 8 * 20_050);
  });
});

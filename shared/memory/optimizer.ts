/**
 * What an optimizer remembers of every parameter.
 *
 * | optimizer           | bytes per parameter with fp32 states                                       |
 * | ------------------- | -------------------------------------------------------------------------- |
 * | sgd                 | 0                                                                          |
 * | momentum            | 4                                                                          |
 * | adamw               | 8, Adam the same (Kingma and Ba 2015; Loshchilov and Hutter 2019)          |
 * | adamw-8bit          | 2, and 8 for tables that are looked up (Dettmers et al. 2022)              |
 * | adafactor           | 4 for every row and column of a matrix (Shazeer and Stern 2018)            |
 * | adafactor-momentum  | the same and 4                                                             |
 * | lion                | 4 (Chen et al. 2023)                                                       |
 * | muon                | 4 on the matrices of the blocks, 8 on the rest, which AdamW updates (Jordan 2024) |
 *
 * `pure-bf16` keeps states in two bytes, half of the above; 8-bit states stay what they are.
 */
import type { Optimizer } from "../training/memory-fields.ts";
import type { Weights } from "./weights.ts";

/**
 * Bytes of the optimizer's states for `weights`; `state` bytes hold one number of an unquantized state.
 *
 * Worked example: 1e9 parameters of which 1e8 in tables, AdamW 8e9; 8-bit 0.9e9 × 2 + 0.1e9 × 8 = 2.6e9.
 */
export function stateBytes(optimizer: Optimizer, weights: Weights, state: number): number {
  switch (optimizer) {
    case "sgd":
      return 0;
    case "momentum":
    case "lion":
      return state * weights.count;
    case "adamw":
      return 2 * state * weights.count;
    case "adamw-8bit":
      return 2 * (weights.count - weights.inTables) + 8 * weights.inTables;
    case "adafactor":
      return state * weights.rowsAndColumns;
    case "adafactor-momentum":
      return state * (weights.rowsAndColumns + weights.count);
    case "muon":
      return state * (2 * weights.count - weights.inHiddenMatrices);
  }
}

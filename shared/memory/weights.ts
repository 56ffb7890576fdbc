/** A set of parameters, as far as its memory depends on what they are. */
export interface Weights {
  readonly count: number;
  /** Of them, in tables that are looked up: tokens and learned positions. An 8-bit optimizer keeps their states in fp32. */
  readonly inTables: number;
  /** Of them, in the matrices of blocks: those that Muon updates. */
  readonly inHiddenMatrices: number;
  /** Rows + columns of every matrix, and the length of every vector: what a factored optimizer keeps. */
  readonly rowsAndColumns: number;
}

export const NO_WEIGHTS: Weights = { count: 0, inTables: 0, inHiddenMatrices: 0, rowsAndColumns: 0 };

/** A table that is looked up. */
export const table = (rows: number, columns: number): Weights => ({
  count: rows * columns,
  inTables: rows * columns,
  inHiddenMatrices: 0,
  rowsAndColumns: rows + columns,
});

/** A matrix outside the blocks, as that of the logits. */
export const endMatrix = (rows: number, columns: number): Weights => ({ ...table(rows, columns), inTables: 0 });

export const times = (factor: number, weights: Weights): Weights => ({
  count: factor * weights.count,
  inTables: factor * weights.inTables,
  inHiddenMatrices: factor * weights.inHiddenMatrices,
  rowsAndColumns: factor * weights.rowsAndColumns,
});

export function sum(...all: readonly Weights[]): Weights {
  let [count, inTables, inHiddenMatrices, rowsAndColumns] = [0, 0, 0, 0];
  for (const weights of all) {
    count += weights.count;
    inTables += weights.inTables;
    inHiddenMatrices += weights.inHiddenMatrices;
    rowsAndColumns += weights.rowsAndColumns;
  }
  return { count, inTables, inHiddenMatrices, rowsAndColumns };
}

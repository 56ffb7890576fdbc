/**
 * The total of arXiv 2407.05872 as a careful reader would add it up for this one paper: no plan, no classes, no doubts.
 * The yardstick that the general estimate is measured against, in the same process.
 */
const HEADS = [1, 2, 4, 6, 8, 12, 16, 20, 24, 32, 48, 64, 96, 128];
const LARGEST_SIX = HEADS.slice(-6);
const VOCABULARY = 32_101;
const FIXED_TOKENS = 50_000 * 256 * 512;
const POINTS = 15;

const parameters = (width: number): number => 2 * width * (6 * 8 * width + VOCABULARY);
const flopPerToken = (width: number): number => 6 * width * (8 * (12 * width + 512) + VOCABULARY);

function fixed(heads: readonly number[], runsPerWidth: number): number {
  let flop = 0;
  for (const count of heads) flop += runsPerWidth * flopPerToken(count * 128) * FIXED_TOKENS;
  return flop;
}

function computeOptimal(heads: readonly number[], runsPerWidth: number): number {
  let flop = 0;
  for (const count of heads) flop += runsPerWidth * flopPerToken(count * 128) * 20 * parameters(count * 128);
  return flop;
}

/** Dollars at 3.5e14 FLOP/s and 3 USD per card-hour: 12,907,461.18. */
export function handSum(): number {
  const flop =
    fixed([8, 16, 32], 4) +
    fixed(LARGEST_SIX, 4 * 19) +
    fixed(HEADS, 4 * 6 * POINTS) +
    fixed(LARGEST_SIX, 2 * 6 * 4 * 13) +
    fixed(HEADS, 3 * 4 * 2 * POINTS) +
    fixed(HEADS, 3 * 4 * 3 * POINTS) +
    fixed([8], 3 * 4 * 3 * 800) +
    fixed(HEADS, 4 * POINTS) +
    fixed(HEADS.slice(0, 11), 2 * 2 * 4 * POINTS) +
    fixed(HEADS, 2 * 4 * POINTS) +
    fixed(HEADS.slice(0, 12), 4 * POINTS) +
    computeOptimal(HEADS.slice(0, 11), 3 * 4 * POINTS);
  return (flop / 3.5e14 / 3_600) * 3;
}

import { expect, it } from "vitest";
import { rolloutFlopPerToken } from "./rollout-flop.ts";

const N = 8_030_261_248;
const alone = { epochs: 1, reference: true, old: true, readers: 0, trained: 0 };

it("is 12 N a token for one epoch with a reference model and old log-probabilities", () => {
  const flop = rolloutFlopPerToken(N, alone);
  expect(flop).toEqual({ generate: 2 * N, reference: 2 * N, old: 2 * N, train: 6 * N, others: 0, total: 12 * N });
  expect((1.048576e10 * flop.total).toExponential(7)).toBe("1.0104407e+21");
});

it("trains once an epoch, and reads with what else reads", () => {
  expect(rolloutFlopPerToken(N, { ...alone, epochs: 4 }).total).toBe(30 * N);
  expect(rolloutFlopPerToken(N, { ...alone, reference: false, old: false }).total).toBe(8 * N);
  expect(rolloutFlopPerToken(N, { ...alone, readers: N }).others).toBe(2 * N);
  expect(rolloutFlopPerToken(N, { ...alone, epochs: 2, trained: N }).others).toBe(14 * N);
});

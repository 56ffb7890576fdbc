import fc from "fast-check";
import { expect, it } from "vitest";
import { countParameters, parametersOf, positionParameters } from "./count-parameters.ts";
import { anyTransformer } from "./fixtures/any-transformer.ts";
import { PARAMETERS_OF } from "./parameter-count.ts";

it("counts parts that sum to the total, and no more active parameters than there are, for every transformer", () => {
  fc.assert(
    fc.property(anyTransformer, (shape) => {
      const count = countParameters(shape);
      const { parts, total, nonEmbedding, active } = count;
      for (const part of Object.values(parts)) expect(part).toBeGreaterThanOrEqual(0);
      expect(Number.isSafeInteger(total)).toBe(true);
      expect(Object.values(parts).reduce((sum, part) => sum + part, 0)).toBe(total);
      expect(nonEmbedding + parts.embedding + parts.output + parts.positions).toBe(total);
      expect(active).toBeLessThanOrEqual(total);
      expect(active === total).toBe(shape.mixture === null || shape.mixture.experts === shape.mixture.expertsPerToken);
      for (const of of PARAMETERS_OF) expect(parametersOf(shape, of)).toBe(count[of]);
      expect(positionParameters(shape)).toBe(parts.positions);
    }),
  );
});

it("is reached by every kind of transformer", () => {
  const seen = new Set<string>();
  fc.assert(
    fc.property(anyTransformer, (shape) => {
      for (const part of ["latent", "mixture", "encoder", "stateSpace"] as const)
        if (shape[part] !== null) seen.add(part);
    }),
    { numRuns: 300 },
  );
  expect([...seen].sort()).toEqual(["encoder", "latent", "mixture", "stateSpace"]);
});

import { expect, it } from "vitest";
import { clusterOf } from "../plan/cluster.fixture.ts";
import { decoder, experiment, plan, runClass } from "./fixtures/plan.ts";
import { contextOf } from "./fixtures/sheet-of.ts";
import { lead } from "./lead.ts";
import { plainText } from "./text/rich-text.ts";

const words = (resolved: Parameters<typeof contextOf>[0]) => plainText(lead(contextOf(resolved)));

it("counts experiments, runs and models", () => {
  expect(words(plan())).toBe("One experiment of 1 run trains a model of 166 M parameters.");
  const two = plan({
    experiments: [experiment("a"), experiment("b")],
    models: [
      { label: "small", shape: decoder(1) },
      { label: "large", shape: decoder(8) },
    ],
    classes: [runClass({ labels: 12 }), runClass({ experiment: 1, model: 1 })],
  });
  expect(words(two)).toBe("Two experiments of 13 runs train two models of 9.79 M to 166 M parameters.");
});

it("names one cluster, two, and of many the ends", () => {
  const times = (...cards: number[]) =>
    words(plan({ classes: [runClass({ labels: 1_000 })], clusters: cards.map((one) => clusterOf(one)) })).replace(
      /^.*parameters\. /,
      "",
    );
  expect(times(1)).toBe("On 1 H100 card that is 179.1 days at best.");
  expect(times(8, 64)).toBe("On 64 H100 cards that is 67.2 hours at best, on 8 cards 22.4 days.");
  expect(times(8, 16, 32, 64)).toBe(
    "On 64 H100 cards that is 67.2 hours at best, on 32 cards 5.6 days and on 8 cards 22.4 days.",
  );
});

it("says how far a certain plan is from its ceiling", () => {
  const near = (ceiling: number) => words(plan({ ceiling })).replace(/^.*parameters\. /, "");
  expect(near(20)).toBe("The total is 7.11 USD under the ceiling of 20.0 USD.");
  expect(near(10)).toBe("The total is 2.89 USD over the ceiling of 10.0 USD.");
});

it("speaks of used card-hours where the quote charges for more and no budget has it", () => {
  const [certain] = plan().quotes;
  if (certain === undefined) throw new Error("the plan has a quote");
  const reserved = { ...certain, basis: "reserved" as const, commitment: { cards: 64, hours: 8_760 } };
  expect(words(plan({ ceiling: 20, quotes: [reserved], clusters: [clusterOf(64)] }))).toContain(
    "The cost of used card-hours is 7.11 USD under the ceiling of 20.0 USD.",
  );
});

it("says how many draws stay under the ceiling, and never rounds that to certainty", () => {
  const uncertain = (ceiling: number) =>
    words(
      plan({
        ceiling,
        inputs: [{ name: "n", title: "seeds", path: "variables.n", low: 1, likely: 5, high: 10, source: null }],
        classes: [runClass({ counts: [{ likely: 5, input: 0 }] })],
      }),
    ).replace(/^.*parameters\. /, "");
  expect(uncertain(65)).toMatch(/^The total stays under the ceiling of 65\.0 USD in \d\d % of 200 draws\.$/);
  expect(uncertain(60)).toMatch(
    /^The total is 4\.47 USD over the ceiling of 60\.0 USD, and under it in \d\d % of 200 draws\.$/,
  );
  expect(uncertain(122)).toMatch(/more than 99 % of 200 draws/);
  expect(uncertain(1e6)).toBe("The total is 1.00 M USD under the ceiling of 1.00 M USD, and so is every draw.");
  expect(uncertain(1)).toBe("The total is 63.5 USD over the ceiling of 1.00 USD, and no draw stays under it.");
});

it("does not say of the draws what holds of the headline alone", () => {
  const inputs = ["a", "b", "c"].map((title) => ({
    ...{ name: title, title, path: `variables.${title}`, source: null },
    ...{ low: 1, likely: 5, high: 5 },
  }));
  const counts = inputs.map((_, input) => ({ likely: 5, input }));
  const near = (factor: number) => {
    const resolved = plan({ inputs, classes: [runClass({ counts })] });
    const { total } = contextOf(resolved);
    return words({ ...resolved, ceiling: total.cost * factor });
  };
  expect(near(0.999)).toMatch(/over the ceiling of 1\.61 k USD, though every draw stays under it\.$/);
  expect(near(1.001)).toMatch(/under the ceiling of 1\.61 k USD, and so is every draw\.$/);
});

it("counts conditional sweeps by their probabilities", () => {
  const conditional = (...chances: number[]) =>
    words(
      plan({
        classes: chances.map((probability, sweep) => runClass({ sweep, probability })),
        experiments: [
          experiment("a", {
            sweeps: chances.map(() => ({ id: null, title: null, axes: [], maxParallel: null, note: null, path: "" })),
          }),
        ],
      }),
    );
  expect(conditional(0.3, 1)).toContain("One sweep is conditional and counts at its probability of 30 %.");
  expect(conditional(0.3, 0.1)).toContain("Two sweeps are conditional and count at their probability of 10 % to 30 %.");
});

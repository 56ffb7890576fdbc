import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { z } from "zod";
import { planSchema } from "./document.ts";
import { schemaAt } from "./faults/schema-walk.ts";
import { quantityPlaces } from "./quantities.ts";
import { pathText } from "./text/document-path.ts";
import { valueAt } from "./value-at.ts";

const everywhere = `
flopsheet: 1
title: T
overhead: {reruns: 0.1}
defaults:
  training: {steps: 1, tokens: 2, epochs: 3, examples: 4, tokensPerParameter: {ratio: 5, of: total}}
  hardware: {utilisation: 0.6, achieved: 7}
experiments:
  - id: a
    title: A
    repeats: 8
    training: {steps: 9}
    sweeps:
      - hardware: {utilisation: 0.1}
        repeats: 11
        earlyStopped: {share: 0.12, at: 0.13}
        axes: {x: 14, y: {by: z, counts: {p: 15}, otherwise: 16}, z: [p, q], model.heads: [1]}
quotes: [{id: q, basis: spot, price: 17, interruptionHours: 21, storagePerTBMonth: 22, egressPerTB: 23, utilisation: 0.24}]
disputes:
  - {id: d, title: D, experiment: a, instead: {repeats: 18, training: {tokens: 19}, axes: {x: 20}}}
`;

describe("quantityPlaces", () => {
  const document = planSchema.parse(parse(everywhere));
  const places = [...quantityPlaces(document)];

  it("finds every number that may be a range, where it stands", () => {
    for (const { quantity, path } of places) expect([path, valueAt(document, path)]).toEqual([path, quantity]);
    expect(places.map(({ path }) => pathText(path)).sort()).toEqual([
      "defaults.hardware.achieved",
      "defaults.hardware.utilisation",
      "defaults.training.epochs",
      "defaults.training.examples",
      "defaults.training.steps",
      "defaults.training.tokens",
      "defaults.training.tokensPerParameter.ratio",
      "disputes[0].instead.axes.x",
      "disputes[0].instead.repeats",
      "disputes[0].instead.training.tokens",
      "experiments[0].repeats",
      "experiments[0].sweeps[0].axes.x",
      "experiments[0].sweeps[0].axes.y.counts.p",
      "experiments[0].sweeps[0].axes.y.otherwise",
      "experiments[0].sweeps[0].earlyStopped.at",
      "experiments[0].sweeps[0].earlyStopped.share",
      "experiments[0].sweeps[0].hardware.utilisation",
      "experiments[0].sweeps[0].repeats",
      "experiments[0].training.steps",
      "overhead.reruns",
      "quotes[0].egressPerTB",
      "quotes[0].interruptionHours",
      "quotes[0].price",
      "quotes[0].storagePerTBMonth",
      "quotes[0].utilisation",
    ]);
  });

  it("knows what is allowed at each, as the plan's own schema does", () => {
    for (const { path, schema } of places) {
      const own = schemaAt(planSchema, document, path);
      if (own === undefined) throw new Error(`no schema at ${pathText(path)}`);
      for (const value of [-1, 0, 0.5, 2, { low: 1, likely: 2, high: 3 }, { use: "x" }]) {
        expect([pathText(path), value, z.safeParse(schema, value).success]).toEqual([
          pathText(path),
          value,
          z.safeParse(own, value).success,
        ]);
      }
    }
  });
});

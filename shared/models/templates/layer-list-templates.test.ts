import { describe, expect, it } from "vitest";
import { completeShape } from "../complete-shape.ts";
import { countParameters } from "../count-parameters.ts";
import { countLayer } from "../layer-counts.ts";
import { modelFieldsSchema } from "../model-fields.ts";
import { LAYER_LIST_TEMPLATES } from "./layer-list-templates.ts";

const PUBLISHED: Readonly<Record<string, readonly [parameters: number, multiplyAccumulates: number | null]>> = {
  alexnet: [61_100_840, 714_188_480],
  "resnet-50": [25_557_032, 4_089_184_256],
  "lstm-language-model": [19_775_200, 35 * (2 * 3_380_000 + 6_500_000)],
  "u-net": [31_037_698, null],
  "mlp-mixer": [59_880_472, null],
};

describe("the templates of layer lists", () => {
  it.each(LAYER_LIST_TEMPLATES)("$title has its published counts", ({ id, list, source }) => {
    const shape = completeShape(modelFieldsSchema.parse({ kind: "layers", list, source }));
    if (!shape.ok) throw new Error(JSON.stringify(shape.error));
    const forward = list.reduce((sum, layer) => sum + countLayer(layer).forwardFlop, 0);
    const [parameters, products] = PUBLISHED[id] ?? [];
    expect(countParameters(shape.value).total).toBe(parameters);
    if (products !== null) expect(forward / 2).toBe(products);
  });

  it("train AlexNet at 4,285,130,880 and ResNet-50 at 24,535,105,536 FLOP an image", () => {
    const training = (id: string) =>
      LAYER_LIST_TEMPLATES.find((one) => one.id === id)?.list.reduce(
        (sum, one) => sum + 3 * countLayer(one).forwardFlop,
        0,
      );
    expect([training("alexnet"), training("resnet-50")]).toEqual([4_285_130_880, 24_535_105_536]);
  });

  it("are all of those published", () => {
    expect(LAYER_LIST_TEMPLATES.map(({ id }) => id).sort()).toEqual(Object.keys(PUBLISHED).sort());
  });
});

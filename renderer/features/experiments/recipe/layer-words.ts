/** A layer of a list in a few words. Pure. */
import type { Layer } from "../../../../shared/models/layer.ts";
import { exact } from "../../../../shared/units/format/exact.ts";

/** "Convolution 3 → 64, 7 × 7, to 112 × 112", and its name where it has one: "stem: …". */
export function layerWords(layer: Layer): string {
  const extra = [...(layer.shared === true ? ["shared weights"] : []), ...densityWords(layer.density)];
  const words = [whatItIs(layer), ...extra].join(", ");
  return layer.name === undefined ? words : `${words} (${layer.name})`;
}

const densityWords = (density: number | undefined): string[] =>
  density === undefined ? [] : [`${exact(density * 100)} % of the connections`];

function whatItIs(layer: Layer): string {
  switch (layer.layer) {
    case "dense":
      return `Dense ${exact(layer.inputs)} → ${exact(layer.outputs)}${layer.places === undefined ? "" : `, at ${exact(layer.places)} places`}`;
    case "convolution":
      return `Convolution ${exact(layer.channels)} → ${exact(layer.filters)}, ${sides(layer.kernel)}, to ${sides(layer.output)}`;
    case "transposedConvolution":
      return `Transposed convolution ${exact(layer.channels)} → ${exact(layer.filters)}, ${sides(layer.kernel)}, from ${sides(layer.input)}`;
    case "recurrent":
      return `Recurrent ${steps(layer)}`;
    case "gru":
      return `GRU ${steps(layer)}`;
    case "lstm":
      return `LSTM ${steps(layer)}`;
    case "attention":
      return `Attention of width ${exact(layer.width)} over ${exact(layer.tokens)} tokens`;
    case "embedding":
      return `Embedding ${exact(layer.rows)} × ${exact(layer.width)}`;
    case "norm":
      return `Norm of ${exact(layer.features)}`;
    case "weights":
      return "Other weights";
    case "pooling":
      return "Pooling";
    case "activation":
      return "Activation";
    case "dropout":
      return "Dropout";
  }
}

const steps = ({
  inputs,
  outputs,
  steps: times,
}: {
  readonly inputs: number;
  readonly outputs: number;
  readonly steps?: number | undefined;
}): string => `${exact(inputs)} → ${exact(outputs)}${times === undefined ? "" : `, ${exact(times)} steps`}`;

const sides = (extent: number | readonly [number, number]): string =>
  typeof extent === "number" ? `${exact(extent)} × ${exact(extent)}` : `${exact(extent[0])} × ${exact(extent[1])}`;

/**
 * Parameters and forward operations of one layer of a layer list.
 *
 * | layer                 | parameters                          | multiply-accumulates per example |
 * | --------------------- | ----------------------------------- | -------------------------------- |
 * | dense N→M             | N·M + M                             | places·N·M                       |
 * | convolution C→D, K×K  | D·C·K²/groups + D                   | H'·W'·D·C·K²/groups              |
 * | transposed            | the same                            | H·W·D·C·K²/groups                |
 * | recurrent N→M         | (N + M)·M + b·M                     | steps·(N + M)·M                  |
 * | gru, lstm             | 3 and 4 times that                  | 3 and 4 times that               |
 * | attention, width d    | 4·d² + 4·d                          | tokens·(4·d² + 2·d·window)       |
 * | embedding, norm, …    | rows·width; 2·features; as stated   | 0                                |
 *
 * H', W' are the output's height and width, H, W the input's; b is the biases of a gate, 0, 1 or 2. A density scales
 * weights and operations. Source: Sevilla et al. 2022 (Epoch AI), the table of layers; Hochreiter and Schmidhuber 1997;
 * Cho et al. 2014.
 */
import { assertNever } from "../lib/assert-never.ts";
import type { Layer } from "./layer.ts";

export interface LayerCount {
  /** Linear maps, tables and norms. */
  readonly weights: number;
  readonly biases: number;
  /** FLOP of one forward pass over one example; one multiply-accumulate is two. */
  readonly forwardFlop: number;
}

/** What all repeats of a layer count; shared weights once. */
export function countLayer(layer: Layer): LayerCount {
  const one = once(layer);
  const repeats = layer.repeats ?? 1;
  const copies = layer.shared === true ? 1 : repeats;
  const density = layer.density ?? 1;
  return {
    // A density need not give a whole number of weights; weights are whole.
    weights: copies * Math.round(one.weights * density),
    biases: copies * one.biases,
    forwardFlop: repeats * one.forwardFlop * density,
  };
}

function once(layer: Layer): LayerCount {
  switch (layer.layer) {
    case "dense": {
      const weights = layer.inputs * layer.outputs;
      return {
        weights,
        biases: layer.bias === false ? 0 : layer.outputs,
        forwardFlop: 2 * (layer.places ?? 1) * weights,
      };
    }
    case "convolution":
      return convolution(layer, layer.output);
    case "transposedConvolution":
      return convolution(layer, layer.input);
    case "recurrent":
      return recurrent(layer, 1);
    case "gru":
      return recurrent(layer, 3);
    case "lstm":
      return recurrent(layer, 4);
    case "attention": {
      const { width, tokens } = layer;
      const weights = 4 * width * width;
      const seen = Math.min(layer.window ?? tokens, tokens);
      return {
        weights,
        biases: layer.bias === false ? 0 : 4 * width,
        forwardFlop: tokens * (2 * weights + 4 * width * seen),
      };
    }
    case "embedding":
      return { weights: layer.rows * layer.width, biases: 0, forwardFlop: 0 };
    case "norm":
      return { weights: layer.features, biases: layer.bias === false ? 0 : layer.features, forwardFlop: 0 };
    case "weights":
      return { weights: layer.parameters, biases: 0, forwardFlop: 0 };
    case "pooling":
    case "activation":
    case "dropout":
      return { weights: 0, biases: 0, forwardFlop: 0 };
    default:
      return assertNever(layer);
  }
}

type Extent = number | readonly [number, number];

const area = (extent: Extent): number => (typeof extent === "number" ? extent * extent : extent[0] * extent[1]);

function convolution(
  layer: {
    readonly channels: number;
    readonly filters: number;
    readonly kernel: Extent;
    readonly groups?: number | undefined;
    readonly bias?: boolean | undefined;
  },
  places: Extent,
): LayerCount {
  const weights = (layer.filters * layer.channels * area(layer.kernel)) / (layer.groups ?? 1);
  return { weights, biases: layer.bias === false ? 0 : layer.filters, forwardFlop: 2 * area(places) * weights };
}

/** Biases of a gate where the layer does not say: one, as the papers have it. */
const BIASES_OF_A_GATE = 1;

function recurrent(
  layer: {
    readonly inputs: number;
    readonly outputs: number;
    readonly steps?: number | undefined;
    readonly biases?: number | undefined;
  },
  gates: number,
): LayerCount {
  const weights = gates * (layer.inputs + layer.outputs) * layer.outputs;
  return {
    weights,
    biases: gates * (layer.biases ?? BIASES_OF_A_GATE) * layer.outputs,
    forwardFlop: 2 * (layer.steps ?? 1) * weights,
  };
}

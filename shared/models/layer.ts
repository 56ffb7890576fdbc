/** The layers of which a model that is no transformer is listed, as a plan writes them and as they are counted. */
import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";
import { boundedNumber } from "../ranges/quantity.ts";

const count = (what: string, max = 1e9) => boundedNumber({ min: 1, max, integer: true, what });
const atLeastZero = (what: string, max: number) => boundedNumber({ min: 0, max, integer: true, what });

/** One number for a square, two for height and width. */
const extent = (what: string) => z.union([count(what, 1e6), z.tuple([count(what, 1e6), count(what, 1e6)])]);

/** What every layer may say beside its own numbers. */
const common = {
  /** What the reader calls it: "third stage, first convolution". */
  name: z.string().min(1).max(200).optional(),
  /** How many such layers there are; 1 unless stated. */
  repeats: count("repeats", 100_000).optional(),
  /** The repeats have one set of weights: counted once, computed each time. */
  shared: z.boolean().optional(),
  /** Part of the connections that exist, of 1; weights and operations shrink by it, biases stay. */
  density: boundedNumber({ min: 0, exclusiveMin: true, max: 1, what: "part of the connections" }).optional(),
};

/** Biases of each gate of a recurrent layer: cuDNN and PyTorch have 2, most papers 1. */
const gateBiases = atLeastZero("biases of a gate", 2).optional();

const recurrentFields = {
  inputs: count("inputs"),
  outputs: count("outputs"),
  steps: count("steps of an example").optional(),
  biases: gateBiases,
  ...common,
};

const convolutionFields = {
  channels: count("channels that come in"),
  filters: count("channels that go out"),
  kernel: extent("kernel"),
  groups: count("groups").optional(),
  bias: z.boolean().optional(),
  ...common,
};

export const layerSchema = z.discriminatedUnion("layer", [
  strictObject({
    layer: z.literal("dense"),
    inputs: count("inputs"),
    outputs: count("outputs"),
    bias: z.boolean().optional(),
    /** Places of one example at which the same map is computed: patches, tokens; 1 unless stated. */
    places: count("places").optional(),
    ...common,
  }),
  strictObject({ layer: z.literal("convolution"), output: extent("output size"), ...convolutionFields }),
  strictObject({ layer: z.literal("transposedConvolution"), input: extent("input size"), ...convolutionFields }),
  strictObject({ layer: z.literal("recurrent"), ...recurrentFields }),
  strictObject({ layer: z.literal("gru"), ...recurrentFields }),
  strictObject({ layer: z.literal("lstm"), ...recurrentFields }),
  strictObject({
    layer: z.literal("attention"),
    width: count("width"),
    /** Tokens, or places, of one example. */
    tokens: count("tokens"),
    /** Tokens that one attends to; all unless stated. */
    window: count("tokens in the window").optional(),
    bias: z.boolean().optional(),
    ...common,
  }),
  strictObject({ layer: z.literal("embedding"), rows: count("rows"), width: count("width"), ...common }),
  /** A weight and a bias a feature (batch, layer or group norm). */
  strictObject({ layer: z.literal("norm"), features: count("features"), bias: z.boolean().optional(), ...common }),
  strictObject({ layer: z.literal("weights"), parameters: count("parameters", 1e15), ...common }),
  strictObject({ layer: z.literal("pooling"), ...common }),
  strictObject({ layer: z.literal("activation"), ...common }),
  strictObject({ layer: z.literal("dropout"), ...common }),
]);

export type Layer = z.infer<typeof layerSchema>;
export type LayerKind = Layer["layer"];

/** The names of the layers. */
export const LAYER_KINDS: readonly LayerKind[] = layerSchema.options.flatMap(({ shape }) => [...shape.layer.values]);

export const layerListSchema = z
  .array(layerSchema, { error: "Allowed: a list of layers" })
  .min(1, { error: "Allowed: at least one layer" })
  .max(1_000, { error: "Allowed: at most 1,000 layers, equal ones as repeats" });

/** Published models that are no transformers, as lists of layers: what a plan of the kind starts from. */
import type { Layer } from "../layer.ts";

export interface LayerListTemplate {
  readonly id: string;
  readonly title: string;
  /** What one example is: what the counts are of. */
  readonly example: string;
  readonly source: string;
  readonly list: readonly Layer[];
}

/** Krizhevsky's net as torchvision has it: one column, 61,100,840 parameters, 714,188,480 multiply-accumulates. */
const alexNet: LayerListTemplate = {
  id: "alexnet",
  title: "AlexNet",
  example: "an image of 224 pixels",
  source: "Krizhevsky 2014, arXiv:1404.5997, as torchvision has it",
  list: [
    { layer: "convolution", channels: 3, filters: 64, kernel: 11, output: 55 },
    { layer: "convolution", channels: 64, filters: 192, kernel: 5, output: 27 },
    { layer: "convolution", channels: 192, filters: 384, kernel: 3, output: 13 },
    { layer: "convolution", channels: 384, filters: 256, kernel: 3, output: 13 },
    { layer: "convolution", channels: 256, filters: 256, kernel: 3, output: 13 },
    { layer: "pooling", name: "pooling after the first, second and fifth", repeats: 3 },
    { layer: "dense", inputs: 9_216, outputs: 4_096 },
    { layer: "dense", inputs: 4_096, outputs: 4_096 },
    { layer: "dense", inputs: 4_096, outputs: 1_000, name: "classes" },
  ],
};

/** A stage of bottleneck blocks: `blocks` of them, of which the first halves the image unless it is the first stage. */
function bottlenecks(stage: number, blocks: number, channelsIn: number, width: number, output: number): Layer[] {
  const out = 4 * width;
  const before = stage === 1 ? output : 2 * output;
  const named = (part: string) => `stage ${stage}, ${part}`;
  const narrow: Layer[] = [
    {
      layer: "convolution",
      channels: channelsIn,
      filters: width,
      kernel: 1,
      output: before,
      bias: false,
      name: named("into the first block"),
    },
    {
      layer: "convolution",
      channels: out,
      filters: width,
      kernel: 1,
      output,
      bias: false,
      repeats: blocks - 1,
      name: named("into the others"),
    },
  ];
  return [
    ...narrow,
    { layer: "convolution", channels: width, filters: width, kernel: 3, output, bias: false, repeats: blocks },
    { layer: "convolution", channels: width, filters: out, kernel: 1, output, bias: false, repeats: blocks },
    {
      layer: "convolution",
      channels: channelsIn,
      filters: out,
      kernel: 1,
      output,
      bias: false,
      name: named("shortcut"),
    },
    { layer: "norm", features: width, repeats: 2 * blocks },
    { layer: "norm", features: out, repeats: blocks + 1 },
  ];
}

/** 25,557,032 parameters, 4,089,184,256 multiply-accumulates; the stride is in the 3 × 3 convolutions. */
const resNet50: LayerListTemplate = {
  id: "resnet-50",
  title: "ResNet-50",
  example: "an image of 224 pixels",
  source: "He et al. 2016, arXiv:1512.03385, as torchvision has it",
  list: [
    { layer: "convolution", channels: 3, filters: 64, kernel: 7, output: 112, bias: false, name: "stem" },
    { layer: "norm", features: 64 },
    { layer: "pooling" },
    ...bottlenecks(1, 3, 64, 64, 56),
    ...bottlenecks(2, 4, 256, 128, 28),
    ...bottlenecks(3, 6, 512, 256, 14),
    ...bottlenecks(4, 3, 1_024, 512, 7),
    { layer: "pooling" },
    { layer: "dense", inputs: 2_048, outputs: 1_000, name: "classes" },
  ],
};

/** The medium model of Zaremba et al., one bias a gate: 19,775,200 parameters. */
const lstmLanguageModel: LayerListTemplate = {
  id: "lstm-language-model",
  title: "LSTM language model",
  example: "a text of 35 words",
  source: "Zaremba et al. 2014, arXiv:1409.2329, the medium model; one bias a gate",
  list: [
    { layer: "embedding", rows: 10_000, width: 650 },
    { layer: "dropout", repeats: 3 },
    { layer: "lstm", inputs: 650, outputs: 650, steps: 35, biases: 1, repeats: 2 },
    { layer: "dense", inputs: 650, outputs: 10_000, places: 35, name: "words" },
  ],
};

/** Two convolutions of 3 × 3 with a norm each, at one size of the image. */
function doubled(channels: number, filters: number, output: number, name: string): Layer[] {
  return [
    { layer: "convolution", channels, filters, kernel: 3, output, bias: false, name: `${name}, first` },
    { layer: "convolution", channels: filters, filters, kernel: 3, output, bias: false, name: `${name}, second` },
    { layer: "norm", features: filters, repeats: 2 },
  ];
}

const up = (channels: number, input: number): Layer => ({
  layer: "transposedConvolution",
  channels,
  filters: channels / 2,
  kernel: 2,
  input,
});

/** The U-Net that is trained most: padded, with batch norms and 3 channels, 2 classes: 31,037,698 parameters. */
const uNet: LayerListTemplate = {
  id: "u-net",
  title: "U-Net",
  example: "an image of 512 pixels",
  source: "Ronneberger et al. 2015, arXiv:1505.04597; padded and with batch norms, as Pytorch-UNet has it",
  list: [
    ...doubled(3, 64, 512, "down 1"),
    ...doubled(64, 128, 256, "down 2"),
    ...doubled(128, 256, 128, "down 3"),
    ...doubled(256, 512, 64, "down 4"),
    ...doubled(512, 1_024, 32, "bottom"),
    { layer: "pooling", repeats: 4 },
    up(1_024, 32),
    ...doubled(1_024, 512, 64, "up 4"),
    up(512, 64),
    ...doubled(512, 256, 128, "up 3"),
    up(256, 128),
    ...doubled(256, 128, 256, "up 2"),
    up(128, 256),
    ...doubled(128, 64, 512, "up 1"),
    { layer: "convolution", channels: 64, filters: 2, kernel: 1, output: 512, name: "classes" },
  ],
};

/** Mixer-B/16: 59,880,472 parameters. */
const mlpMixer: LayerListTemplate = {
  id: "mlp-mixer",
  title: "MLP-Mixer B/16",
  example: "an image of 224 pixels",
  source: "Tolstikhin et al. 2021, arXiv:2105.01601",
  list: [
    { layer: "convolution", channels: 3, filters: 768, kernel: 16, output: 14, name: "patches" },
    { layer: "norm", features: 768, repeats: 25 },
    { layer: "dense", inputs: 196, outputs: 384, places: 768, repeats: 12, name: "mixing of patches, in" },
    { layer: "dense", inputs: 384, outputs: 196, places: 768, repeats: 12, name: "mixing of patches, out" },
    { layer: "dense", inputs: 768, outputs: 3_072, places: 196, repeats: 12, name: "mixing of channels, in" },
    { layer: "dense", inputs: 3_072, outputs: 768, places: 196, repeats: 12, name: "mixing of channels, out" },
    { layer: "dense", inputs: 768, outputs: 1_000, name: "classes" },
  ],
};

export const LAYER_LIST_TEMPLATES: readonly LayerListTemplate[] = [
  alexNet,
  resNet50,
  lstmLanguageModel,
  uNet,
  mlpMixer,
];

/** What the picture of a model shows: its parts in the order that a token passes them, with their sizes and counts. Pure. */
import { attentionBlocks, denseBlocks } from "../../../../shared/models/blocks.ts";
import { countParameters } from "../../../../shared/models/count-parameters.ts";
import type { TransformerShape } from "../../../../shared/models/shape.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../../shared/units/format/readable.ts";

export interface DiagramBox {
  readonly title: string;
  /** Its sizes, a line each. */
  readonly lines: readonly string[];
  readonly parameters: number;
}

export interface DiagramGroup {
  /** "32 ×" and what is repeated; null for what stands once. */
  readonly repeats: string | null;
  readonly boxes: readonly DiagramBox[];
}

/** The parts of `shape`; small weights (norms, biases) are part of what they belong to only in the total. */
export function diagramOf(shape: TransformerShape): DiagramGroup[] {
  const { parts } = countParameters(shape);
  const { encoder, layers, mixture, stateSpace } = shape;
  const attending = attentionBlocks(shape);
  const dense = denseBlocks(shape);
  const attention = parts.queries + parts.keys + parts.values + parts.attentionOutput;
  const blocks: DiagramBox[] = [
    ...(attending === 0
      ? []
      : [{ title: inSome("Attention", attending, layers), lines: attentionLines(shape), parameters: attention }]),
    ...(encoder === null
      ? []
      : [{ title: "To the encoder", lines: ["cross-attention"], parameters: parts.crossAttention }]),
    ...(stateSpace === null
      ? []
      : [
          {
            title: inSome(stateSpace.version === "mamba" ? "Mamba" : "Mamba-2", stateSpace.layers, layers),
            lines: [`inner ${exact(stateSpace.inner)}`, `states of ${exact(stateSpace.stateSize)}`],
            parameters: parts.stateSpace,
          },
        ]),
    ...(dense === 0
      ? []
      : [
          {
            title: inSome("Feed-forward", dense, layers),
            lines: [`${exact(shape.feedForward)} wide`, shape.gated ? "gated" : "two matrices"],
            parameters: parts.feedForward,
          },
        ]),
    ...(mixture === null
      ? []
      : [
          {
            title: inSome("Experts", mixture.layers, layers),
            lines: [
              `${exact(mixture.expertsPerToken)} of ${exact(mixture.experts)} for a token, ${exact(mixture.expertFeedForward)} wide`,
              ...(mixture.sharedExperts === 0
                ? []
                : [`${exact(mixture.sharedExperts)} shared, ${exact(mixture.sharedExpertFeedForward)} wide`]),
            ],
            parameters: parts.experts + parts.sharedExperts + parts.router,
          },
        ]),
  ];
  const repeated = encoder === null ? `${exact(layers)} ×` : `${exact(encoder.layers)} + ${exact(layers)} ×`;
  return [
    { repeats: null, boxes: [firstBox(shape)] },
    { repeats: repeated, boxes: blocks },
    { repeats: null, boxes: lastBox(shape) },
  ].filter(({ boxes }) => boxes.length > 0);
}

const inSome = (title: string, blocks: number, layers: number): string =>
  blocks === layers ? title : `${title} in ${exact(blocks)}`;

function attentionLines({ heads, headSize, keyValueHeads, latent, window, globalLayers }: TransformerShape): string[] {
  const size = `${exact(heads)} heads of ${exact(headSize)}`;
  const keys =
    latent === null
      ? keyValueHeads === heads
        ? []
        : [keyValueHeads === 1 ? "1 key and value" : `${exact(keyValueHeads)} keys and values`]
      : [`latent, rank ${exact(latent.keyValueRank)}`];
  const without = globalLayers === 0 ? "" : `, not in ${exact(globalLayers)}`;
  return [size, ...keys, ...(window === null ? [] : [`window ${exact(window)}${without}`])];
}

function firstBox(shape: TransformerShape): DiagramBox {
  const { parts } = countParameters(shape);
  const { image, vocabulary, embeddingWidth, width } = shape;
  if (image === null) {
    return {
      title: "Embedding",
      lines: [`${exact(vocabulary)} × ${exact(embeddingWidth)}`],
      parameters: parts.embedding + parts.positions + parts.projections,
    };
  }
  return {
    title: "Patches",
    lines: [`${exact(image.patchSize)} × ${exact(image.patchSize)} → ${exact(width)}`],
    parameters: parts.patches + parts.positions,
  };
}

function lastBox(shape: TransformerShape): DiagramBox[] {
  const { parts } = countParameters(shape);
  const { head, classes, vocabulary, tiedEmbeddings } = shape;
  const parameters = parts.output + parts.head;
  switch (head) {
    case "none":
      return shape.pooler ? [{ title: "Pooler", lines: [exact(shape.width)], parameters }] : [];
    case "classes":
      return [{ title: "Classes", lines: [exact(classes)], parameters }];
    default:
      return [{ title: "Logits", lines: [exact(vocabulary), ...(tiedEmbeddings ? ["tied"] : [])], parameters }];
  }
}

/** The picture as one sentence, for those who do not see it. */
export function diagramWords(groups: readonly DiagramGroup[]): string {
  const said = groups.map(({ repeats, boxes }) => {
    const parts = boxes.map(
      ({ title, lines, parameters }) => `${title} (${[...lines, amount(parameters)].join(", ")})`,
    );
    return repeats === null ? parts.join(", ") : `${repeats} [${parts.join(", ")}]`;
  });
  return said.join(", then ");
}

/** "134 M parameters"; "no parameters". */
export const amount = (parameters: number): string =>
  parameters === 0
    ? "no parameters"
    : `${parameters < 1_000 ? exact(parameters) : readableText(readable(parameters))} parameters`;

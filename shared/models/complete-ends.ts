/** What stands before the first block and after the last: tables, positions, images, heads and norms. */
import { MODEL_DEFAULTS, type ModelFields, type ShapeFault } from "./model-fields.ts";
import { refuseFields } from "./refuse-fields.ts";
import type { Head, ImageInput, TransformerShape } from "./shape.ts";

const IMAGE_FIELDS = ["patchSize", "channels", "classToken"] as const;
const TOKEN_FIELDS = ["vocabulary", "tiedEmbeddings", "embeddingWidth", "tokenTypes", "predictionHeads"] as const;

/** The images that a model takes; null for a model of tokens. */
export function resolveImage(fields: ModelFields, faults: ShapeFault[]): ImageInput | null {
  const imageSize = fields.imageSize ?? null;
  if (imageSize === null) {
    if (fields.imageSize === null) return null;
    refuseFields(fields, IMAGE_FIELDS, "no FIELD, or an imageSize", "a model of images, which imageSize makes", faults);
    return null;
  }
  refuseFields(
    fields,
    TOKEN_FIELDS,
    "no FIELD, or no imageSize",
    "a model of tokens, and imageSize makes it one of images",
    faults,
  );
  const patchSize = fields.patchSize;
  if (patchSize === undefined || imageSize % patchSize !== 0) {
    faults.push({
      field: "patchSize",
      value: patchSize,
      allowed: `a divisor of imageSize, which is ${imageSize}`,
      message:
        patchSize === undefined
          ? "patchSize is missing"
          : `imageSize ${imageSize} divided by patchSize ${patchSize} gives no whole number of patches`,
    });
  }
  return {
    imageSize,
    patchSize: patchSize ?? imageSize,
    channels: fields.channels ?? MODEL_DEFAULTS.channels.value,
    classToken: fields.classToken ?? MODEL_DEFAULTS.classToken.value,
  };
}

/** Patches of an image, and the class token where there is one: ViT at 224 pixels and patches of 16 has 197. */
export function tokensOfImage({ imageSize, patchSize, classToken }: ImageInput): number {
  return (imageSize / patchSize) ** 2 + (classToken ? 1 : 0);
}

/** The scheme of positions; a model of images has a row for each of its tokens unless more are stated. */
export function resolvePositions(
  fields: ModelFields,
  image: ImageInput | null,
  faults: ShapeFault[],
): Pick<TransformerShape, "positions" | "maxPositions" | "positionBuckets"> {
  const positions = fields.positions ?? (image === null ? MODEL_DEFAULTS.positions.value : "learned");
  const maxPositions = fields.maxPositions ?? (image === null ? null : tokensOfImage(image));
  if (positions === "learned" && maxPositions === null) {
    faults.push({
      field: "maxPositions",
      value: fields.maxPositions,
      allowed: "the number of rows of the position table",
      message: "positions are learned, so maxPositions must say how many there are",
    });
  }
  if (positions !== "relative") {
    refuseFields(
      fields,
      ["positionBuckets"],
      "no FIELD, or positions: relative",
      `relative positions, and positions are ${positions}`,
      faults,
    );
  }
  const buckets = fields.positionBuckets ?? MODEL_DEFAULTS.positionBuckets.value;
  return { positions, maxPositions, positionBuckets: positions === "relative" ? buckets : 0 };
}

/** What stands on the last block. */
export function resolveHead(
  fields: ModelFields,
  image: ImageInput | null,
  faults: ShapeFault[],
): Pick<TransformerShape, "head" | "classes" | "outputBias" | "pooler"> {
  const withoutWord: Head = image === null ? "logits" : "none";
  const head = fields.head ?? (fields.classes === undefined ? withoutWord : "classes");
  if (head === "classes" && fields.classes === undefined) {
    faults.push({
      field: "classes",
      value: undefined,
      allowed: "the number of classes",
      message: "classes is missing",
    });
  }
  if (head !== "classes" && fields.classes !== undefined) {
    faults.push({
      field: "classes",
      value: fields.classes,
      allowed: "no classes, or head: classes",
      message: `classes belongs to a head of classes, and head is ${head}`,
    });
  }
  if (image !== null && (head === "logits" || head === "masked")) {
    faults.push({
      field: "head",
      value: head,
      allowed: "classes or none",
      message: `head ${head} is over a vocabulary, and the model takes images`,
    });
  }
  if (head === "none") {
    refuseFields(fields, ["outputBias"], "no FIELD, or a head", "a head, and head is none", faults);
  }
  return {
    head,
    classes: fields.classes ?? 0,
    outputBias: fields.outputBias ?? (head === "masked" || head === "classes"),
    pooler: fields.pooler ?? MODEL_DEFAULTS.pooler.value,
  };
}

/** The norms over the width. */
export function resolveNorms(
  fields: ModelFields,
  faults: ShapeFault[],
): Pick<TransformerShape, "norm" | "normBias" | "normsPerBlock" | "finalNorm" | "embeddingNorm" | "parallel"> {
  const norm = fields.norm ?? MODEL_DEFAULTS.norm.value;
  if (norm === "none" && fields.normBias === true) {
    faults.push({
      field: "normBias",
      value: true,
      allowed: "false, or a norm of rms or layer",
      message: "normBias is true but norm is none, so there is no norm to have a bias",
    });
  }
  const parallel = fields.parallel ?? MODEL_DEFAULTS.parallel.value;
  return {
    norm,
    normBias: fields.normBias ?? norm === "layer",
    normsPerBlock: fields.normsPerBlock ?? (parallel ? 1 : 2),
    finalNorm: fields.finalNorm ?? norm !== "none",
    embeddingNorm: fields.embeddingNorm ?? MODEL_DEFAULTS.embeddingNorm.value,
    parallel,
  };
}

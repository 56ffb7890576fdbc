/** Assumptions about what of a model is beyond dense blocks of attention and feed-forward. */
import type { TransformerShape } from "../../models/shape.ts";
import { counted } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import type { SheetContext } from "../context.ts";
import type { RichText } from "../sheet.ts";
import { capital, listed, numberWord } from "../text/words.ts";

/** With more models of one make than these only their number is told. */
const MOST_NAMED = 4;

type Part = (shape: TransformerShape) => string | null;

/** One sentence for each thing that a model has and a dense decoder has not; models that have it alike share it. */
export function architectureAssumptions({ plan }: SheetContext): RichText[] {
  const shapes = plan.models.flatMap(({ label, shape }) => (shape.kind === "transformer" ? [{ label, shape }] : []));
  return PARTS.flatMap((part) => {
    const byText = new Map<string, string[]>();
    for (const { label, shape } of shapes) {
      const text = part(shape);
      if (text !== null) byText.set(text, [...(byText.get(text) ?? []), `“${label}”`]);
    }
    return [...byText].map(([text, labels]): RichText => {
      const all = labels.length === plan.models.length;
      return [`${all ? "" : `${namesOf(labels)}: `}${all ? capital(text) : text}.`];
    });
  });
}

const namesOf = (labels: readonly string[]): string =>
  labels.length > MOST_NAMED ? `${capital(numberWord(labels.length))} models` : listed(labels);

const mixture: Part = ({ mixture: it, layers }) => {
  if (it === null) return null;
  const where = it.layers === layers ? "every block" : `${counted(it.layers, "block")} of ${exact(layers)}`;
  const shared =
    it.sharedExperts === 0
      ? ""
      : ` and ${counted(it.sharedExperts, "shared expert")} of ${exact(it.sharedExpertFeedForward)}`;
  return `a token passes ${exact(it.expertsPerToken)} of ${exact(it.experts)} experts of ${exact(it.expertFeedForward)}${shared} in ${where}; operations and N of 6·N count only these, the router is counted`;
};

const latent: Part = ({ latent: it }) => {
  if (it === null) return null;
  const queries = it.queryRank === null ? "" : `, queries through ${exact(it.queryRank)}`;
  return `keys and values go through ${exact(it.keyValueRank)} numbers a token${queries}; heads of ${exact(it.nopeHeadSize)} + ${exact(it.ropeHeadSize)}, values of ${exact(it.valueHeadSize)}`;
};

const stateSpace: Part = ({ stateSpace: it, layers }) => {
  if (it === null) return null;
  const name = it.version === "mamba" ? "Mamba" : "Mamba-2";
  const others =
    it.layers === layers ? "" : ` in ${exact(it.layers)} of ${exact(layers)} blocks, attention in the others`;
  return `state-space layers as published for ${name}, states of ${exact(it.stateSize)}${others}; their scan is counted, too`;
};

const encoder: Part = ({ encoder: it, layers }) => {
  if (it === null) return null;
  const source = it.sequence === null ? "as long as the target" : `of ${counted(it.sequence, "token")}`;
  return `an encoder of ${counted(it.layers, "layer")} beside a decoder of ${exact(layers)}; items are tokens of the target, the source is ${source}`;
};

const image: Part = ({ image: it }) =>
  it === null
    ? null
    : `an example is an image of ${exact(it.imageSize)} pixels in patches of ${exact(it.patchSize)}${it.classToken ? ", and a class token" : ""}`;

const sharedLayers: Part = ({ uniqueLayers, layers }) =>
  uniqueLayers === layers
    ? null
    : `${exact(layers)} layers share the weights of ${exact(uniqueLayers)}, counted once and computed each time`;

const furtherTokens: Part = (shape) =>
  shape.predictionHeads === 0
    ? null
    : `${counted(shape.predictionHeads, "block")} that ${shape.predictionHeads === 1 ? "predicts" : "predict"} further tokens ${shape.predictionHeads === 1 ? "is" : "are"} in neither parameters nor operations`;

const globalLayers: Part = ({ window, globalLayers: without }) =>
  window === null || without === 0
    ? null
    : `${counted(without, "layer")} ${without === 1 ? "attends" : "attend"} without the window of ${counted(window, "token")}`;

const PARTS: readonly Part[] = [mixture, latent, globalLayers, stateSpace, encoder, image, sharedLayers, furtherTokens];

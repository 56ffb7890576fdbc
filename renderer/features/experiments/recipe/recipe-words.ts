/** A model, a training and a card in words, from what the levels of the plan state of them; anything may stand there. Pure. */
import { MODEL_DEFAULTS } from "../../../../shared/models/model-fields.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { DEFAULT_RUN_KIND, isFieldOf, RUN_KIND_WORDS } from "../../../../shared/training/run-kind.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { readable, readableText, readableUnit } from "../../../../shared/units/format/readable.ts";
import { scientificText } from "../../../../shared/units/format/significant.ts";
import { fieldText, treeItems, treeValue } from "../../../fields/tree-value.ts";
import { type Count, countOf } from "../sweep/run-count.ts";
import { kindIn } from "./run-kind.ts";

/** "Decoder, 8 layers, heads of 128, feed-forward 4 × width". */
export function modelWords(model: Merged): string {
  const get = (field: string): unknown => model[field]?.value;
  if (get("kind") === "layers") {
    const layers = get("list");
    return Array.isArray(layers) ? `List of ${counted(layers.length, "layer")}` : "layers not listed yet";
  }
  if (get("kind") === "stated") {
    return [
      get("parameters") === undefined ? "counts not stated yet" : `${number(get("parameters"))} parameters`,
      ...(get("forwardFlopPerExample") === undefined
        ? []
        : [`${number(get("forwardFlopPerExample"))} FLOP a forward pass`]),
    ].join(", ");
  }
  const stated = (field: string, words: (value: string) => string): string[] =>
    get(field) === undefined || get(field) === null ? [] : [words(number(get(field)))];
  const parts = [
    whatItIs(get),
    ...stated("layers", (layers) => `${layers} ${layers === "1" ? "layer" : "layers"}`),
    ...stated("width", (width) => `width ${width}`),
    ...stated("heads", (heads) => `${heads} ${heads === "1" ? "head" : "heads"}`),
    ...stated("headSize", (size) => `heads of ${size}`),
    ...stated("keyValueHeads", (heads) => `${heads} key/value heads`),
    get("feedForward") === undefined
      ? `feed-forward ${number(get("feedForwardRatio") ?? MODEL_DEFAULTS.feedForwardRatio.value)} × width`
      : `feed-forward ${number(get("feedForward"))}`,
    ...(get("gated") === true ? ["gated"] : []),
    ...stated("window", (window) => `window ${window}`),
    ...stated("experts", (experts) => `${number(get("expertsPerToken"))} of ${experts} experts`),
    ...stated("keyValueRank", (rank) => `latent attention of rank ${rank}`),
    ...stated("imageSize", (size) => `images of ${size}`),
  ];
  return parts.join(", ");
}

function whatItIs(get: (field: string) => unknown): string {
  if ((get("encoderLayers") ?? null) !== null) return "Encoder-decoder";
  if ((get("imageSize") ?? null) !== null) return "Vision transformer";
  if ((get("stateSpace") ?? null) !== null) return "State-space model";
  return get("mask") === "full" ? "Encoder" : "Decoder";
}

/** Tokens of one run, least and most; null where there are no figures yet. */
export type Items = { readonly from: number; readonly to: number } | null;

/** "50,000 steps × 256 × 512 = 6.55 × 10⁹ tokens"; what follows from the model is taken from `items`. */
export function trainingWords(tree: unknown, training: Merged, isStatedModel: boolean, items: Items): string {
  const kind = kindIn(training);
  const length = lengthWords(tree, training, isStatedModel, items);
  return kind === DEFAULT_RUN_KIND ? length : `${capital(RUN_KIND_WORDS[kind])}${ofKind(training)}, ${length}`;
}

/** " of rank 16": what tells a kind of work from the same with other numbers. */
function ofKind(training: Merged): string {
  const rank = training.loraRank?.value;
  const teacher = training.teacherParameters?.value;
  if (isFieldOf("loraRank", kindIn(training)) && rank !== undefined) return ` of rank ${number(rank)}`;
  const hasTeacher = isFieldOf("teacherParameters", kindIn(training)) && typeof teacher === "number";
  return hasTeacher ? ` from ${number(teacher)} parameters` : "";
}

function lengthWords(tree: unknown, training: Merged, isStatedModel: boolean, items: Items): string {
  const get = (field: string): unknown => training[field]?.value;
  const what = isStatedModel ? "examples" : "tokens";
  const comes = items === null ? "" : ` = ${amounts(items)} ${what}`;
  const sequence = get("sequence") === undefined || isStatedModel ? "" : `, sequences of ${number(get("sequence"))}`;
  if (get("steps") !== undefined) {
    const factors = [get("batch"), ...(isStatedModel ? [] : [get("sequence")])];
    const steps = `${quantity(tree, get("steps"))} steps`;
    if (factors.includes(undefined)) return steps;
    return [steps, ...factors.map(number)].join(" × ") + comes;
  }
  if (get("hours") !== undefined) {
    const hours = `${quantity(tree, get("hours"))} h`;
    return get("cards") === undefined
      ? hours
      : `${hours} on ${number(get("cards"))} ${get("cards") === 1 ? "card" : "cards"}`;
  }
  if (get("requests") !== undefined) return `${quantity(tree, get("requests"))} requests${comes}`;
  if (get("tokens") !== undefined) return `${quantity(tree, get("tokens"))} tokens${sequence}`;
  if (get("epochs") !== undefined) {
    const passes = `${quantity(tree, get("epochs"))} epochs`;
    return get("examples") === undefined
      ? passes
      : `${passes} of ${quantity(tree, get("examples"))} examples${sequence}${comes}`;
  }
  if (get("tokensPerParameter") !== undefined) {
    const ratio = quantity(tree, treeValue(get("tokensPerParameter"), ["ratio"]));
    return `${ratio} tokens per parameter${sequence}${comes}`;
  }
  return "length not stated yet";
}

/** "h100-sxm, bf16, 350 TFLOP/s". */
export function hardwareWords(tree: unknown, hardware: Merged, cardName: (id: string) => string): string {
  const get = (field: string): unknown => hardware[field]?.value;
  const card = get("accelerator");
  const name = typeof card === "string" ? cardName(card) : fieldText(treeValue(card, ["name"]));
  const achieved = countOf(tree, get("achieved"));
  const utilisation = countOf(tree, get("utilisation"));
  const pilot = pilotWords(tree, get("measured"));
  const byWidth = treeItems(get("utilisation"), ["byWidth"]).length;
  return [
    name === "" ? "card not stated yet" : name,
    ...(get("format") === undefined ? [] : [fieldText(get("format"))]),
    ...(achieved === null ? [] : [range(achieved, (speed) => readableText(readableUnit(speed)), "FLOP/s")]),
    ...(utilisation === null
      ? []
      : [`${range(utilisation, (share) => exact(Number((share * 100).toPrecision(6))), "%")} of peak`]),
    ...(byWidth === 0 ? [] : [`utilisation by ${byWidth} widths`]),
    ...pilot,
  ].join(", ");
}

/** "3,400 tokens a second measured", "a step of 2.1 s measured". */
function pilotWords(tree: unknown, measured: unknown): string[] {
  const [tokens, seconds] = [treeValue(measured, ["tokensPerSecondPerCard"]), treeValue(measured, ["secondsPerStep"])];
  if (tokens !== undefined) return [`${quantity(tree, tokens)} tokens a second measured`];
  return seconds === undefined ? [] : [`a step of ${number(seconds)} s measured`];
}

/** A number as a person reads it; what is none, as it was typed. */
function number(value: unknown): string {
  if (typeof value !== "number") return fieldText(value);
  return Math.abs(value) >= 1e7 ? readableText(readable(value)) : exact(value);
}

function quantity(tree: unknown, value: unknown): string {
  const count = countOf(tree, value);
  return count === null ? fieldText(treeValue(value, ["likely"]) ?? value) : range(count, number, "");
}

function range({ low, likely, high }: Count, words: (value: number) => string, unit: string): string {
  const text = low === high ? words(likely) : `${words(low)} to ${words(high)}`;
  if (unit === "") return text;
  // A prefix of the unit stands beside it: "350 TFLOP/s".
  return unit === "FLOP/s" && / \S$/.test(text) ? text + unit : `${text} ${unit}`;
}

const amounts = ({ from, to }: { readonly from: number; readonly to: number }): string =>
  from === to ? scientific(from) : `${scientific(from)} to ${scientific(to)}`;

const scientific = (value: number): string => (value < 1e6 ? exact(value) : scientificText(value));

/** Which way of splitting the plan's cost its chart shows: by the models, or by the axis along which it differs most. */
import { byAxis, byModel, namedAxes, withoutModel } from "../../estimate/breakdown.ts";
import type { Figure } from "../../estimate/figure.ts";
import type { Totals } from "../../estimate/types.ts";
import { exact } from "../../units/format/exact.ts";
import { type Figures, shareOf } from "../context.ts";
import { identityOf, type ShapeNumber } from "../model-identity.ts";
import type { Part, Wording } from "./finding.ts";

export interface AxisPart extends Part {
  readonly totals: Totals;
  readonly figure: Figure | null;
}

export interface MainAxis {
  /** "model width": what stands under the bars. */
  readonly title: string;
  /** In the outline: "cost by width". */
  readonly name: string;
  readonly parts: readonly AxisPart[];
  readonly wording: Wording;
  /** True when every part is one row of the models' table. */
  readonly isByModel: boolean;
}

/**
 * The models where the plan has several: by their names, or by the number in which their cost differs most. Else the
 * axis whose values differ most in cost; null where nothing differs.
 */
export function mainAxis(figures: Figures): MainAxis | null {
  const { plan } = figures;
  if (plan.models.length > 1) {
    const { named, telling } = identityOf(plan.models);
    if (named) return modelsByName(figures);
    return widest(
      telling.map((field) => modelNumber(figures, field)),
      CLEARLY,
    );
  }
  const axes = namedAxes(plan).map((name) => planAxis(figures, name));
  const found = widest(axes.filter((axis) => coverageOf(axis) >= LEAST_COVERAGE));
  return found === null || spreadOf(found) < LEAST_SPREAD ? null : found;
}

/** An axis that less than half of the cost has any part in says little about the plan. */
const LEAST_COVERAGE = 0.5;

/** Share of the whole that lies on an axis of more than one value. */
function coverageOf({ parts }: MainAxis): number {
  const onAxis = parts.filter((part) => part.onAxis);
  return onAxis.length < 2 ? 0 : onAxis.reduce((sum, part) => sum + part.share, 0);
}

/** An axis whose values cost the same to a tenth of a per cent says nothing. */
const LEAST_SPREAD = 0.001;

function spreadOf({ parts }: MainAxis): number {
  const shares = parts.flatMap((part) => (part.onAxis ? [part.share] : []));
  return Math.max(...shares) - Math.min(...shares);
}

/** The numbers of a model come by how much they tell: one that tells less has to spread the cost so much more. */
const CLEARLY = 1.25;

/** The axis along which the cost differs most; of two that differ by less than the factor `by`, the first. */
function widest(axes: readonly MainAxis[], by = 1 + 1e-9): MainAxis | null {
  let best: MainAxis | null = null;
  for (const axis of axes) if (best === null || spreadOf(axis) > spreadOf(best) * by) best = axis;
  return best;
}

function modelsByName(figures: Figures): MainAxis {
  const { plan, estimate, counts } = figures;
  const without = withoutModel(plan, estimate);
  const rest: AxisPart[] =
    without === null
      ? []
      : [{ label: "rest", share: shareOf(figures, without), size: null, onAxis: false, totals: without, figure: null }];
  const parts = byModel(plan, estimate).map(
    ({ model, totals }): AxisPart => ({
      label: plan.models[model]?.label ?? "",
      share: shareOf(figures, totals),
      size: counts[model]?.total ?? null,
      onAxis: true,
      totals,
      figure: figures.basis.measure === "cost" ? { of: "model", model, measure: "cost" } : null,
    }),
  );
  return {
    title: "model",
    name: "model",
    parts: [...parts, ...rest],
    wording: {
      one: (label) => `the model “${label}”`,
      label: (label) => `“${label}”`,
      before: "models ",
      many: "models",
      largest: "the largest model",
      smallest: "the smallest model",
    },
    isByModel: true,
  };
}

const MODEL_WORDS: Readonly<Record<ShapeNumber, Omit<Wording, "one" | "label"> & { readonly noun: string }>> = {
  width: {
    noun: "width",
    before: "widths ",
    many: "widths",
    largest: "the largest width",
    smallest: "the smallest width",
  },
  heads: {
    noun: "number of heads",
    before: "head counts ",
    many: "numbers of heads",
    largest: "the largest number of heads",
    smallest: "the smallest number of heads",
  },
  layers: {
    noun: "depth",
    before: "depths ",
    many: "depths",
    largest: "the deepest model",
    smallest: "the shallowest model",
  },
  headSize: {
    noun: "head size",
    before: "head sizes ",
    many: "head sizes",
    largest: "the largest head size",
    smallest: "the smallest head size",
  },
  keyValueHeads: {
    noun: "number of key/value heads",
    before: "key/value head counts ",
    many: "numbers of key/value heads",
    largest: "the largest number of key/value heads",
    smallest: "the smallest number of key/value heads",
  },
  feedForward: {
    noun: "feed-forward width",
    before: "feed-forward widths ",
    many: "feed-forward widths",
    largest: "the widest feed-forward",
    smallest: "the narrowest feed-forward",
  },
  vocabulary: {
    noun: "vocabulary",
    before: "vocabularies ",
    many: "vocabularies",
    largest: "the largest vocabulary",
    smallest: "the smallest vocabulary",
  },
};

function modelNumber(figures: Figures, field: ShapeNumber): MainAxis {
  const { noun, ...words } = MODEL_WORDS[field];
  const axis = alongAxis(figures, `model.${field}`, {
    one: (label) => `${noun} ${label}`,
    label: asIs,
    ...words,
  });
  const isByModel = axis.parts.length === figures.plan.models.length;
  return { ...axis, title: noun.startsWith("number") ? noun : `model ${noun}`, name: noun, isByModel };
}

function planAxis(figures: Figures, name: string): MainAxis {
  const noun = wordsOf(name);
  const listsNumbers = byAxis(figures.plan, figures.estimate, name).every(
    ({ value }) => value === null || isNumber(value),
  );
  const wording: Wording = listsNumbers
    ? {
        one: (label) => `${noun} ${label}`,
        label: asIs,
        before: `${noun} `,
        many: `values of ${noun}`,
        largest: `the largest ${noun}`,
        smallest: `the smallest ${noun}`,
      }
    : { one: asIs, label: asIs, before: "", many: `values of ${noun}`, largest: null, smallest: null };
  return { ...alongAxis(figures, name, wording), title: noun, name: noun, isByModel: false };
}

function alongAxis(figures: Figures, name: string, wording: Wording): Pick<MainAxis, "parts" | "wording"> {
  const { plan, estimate, basis } = figures;
  const parts = byAxis(plan, estimate, name).map(
    ({ value, totals }): AxisPart => ({
      label: value === null ? "rest" : isNumber(value) ? exact(Number(value)) : value,
      share: shareOf(figures, totals),
      size: value !== null && isNumber(value) ? Number(value) : null,
      onAxis: value !== null,
      totals,
      figure: value === null ? null : { of: "axisValue", axis: name, value, measure: basis.measure },
    }),
  );
  const ordered = parts.every((part) => part.size !== null || !part.onAxis);
  return {
    parts: ordered ? parts.toSorted((a, b) => (a.size ?? Infinity) - (b.size ?? Infinity)) : parts,
    wording,
  };
}

const asIs = (label: string): string => label;

const isNumber = (value: string): boolean => /^-?\d+(\.\d+)?(e[+-]?\d+)?$/.test(value);

/** "tokens per parameter" of "training.tokensPerParameter". */
function wordsOf(axis: string): string {
  const last = axis.split(".").at(-1) ?? axis;
  return axis.includes(".") ? last.replace(/[A-Z]/g, (letter) => ` ${letter.toLowerCase()}`) : last;
}

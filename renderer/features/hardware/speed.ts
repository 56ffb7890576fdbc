/** How fast the plan says that a card is: as FLOP/s, as a share of its peak, one by width, or not at all. Pure. */
import { isWidthTable, utilisationAtWidth, type WidthPoint } from "../../../shared/hardware/width-table.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { HARDWARE, type HardwareEdit } from "../../card-choice/chosen-card.ts";
import { roundedSpeed, shareOfSpeed, speedOfShare } from "../../card-choice/speed-share.ts";
import { treeItems, treeValue } from "../../fields/tree-value.ts";

/** `advice`: the plan states nothing, and the sourced advice stands in. */
export type SpeedForm = "achieved" | "utilisation" | "byWidth" | "measured" | "advice";

export const ACHIEVED = [...HARDWARE, "achieved"] as const;
export const UTILISATION = [...HARDWARE, "utilisation"] as const;
export const MEASURED = [...HARDWARE, "measured"] as const;
export const UTILISATION_OF = [...HARDWARE, "utilisationOf"] as const;
export const POINTS = [...UTILISATION, "byWidth"] as const;

export function speedForm(tree: unknown): SpeedForm {
  if (treeValue(tree, MEASURED) !== undefined) return "measured";
  if (treeValue(tree, ACHIEVED) !== undefined) return "achieved";
  const utilisation = treeValue(tree, UTILISATION);
  if (utilisation === undefined) return "advice";
  return isWidthTable(utilisation) ? "byWidth" : "utilisation";
}

/** The likely value of a quantity of the raw document; null for what is no number, or stands under `variables`. */
export function likelyOf(tree: unknown, quantity: unknown): number | null {
  if (typeof quantity === "number") return quantity;
  const use = treeValue(quantity, ["use"]);
  const likely = treeValue(typeof use === "string" ? treeValue(tree, ["variables", use]) : quantity, ["likely"]);
  return typeof likely === "number" ? likely : null;
}

/** The share of `peak` that the plan's defaults state, range at its likely value; null where they state no such one. */
export function statedShare(tree: unknown, peak: number): number | null {
  const achieved = treeValue(tree, ACHIEVED);
  if (achieved === undefined) return likelyOf(tree, treeValue(tree, UTILISATION));
  const speed = likelyOf(tree, achieved);
  return speed === null ? null : speed / peak;
}

/** The points of the defaults' table by width; null where there is none, or one that is being typed. */
export function statedPoints(tree: unknown): readonly WidthPoint[] | null {
  const points = treeItems(tree, POINTS).map((point) => ({
    width: treeValue(point, ["width"]),
    utilisation: treeValue(point, ["utilisation"]),
  }));
  const isSound = (point: (typeof points)[number], index: number): point is WidthPoint =>
    typeof point.width === "number" &&
    typeof point.utilisation === "number" &&
    point.width > Number(points[index - 1]?.width ?? 0);
  return points.length > 0 && points.every(isSound) ? points : null;
}

/** The share that a table states for each of some models, by ascending size; those without a width are left out. */
export function sharesByWidth<Model extends { readonly width: number | null; readonly parameters: number }>(
  points: readonly WidthPoint[],
  models: readonly Model[],
): (Model & { readonly share: number })[] {
  return models
    .flatMap((model) => (model.width === null ? [] : [{ ...model, share: utilisationAtWidth(points, model.width) }]))
    .sort((a, b) => a.parameters - b.parameters);
}

/** What a change of form can start from. */
export interface Start {
  readonly peak: number;
  /** What had been typed in the form before; null for nothing. */
  readonly kept: PlainValue | null;
  /** Widths of the plan's models, and the share to begin with where the plan states none. */
  readonly widths: readonly number[];
  readonly advice: number;
}

/** The edits that state the speed in another form. */
export function changeForm(tree: unknown, to: SpeedForm, start: Start): HardwareEdit[] {
  const from = speedForm(tree);
  const value = start.kept ?? valueIn(tree, from, to, start);
  const [before, after] = [placeOf(from), placeOf(to)];
  return [
    ...(from === "advice" || (to !== "advice" && before === after) ? [] : [remove(before)]),
    ...(to === "achieved" || to === "measured" || to === "advice" ? withoutPeak(tree) : []),
    ...(to === "advice" ? [] : [{ op: "set", path: after, value: value ?? "" } as const]),
  ];
}

/** Where a form stands in the document. */
export function placeOf(form: SpeedForm): typeof ACHIEVED | typeof UTILISATION | typeof MEASURED {
  if (form === "measured") return MEASURED;
  return form === "achieved" ? ACHIEVED : UTILISATION;
}

function valueIn(tree: unknown, from: SpeedForm, to: SpeedForm, start: Start): PlainValue | null {
  const { peak, advice } = start;
  // What a pilot comes to depends on the model: the other forms begin with the advice, and a pilot with nothing.
  if (to === "measured") return { tokensPerSecondPerCard: "" };
  if (from === "measured" && to === "achieved") return roundedSpeed(advice * peak);
  if (from === "measured" && to === "utilisation") return advice;
  const stated = treeValue(tree, placeOf(from));
  if (to === "byWidth") return tableOf(roundedSpeed(statedShare(tree, peak) ?? advice), start.widths);
  if (from === "byWidth") {
    const mean = meanShare(statedPoints(tree)) ?? advice;
    return to === "achieved" ? roundedSpeed(mean * peak) : roundedSpeed(mean);
  }
  if (from === "advice") return to === "utilisation" ? advice : null;
  if (from === to) return null;
  return to === "utilisation" ? shareOfSpeed(stated, peak) : speedOfShare(stated, peak);
}

/** Widths of a table for a plan that has no model yet. */
const USUAL_WIDTHS = [1_024, 8_192] as const;

/** A table that says for all the plan's models what one share said: from their least width to their greatest. */
function tableOf(share: number, widths: readonly number[]): PlainValue {
  const [low, high] = widths.length === 0 ? USUAL_WIDTHS : [Math.min(...widths), Math.max(...widths)];
  const ends = [low, high > low ? high : 2 * low];
  return { byWidth: ends.map((width) => ({ width, utilisation: share })) };
}

const meanShare = (points: readonly WidthPoint[] | null): number | null =>
  points === null ? null : points.reduce((sum, { utilisation }) => sum + utilisation, 0) / points.length;

/** The edits that put a utilisation in place of whatever speed the defaults state. */
export function stateUtilisation(tree: unknown, value: PlainValue): HardwareEdit[] {
  return [
    ...(treeValue(tree, ACHIEVED) === undefined ? [] : [remove(ACHIEVED)]),
    ...(treeValue(tree, MEASURED) === undefined ? [] : [remove(MEASURED)]),
    ...withoutPeak(tree),
    { op: "set", path: UTILISATION, value },
  ];
}

/** Of which peak a utilisation was a share says nothing of what comes in its place. */
const withoutPeak = (tree: unknown): HardwareEdit[] =>
  treeValue(tree, UTILISATION_OF) === undefined ? [] : [remove(UTILISATION_OF)];

const remove = (path: HardwareEdit["path"]): HardwareEdit => ({ op: "remove", path });

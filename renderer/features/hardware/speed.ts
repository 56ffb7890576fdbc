/** How fast the plan says that a card is: as FLOP/s, as a share of its peak, or not at all. Pure. */
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { treeValue } from "../../fields/tree-value.ts";
import { HARDWARE, type HardwareEdit } from "./chosen-card.ts";

/** `advice`: the plan states neither, and the sourced advice stands in. */
export type SpeedForm = "achieved" | "utilisation" | "advice";

export const ACHIEVED = [...HARDWARE, "achieved"] as const;
export const UTILISATION = [...HARDWARE, "utilisation"] as const;

export function speedForm(tree: unknown): SpeedForm {
  if (treeValue(tree, ACHIEVED) !== undefined) return "achieved";
  return treeValue(tree, UTILISATION) === undefined ? "advice" : "utilisation";
}

/** As many digits as a person would state of a speed that was converted. */
const FIGURES = 4;
const rounded = (n: number): number => Number(n.toPrecision(FIGURES));

/** A speed in FLOP/s (or a range of them) as a share of `peak`, to four figures; null for what is no number yet. */
export const shareOfSpeed = (speed: unknown, peak: number): PlainValue | null => converted(speed, 1 / peak);

/** A share of the peak (or a range of them) in FLOP/s, to four figures; null for what is no number yet. */
const speedOfShare = (share: unknown, peak: number): PlainValue | null => converted(share, peak);

function converted(quantity: unknown, factor: number): PlainValue | null {
  if (typeof quantity === "number") return rounded(quantity * factor);
  const parts = ["low", "likely", "high"].map((part) => treeValue(quantity, [part]));
  if (!parts.every((part) => typeof part === "number")) return null;
  const [low = 0, likely = 0, high = 0] = parts.map((part) => rounded(Number(part) * factor));
  const source = treeValue(quantity, ["source"]);
  return { low, likely, high, ...(typeof source === "string" ? { source } : {}) };
}

/** The likely value of a quantity of the raw document; null for what is no number, or stands under `variables`. */
export function likelyOf(tree: unknown, quantity: unknown): number | null {
  if (typeof quantity === "number") return quantity;
  const use = treeValue(quantity, ["use"]);
  const likely = treeValue(typeof use === "string" ? treeValue(tree, ["variables", use]) : quantity, ["likely"]);
  return typeof likely === "number" ? likely : null;
}

/** The share of `peak` that the plan's defaults state, range at its likely value; null where they state none. */
export function statedShare(tree: unknown, peak: number): number | null {
  const achieved = treeValue(tree, ACHIEVED);
  if (achieved === undefined) return likelyOf(tree, treeValue(tree, UTILISATION));
  const speed = likelyOf(tree, achieved);
  return speed === null ? null : speed / peak;
}

/** The edits that state the speed in another form; `kept` is what had been typed in that form before. */
export function changeForm(tree: unknown, to: SpeedForm, peak: number, kept: PlainValue | null): HardwareEdit[] {
  const from = speedForm(tree);
  const value = kept ?? valueIn(tree, from, to, peak);
  return [
    ...(from === "advice" ? [] : [{ op: "remove", path: from === "achieved" ? ACHIEVED : UTILISATION } as const]),
    ...(to === "advice"
      ? []
      : [{ op: "set", path: to === "achieved" ? ACHIEVED : UTILISATION, value: value ?? "" } as const]),
  ];
}

function valueIn(tree: unknown, from: SpeedForm, to: SpeedForm, peak: number): PlainValue | null {
  if (from === "achieved" && to === "utilisation") return shareOfSpeed(treeValue(tree, ACHIEVED), peak);
  if (from === "utilisation" && to === "achieved") return speedOfShare(treeValue(tree, UTILISATION), peak);
  return null;
}

/** The edits that put a utilisation in place of whatever speed the defaults state. */
export function stateUtilisation(tree: unknown, value: PlainValue): HardwareEdit[] {
  return [
    ...(treeValue(tree, ACHIEVED) === undefined ? [] : [{ op: "remove", path: ACHIEVED } as const]),
    { op: "set", path: UTILISATION, value },
  ];
}

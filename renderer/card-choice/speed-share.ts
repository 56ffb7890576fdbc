/** A stated speed in another form: FLOP/s as a share of a peak and back. Pure. */
import type { PlainValue } from "../../shared/plan/edit/plan-edit.ts";
import { treeValue } from "../fields/tree-value.ts";

/** As many digits as a person would state of a speed that was converted. */
const FIGURES = 4;
export const roundedSpeed = (n: number): number => Number(n.toPrecision(FIGURES));

/** A speed in FLOP/s (or a range of them) as a share of `peak`, to four figures; null for what is no number yet. */
export const shareOfSpeed = (speed: unknown, peak: number): PlainValue | null => converted(speed, 1 / peak);

/** A share of the peak (or a range of them) in FLOP/s, to four figures; null for what is no number yet. */
export const speedOfShare = (share: unknown, peak: number): PlainValue | null => converted(share, peak);

function converted(quantity: unknown, factor: number): PlainValue | null {
  if (typeof quantity === "number") return roundedSpeed(quantity * factor);
  const parts = ["low", "likely", "high"].map((part) => treeValue(quantity, [part]));
  if (!parts.every((part) => typeof part === "number")) return null;
  const [low = 0, likely = 0, high = 0] = parts.map((part) => roundedSpeed(Number(part) * factor));
  const source = treeValue(quantity, ["source"]);
  return { low, likely, high, ...(typeof source === "string" ? { source } : {}) };
}

/** What the curve of time against cards shows, as a sentence without its full stop. */
import type { SizeCurve } from "../../cluster/size-curve.ts";
import { bendOf } from "../../estimate/schedule/size-curve-of.ts";
import { exact } from "../../units/format/exact.ts";

/**
 * @example stopWords({enoughCards: 187_069, …}) // "More cards stop helping at 187,069"
 */
export function stopWords(curve: SizeCurve): string {
  const largest = curve.points.at(-1);
  const most = exact(largest?.cards ?? 0);
  if (largest?.scheduledHours == null) return `Not even ${most} cards can run all`;
  const bend = bendOf(curve);
  return bend === null ? `More cards help up to ${most}` : `More cards stop helping at ${exact(bend.cards)}`;
}

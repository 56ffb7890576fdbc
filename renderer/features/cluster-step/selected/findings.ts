/** What the two pictures of a schedule show, as sentences without a full stop. Pure. */

import { stopWords } from "../../../../shared/sheet/charts/stop-words.ts";
import { read, wholeShareText } from "../../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import type { ClusterView, PolicyTimes, SizeView } from "../../../estimating/schedule/messages.ts";

/** Less than this part of the time is no difference worth a title. */
const SLIGHT = 0.005;

/**
 * @example timelineFinding({policy: "priority", …}) // "Priority order keeps 844 k card-hours idle"
 */
export function timelineFinding(
  { policy, scheduledHours, idleCardHours, utilisation, cards }: ClusterView,
  policies: readonly PolicyTimes[],
): string {
  if (scheduledHours === 0) return "Nothing is scheduled here";
  const shortest = policies.find((one) => one.policy === "shortest")?.scheduledHours ?? scheduledHours;
  if (policy !== "shortest" && scheduledHours > shortest * (1 + SLIGHT)) {
    const order = policy === "priority" ? "Priority order" : "One after another";
    return `${order} takes ${durationText(scheduledHours - shortest)} more than the shortest, ${read(idleCardHours)} card-hours idle`;
  }
  // Not the ideal time, which is that of all runs: some may be left out.
  if (utilisation < 1 - SLIGHT) {
    return `${counted(cards, "card")} are in use ${wholeShareText(utilisation)} of the time, ${read(idleCardHours)} card-hours idle`;
  }
  return "All cards are in use nearly all the time";
}

/**
 * @example sizeFinding({bend: {cards: 187_069, hours: 23}, …}) // "More cards stop helping at 187,069"
 */
export const sizeFinding = ({ curve }: SizeView): string => stopWords(curve);

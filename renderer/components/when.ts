/** Moments as people tell them: near ones by the clock, far ones by the day. */

import { MONTHS } from "../../shared/sheet/text/words.ts";

const clock = (moment: Date): string =>
  `${String(moment.getHours()).padStart(2, "0")}:${String(moment.getMinutes()).padStart(2, "0")}`;

const dayOf = (moment: Date): number =>
  Math.floor(Date.UTC(moment.getFullYear(), moment.getMonth(), moment.getDate()) / 86_400_000);

/**
 * @param at milliseconds since 1970, told in the time zone of the machine
 * @param now the same
 * @example on 26 November 2026: "today, 14:02", "yesterday, 09:47", "19 November", "14 October 2025"
 */
export function whenWords(at: number, now: number): string {
  const [moment, present] = [new Date(at), new Date(now)];
  const days = dayOf(present) - dayOf(moment);
  if (days === 0) return `today, ${clock(moment)}`;
  if (days === 1) return `yesterday, ${clock(moment)}`;
  const day = `${moment.getDate()} ${MONTHS[moment.getMonth()]}`;
  return moment.getFullYear() === present.getFullYear() ? day : `${day} ${moment.getFullYear()}`;
}

/** A moment in full, to the minute: "26 November 2026, 14:02". */
export function fullWhen(at: number): string {
  const moment = new Date(at);
  return `${moment.getDate()} ${MONTHS[moment.getMonth()]} ${moment.getFullYear()}, ${clock(moment)}`;
}

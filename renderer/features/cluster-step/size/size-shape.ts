/** Time against cluster size, both logarithmic, as places in a picture. Pure. */

import type { SizePoint } from "../../../../shared/cluster/size-curve.ts";
import type { Floor } from "../../../estimating/schedule/messages.ts";

export interface SizePlot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  readonly fromCards: number;
  readonly toCards: number;
  readonly fromHours: number;
  readonly toHours: number;
}

/** The whole of all curves and floors, with a little room below the lowest. */
export function sizePlot(
  points: readonly SizePoint[],
  floors: readonly Floor[],
  frame: Pick<SizePlot, "left" | "top" | "width" | "height">,
): SizePlot {
  const times = [
    ...points.flatMap(({ idealHours, scheduledHours, expectedHours }) => [
      idealHours,
      ...(scheduledHours === null ? [] : [scheduledHours]),
      ...(expectedHours === null ? [] : [expectedHours]),
    ]),
    ...floors.map(({ hours }) => hours),
  ].filter((hours) => hours > 0);
  const bends = points.flatMap(({ scheduledHours }) => scheduledHours ?? []);
  const lowest = Math.min(...floors.map(({ hours }) => hours), ...bends);
  return {
    ...frame,
    fromCards: points[0]?.cards ?? 1,
    toCards: points.at(-1)?.cards ?? 10,
    fromHours: Math.max(Math.min(...times), lowest / 4),
    toHours: Math.max(...times) * 1.2,
  };
}

const part = (value: number, from: number, to: number): number => Math.log(value / from) / Math.log(to / from);
export const sizeX = ({ left, width, fromCards, toCards }: SizePlot, cards: number): number =>
  left + part(cards, fromCards, toCards) * width;
export const sizeY = ({ top, height, fromHours, toHours }: SizePlot, hours: number): number =>
  top + height - part(hours, fromHours, toHours) * height;

/** A line through the points that have a value, cut off where it leaves the plot below. */
export function linePath(
  plot: SizePlot,
  points: readonly SizePoint[],
  hoursOf: (point: SizePoint) => number | null,
): string {
  const places: string[] = [];
  let before: { readonly cards: number; readonly hours: number } | null = null;
  for (const point of points) {
    const hours = hoursOf(point);
    if (hours === null || hours <= 0) continue;
    if (hours < plot.fromHours && before !== null && before.hours > plot.fromHours) {
      const along = part(plot.fromHours, before.hours, hours);
      places.push(placeOf(plot, before.cards * (point.cards / before.cards) ** along, plot.fromHours));
    }
    before = { cards: point.cards, hours };
    if (hours >= plot.fromHours) places.push(placeOf(plot, point.cards, hours));
  }
  return places.length === 0 ? "" : `M${places.join("L")}`;
}

const placeOf = (plot: SizePlot, cards: number, hours: number): string =>
  `${sizeX(plot, cards).toFixed(1)} ${sizeY(plot, hours).toFixed(1)}`;

/** The point next to a place of the picture. */
export function nearestPoint(plot: SizePlot, points: readonly SizePoint[], x: number): SizePoint | null {
  return points.reduce<SizePoint | null>(
    (best, point) =>
      best === null || Math.abs(sizeX(plot, point.cards) - x) < Math.abs(sizeX(plot, best.cards) - x) ? point : best,
    null,
  );
}

/** Words at their heights, moved apart so that none lies over another, and none below `lowest`. */
export function apart<Words extends { readonly y: number }>(
  words: readonly Words[],
  line: number,
  lowest: number,
): readonly Words[] {
  const placed = [...words].sort((a, b) => a.y - b.y);
  let free = Number.NEGATIVE_INFINITY;
  const down = placed.map(({ y }) => {
    const at = Math.max(y, free);
    free = at + line;
    return at;
  });
  free = lowest;
  const up = down.reverse().map((y) => {
    const at = Math.min(y, free);
    free = at - line;
    return at;
  });
  return placed.map((one, index) => ({ ...one, y: up[placed.length - 1 - index] ?? one.y }));
}

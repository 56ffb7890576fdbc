export interface LabelledPoint {
  readonly id: string;
  readonly x: number;
  readonly y: number;
  /** Of its words. */
  readonly width: number;
}

export interface Box {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedLabel {
  readonly id: string;
  readonly left: number;
  readonly baseline: number;
}

const HEIGHT = 13;
const GAP = 8;
/** Points keep so much around them free. */
const REACH = 5;

/**
 * Where the words of each point stand: at its right, left, above or below, whichever first runs into no point and no words of an earlier
 * one, nor into a line. What has no place has no words: the table names it.
 */
export function placeLabels(points: readonly LabelledPoint[], room: Box, lines: readonly Box[] = []): PlacedLabel[] {
  const ofPoints: Box[] = points.map(({ x, y }) => ({
    left: x - REACH,
    right: x + REACH,
    top: y - REACH,
    bottom: y + REACH,
  }));
  const taken = [...ofPoints, ...lines];
  return points.flatMap(({ id, x, y, width }) => {
    const places: readonly (readonly [left: number, baseline: number])[] = [
      [x + GAP, y + 15],
      [x + GAP, y - 7],
      [x + GAP, y + 4],
      [x - GAP - width, y + 4],
      [x - GAP - width, y + 15],
      [x - GAP - width, y - 7],
      [x - width / 2, y - 10],
      [x - width / 2, y + 19],
    ];
    for (const [left, baseline] of places) {
      const box = { left, right: left + width, top: baseline - HEIGHT + 3, bottom: baseline + 3 };
      const fits = box.left >= room.left && box.right <= room.right && box.top >= room.top && box.bottom <= room.bottom;
      if (!fits || taken.some((other) => overlap(box, other))) continue;
      taken.push(box);
      return [{ id, left, baseline }];
    }
    return [];
  });
}

const overlap = (a: Box, b: Box): boolean =>
  a.left < b.right && b.left < a.right && a.top < b.bottom && b.top < a.bottom;

/** The bands of a schedule as shapes to draw: stacked in the order of their stages, with room for their names. Pure. */
import type { Band, BandStep } from "../../../../shared/cluster/bands.ts";
import { onTwoLines } from "../../../charts/scale.ts";

/** Upright slices that are drawn at most; more than these cannot be told apart. */
const MOST_SLICES = 3_000;
/** Columns in which room for names is looked for. */
const COLUMNS = 160;
/** A letter of a name, and the height that a name takes, in pixels. */
const LETTER = 6.3;
const LINE = 16;
/** Between a band and the name beside it. */
const GAP = 18;

/** The plot in pixels and what its sides stand for. */
export interface Plot {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
  /** At the right side. */
  readonly hours: number;
  /** At the upper side. */
  readonly cards: number;
}

export interface NamePlace {
  readonly x: number;
  /** Of the middle of its lines. */
  readonly y: number;
  readonly lines: readonly string[];
  /** Where the line to a name that stands beside its band begins; null for one that stands in it. */
  readonly lineFrom: { readonly x: number; readonly y: number } | null;
}

export interface BandShape {
  readonly stage: number;
  readonly path: string;
  /** Null where the picture has no room for the name. */
  readonly name: NamePlace | null;
}

export const xOf = ({ left, width, hours }: Plot, at: number): number => left + (at / hours) * width;
export const yOf = ({ top, height, cards }: Plot, at: number): number => top + height - (at / cards) * height;

/** For every slice of time its start, and for every band the cards below its lower and its upper edge. */
interface Slices {
  readonly from: readonly number[];
  readonly to: readonly number[];
  readonly low: readonly (readonly number[])[];
  readonly high: readonly (readonly number[])[];
}

export function bandShapes(
  bands: readonly Band[],
  nameOf: (stage: number) => string,
  plot: Plot,
): readonly BandShape[] {
  const slices = slicesOf(bands, plot.hours);
  const columns = columnsOf(bands, plot);
  const taken: Box[] = [];
  // The largest first, so that they have their name; a name beside a band must not lie over another one.
  const order = bands.map((_, index) => index).sort((a, b) => sizeOf(bands[b]) - sizeOf(bands[a]));
  const names = new Map<number, NamePlace | null>();
  for (const index of order) {
    const name = nameOf(bands[index]?.stage ?? 0);
    names.set(
      index,
      roomInside(columns, index, [name], plot) ??
        roomInside(columns, index, [onTwoLines(name, 0)].flat(), plot) ??
        roomBeside(columns, index, name, plot, taken),
    );
  }
  return bands.map(({ stage }, index) => ({
    stage,
    path: pathOf(slices, index, plot),
    name: names.get(index) ?? null,
  }));
}

const sizeOf = (band: Band | undefined): number =>
  (band?.steps ?? []).reduce((sum, { fromHours, toHours, cards }) => sum + (toHours - fromHours) * cards, 0);

function slicesOf(bands: readonly Band[], hours: number): Slices {
  const moments = [
    ...new Set(bands.flatMap(({ steps }) => steps.flatMap(({ fromHours, toHours }) => [fromHours, toHours]))),
  ].sort((a, b) => a - b);
  const edges =
    moments.length <= MOST_SLICES
      ? moments
      : Array.from({ length: MOST_SLICES + 1 }, (_, index) => (index / MOST_SLICES) * hours);
  const [from, to] = [edges.slice(0, -1), edges.slice(1)];
  return {
    from,
    to,
    ...stacked(
      bands,
      from.map((start, index) => (start + (to[index] ?? start)) / 2),
    ),
  };
}

/** The stack at some moments, in the order of time. */
function stacked(bands: readonly Band[], moments: readonly number[]): Pick<Slices, "low" | "high"> {
  const below = moments.map(() => 0);
  const low: number[][] = [];
  const high: number[][] = [];
  for (const { steps } of bands) {
    low.push([...below]);
    let next = 0;
    moments.forEach((moment, index) => {
      while ((steps[next]?.toHours ?? Number.POSITIVE_INFINITY) <= moment) next += 1;
      const step = steps[next];
      if (step !== undefined && step.fromHours <= moment) below[index] = (below[index] ?? 0) + step.cards;
    });
    high.push([...below]);
  }
  return { low, high };
}

/** There along the upper edge and back along the lower one, anew after every pause of the band. */
function pathOf({ from, to, low, high }: Slices, band: number, plot: Plot): string {
  const [lower, upper] = [low[band] ?? [], high[band] ?? []];
  const parts: string[] = [];
  let start = 0;
  while (start < from.length) {
    let end = start;
    while (end < from.length && (upper[end] ?? 0) > (lower[end] ?? 0)) end += 1;
    if (end > start) {
      const there = range(start, end).map((at) => [from[at] ?? 0, to[at] ?? 0, upper[at] ?? 0] as const);
      const back = range(start, end)
        .reverse()
        .map((at) => [to[at] ?? 0, from[at] ?? 0, lower[at] ?? 0] as const);
      parts.push(
        `M${[...there, ...back].flatMap(([a, b, cards]) => [point(plot, a, cards), point(plot, b, cards)]).join("L")}Z`,
      );
    }
    start = end + 1;
  }
  return parts.join("");
}

const range = (from: number, to: number): number[] => Array.from({ length: to - from }, (_, index) => from + index);
const point = (plot: Plot, hours: number, cards: number): string =>
  `${xOf(plot, hours).toFixed(1)} ${yOf(plot, cards).toFixed(1)}`;

interface Column {
  readonly x: number;
  /** Per band, in pixels from above: its upper and its lower edge. */
  readonly edges: readonly { readonly top: number; readonly bottom: number }[];
  /** Of the whole stack. */
  readonly top: number;
}

interface Box {
  readonly left: number;
  readonly right: number;
  readonly y: number;
}

function columnsOf(bands: readonly Band[], plot: Plot): readonly Column[] {
  const moments = Array.from({ length: COLUMNS }, (_, index) => ((index + 0.5) / COLUMNS) * plot.hours);
  const { low, high } = stacked(bands, moments);
  return moments.map((moment, at) => ({
    x: xOf(plot, moment),
    edges: bands.map((_, band) => ({ top: yOf(plot, high[band]?.[at] ?? 0), bottom: yOf(plot, low[band]?.[at] ?? 0) })),
    top: yOf(plot, high.at(-1)?.[at] ?? 0),
  }));
}

/** The widest place in the band where its name fits. */
function roomInside(
  columns: readonly Column[],
  band: number,
  lines: readonly string[],
  { width }: Plot,
): NamePlace | null {
  const wide = Math.max(...lines.map(({ length }) => length)) * LETTER + 8;
  const step = width / columns.length;
  let best: (NamePlace & { readonly size: number }) | null = null;
  for (let start = 0; start < columns.length; start += 1) {
    let [top, bottom] = [Number.NEGATIVE_INFINITY, Number.POSITIVE_INFINITY];
    for (let end = start; end < columns.length; end += 1) {
      const edge = columns[end]?.edges[band];
      top = Math.max(top, edge?.top ?? 0);
      bottom = Math.min(bottom, edge?.bottom ?? 0);
      if (bottom - top < LINE * lines.length) break;
      const room = (end - start + 1) * step;
      const size = room * (bottom - top);
      if (room < wide || (best !== null && size <= best.size)) continue;
      const [first, last] = [columns[start]?.x ?? 0, columns[end]?.x ?? 0];
      best = { x: (first + last) / 2, y: (top + bottom) / 2, lines, lineFrom: null, size };
    }
  }
  return best === null ? null : { x: best.x, y: best.y, lines, lineFrom: null };
}

/** A place at the right of the band over which nothing is drawn: as far to the right as the band goes. */
function roomBeside(
  columns: readonly Column[],
  band: number,
  name: string,
  { left, width, top }: Plot,
  taken: Box[],
): NamePlace | null {
  const wide = name.length * LETTER;
  for (let at = columns.length - 1; at >= 0; at -= 1) {
    const column = columns[at];
    const edge = column?.edges[band];
    if (column === undefined || edge === undefined || edge.bottom - edge.top < 2) continue;
    const [from, to] = [column.x + GAP, column.x + GAP + wide];
    const under = Math.min(
      ...columns.map(({ x, top: stack }) => (x > column.x && x <= to + 4 ? stack : Number.POSITIVE_INFINITY)),
    );
    const y = Math.min((edge.top + edge.bottom) / 2, under - LINE / 2);
    const box = { left: from, right: to, y };
    const isFree =
      y >= top + LINE / 2 &&
      edge.top - y <= LINE &&
      to <= left + width &&
      taken.every((other) => other.right < from || other.left > to || Math.abs(other.y - y) >= LINE - 2);
    if (!isFree) continue;
    taken.push(box);
    return { x: from, y, lines: [name], lineFrom: { x: column.x, y: Math.max(y, edge.top + 1) } };
  }
  return null;
}

/** What is drawn at a moment and a height: the band, its step, and what lies under it then. */
export interface Found {
  readonly band: number;
  readonly step: BandStep;
  readonly below: number;
}

export function bandAt(bands: readonly Band[], hours: number, cards: number): Found | null {
  let below = 0;
  for (const [band, { steps }] of bands.entries()) {
    const step = steps.find(({ fromHours, toHours }) => fromHours <= hours && hours < toHours);
    if (step === undefined) continue;
    if (cards >= below && cards < below + step.cards) return { band, step, below };
    below += step.cards;
  }
  return null;
}

/** What lies under a band at a moment. */
export function cardsBelow(bands: readonly Band[], band: number, hours: number): number {
  return bands
    .slice(0, band)
    .reduce(
      (sum, { steps }) =>
        sum + (steps.find(({ fromHours, toHours }) => fromHours <= hours && hours < toHours)?.cards ?? 0),
      0,
    );
}

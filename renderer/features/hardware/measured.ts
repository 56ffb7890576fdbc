/** What others have reached of a card's peak, and how the plan's speed stands to it. Pure. */
import { type Measurements, measuredShares, type Spread, spreadOf } from "../../../shared/hardware/measurement.ts";
import type { NumberFormat } from "../../../shared/hardware/number-format.ts";
import type { UtilisationPriors } from "../../../shared/hardware/utilisation.ts";
import { fixed } from "../../../shared/units/format/exact.ts";

/**
 * - `short`, `long`: measured on the plan's card and in its format, in sequences of up to 2,048 tokens, or longer ones;
 * - `published`: a published run on that card and in that format, whose context is not stated;
 * - `elsewhere`: a published run on another card or in another format.
 */
export type MarkKind = "short" | "long" | "published" | "elsewhere";

/** One run that somebody measured: a mark of the chart and a row of its table. */
export interface Mark {
  readonly kind: MarkKind;
  readonly model: string;
  readonly parameters: number;
  /** Model FLOP utilisation, of the dense peak of `format`. */
  readonly utilisation: number;
  readonly card: string;
  readonly cards: number | null;
  readonly format: NumberFormat;
  readonly sequence: number | null;
  readonly source: string;
  readonly date: string | null;
  readonly note: string | null;
}

const FACTORS: Readonly<Record<string, number>> = { M: 1e6, B: 1e9, T: 1e12 };

/** @example sizeInName("GPT-3 175B") // 175e9 */
export function sizeInName(model: string): number | null {
  const [, digits, letter = ""] = /(\d+(?:\.\d+)?)([MBT])\b/.exec(model) ?? [];
  const factor = FACTORS[letter];
  return digits === undefined || factor === undefined ? null : Number(digits) * factor;
}

/** The longest context that counts as short. */
const SHORT_CONTEXT = 2_048;

/** Measurements on this card in this format, each against the peak of that format. */
export function measuredMarks({ rows, sources }: Measurements, card: string, format: NumberFormat): Mark[] {
  return measuredShares(rows, card, format).map((row) => ({
    kind: row.sequence === null ? "published" : row.sequence > SHORT_CONTEXT ? "long" : "short",
    model: row.model,
    parameters: row.parameters,
    utilisation: row.modelUtilisation,
    card: row.card,
    cards: row.cards,
    format,
    sequence: row.sequence,
    source: sources[row.source]?.title ?? row.source,
    date: row.date,
    note:
      [
        ...(row.isRecomputed ? ["Worked out of its throughput, as 6·N a token."] : []),
        ...(row.note === null ? [] : [row.note]),
      ].join(" ") || null,
  }));
}

/** The published runs whose model says its size. */
export function publishedMarks({ measured }: UtilisationPriors, card: string, format: NumberFormat): Mark[] {
  return measured.flatMap(({ accelerator, ...one }) => {
    const parameters = sizeInName(one.model);
    const kind = accelerator === card && one.format === format ? "published" : "elsewhere";
    return parameters === null ? [] : [{ ...one, kind, parameters, card: accelerator, sequence: null, date: null }];
  });
}

/** Fewer runs than this on one card say little about it. */
const ENOUGH = 3;

export interface Compared extends Spread {
  /** `measured` and `published`: on the plan's own card and format; `all`: too few are known of these. */
  readonly by: "measured" | "published" | "all";
  readonly runs: number;
  /** Parameters of the smallest model among them. */
  readonly smallest: number;
}

export interface Known {
  /** What the chart shows. */
  readonly marks: readonly Mark[];
  /** The runs that the plan's speed is compared with; null where nothing is known at all. */
  readonly compared: Compared | null;
}

/** What is known of a card: its measurements where there are enough, else published runs, at last those on any card. */
export function known(measured: readonly Mark[], published: readonly Mark[]): Known {
  const same = published.filter(({ kind }) => kind === "published");
  if (measured.length >= ENOUGH) return { marks: [...measured, ...same], compared: compared("measured", measured) };
  const own = [...measured, ...same];
  const all = [...measured, ...published];
  return {
    marks: all,
    compared: own.length >= ENOUGH ? compared("published", own) : compared("all", all),
  };
}

function compared(by: Compared["by"], marks: readonly Mark[]): Compared | null {
  const spread = spreadOf(marks.map(({ utilisation }) => utilisation));
  const smallest = Math.min(...marks.map(({ parameters }) => parameters));
  return spread === null ? null : { ...spread, by, runs: marks.length, smallest };
}

/** Least and greatest of what the marks state of something; null where none states it. */
export function extent(marks: readonly Mark[], of: (mark: Mark) => number | null): readonly [number, number] | null {
  const values = marks.flatMap((mark) => of(mark) ?? []);
  return values.length === 0 ? null : [Math.min(...values), Math.max(...values)];
}

/** "41.2 %", "30 %": a share as it is told here. */
export const shareWords = (share: number): string => `${fixed(share * 100, 1).replace(/\.0$/, "")} %`;

interface Marks {
  readonly advice: number;
  readonly median: number;
}

/** "between the advice and the median measured": where a share stands among what is known. */
export function standing(share: number, { advice, median }: Marks): string {
  const near = (mark: number) => Math.abs(share - mark) < 0.0005;
  if (near(advice)) return "which is the advice";
  if (near(median)) return "which is the median measured";
  const [lower, upper] =
    advice <= median ? ["the advice", "the median measured"] : ["the median measured", "the advice"];
  if (share < Math.min(advice, median)) return `below ${lower}`;
  return share > Math.max(advice, median) ? `above ${upper}` : `between ${lower} and ${upper}`;
}

/**
 * What a budget sheet says, as data: no markup, no layout beyond full or half width. The screen, the printed page and
 * every export read this one value, and a saved sheet keeps it, so it is complete and is never computed again.
 */
import type { Figure } from "../estimate/figure.ts";

/** The version of this shape; a reader of stored sheets looks at it first. */
export const SHEET_VERSION = 1;

/** A piece of running text. A `figure` can be asked how it was computed. */
export type Inline =
  | string
  | { readonly kind: "superscript"; readonly text: string }
  | { readonly kind: "strong"; readonly text: string }
  | { readonly kind: "note"; readonly id: string }
  | { readonly kind: "figure"; readonly text: RichText; readonly exact: string; readonly figure: Figure };

export type RichText = readonly Inline[];

export interface Cell {
  /** As read: three figures, or exact where a column foots. */
  readonly text: RichText;
  /** The number itself, unrounded, for exports; null for words and for "not run". */
  readonly value: number | null;
  /** Full digits with unit, for hover and copy; null for words. */
  readonly exact: string | null;
  readonly figure: Figure | null;
  /** Set in grey: "not run", "unknown". */
  readonly muted?: boolean;
  /** The day that the text words, as 2026-11-22. */
  readonly date?: string;
}

export interface Column {
  readonly key: string;
  readonly title: string;
  /** Small, on the head's second line; empty when there is none. */
  readonly unit: string;
  /**
   * What its numbers are in, where each text says that itself ("4.9 years" and "43.0 h" are both in h) or the section does.
   * A file that has the numbers and not the texts says it in the head.
   */
  readonly valueUnit?: string;
  readonly align: "left" | "right" | "decimal";
  /** The column whose values a small bar shows, as a share of its largest. */
  readonly bar?: boolean;
  /**
   * Its numbers are printed in full, rounded to so many decimals. A spreadsheet takes them as they are printed, so that it
   * agrees with the page to the last digit.
   */
  readonly places?: number;
  /** Its rows add up to its total: as they are printed where `places` says how, else unrounded. */
  readonly adds?: boolean;
}

export interface Row {
  readonly cells: readonly Cell[];
  /** Colour of the row's subject in the charts: position in the fixed palette; absent when it has none. */
  readonly colour?: number;
  /** A line set apart under the rows: reruns. */
  readonly apart?: boolean;
}

export interface Table {
  readonly columns: readonly Column[];
  readonly rows: readonly Row[];
  readonly total: Row | null;
  /** Where few pages are allowed: what stands on paper in place of some rows; every file for a machine has all of them. */
  readonly onPaper?: RowsOnPaper;
}

export interface RowsOnPaper {
  /** Places of the rows that are left out. */
  readonly without: readonly number[];
  /** What they come to, after the last row that is not set apart. */
  readonly instead: readonly Row[];
}

/** Bars by category. One may be highlighted; every value is in full, in `unit`, without a prefix. */
export interface BarChart {
  readonly kind: "bars";
  readonly direction: "columns" | "rows";
  readonly unit: string;
  readonly categoryTitle: string;
  readonly bars: readonly {
    readonly label: string;
    readonly value: number;
    readonly text: string;
    readonly highlight: boolean;
    /** Position in the experiments' fixed palette; null: the one-series colour. */
    readonly colour: number | null;
    readonly figure: Figure | null;
  }[];
  readonly remark: string | null;
}

/** Cards in use over time, one band over the other in the order of the experiments. */
export interface TimelineChart {
  readonly kind: "timeline";
  /** Of the cluster: the top of the axis. */
  readonly cards: number;
  /** When the last run ends. */
  readonly hours: number;
  readonly hoursText: string;
  /** Where all would end if every card were busy until then. */
  readonly idealHours: number;
  readonly idealText: string;
  readonly figure: Figure;
  readonly bands: readonly {
    readonly label: string;
    /** Position in the experiments' fixed palette. */
    readonly colour: number | null;
    /** From `hours` on so many cards, until the next step; the last is the end. */
    readonly steps: readonly { readonly hours: number; readonly cards: number }[];
  }[];
}

/** A time against the size of a cluster; never the same as another of the same size. */
export interface TimeCurve {
  readonly of: "ideal" | "scheduled" | "expected";
  readonly points: readonly { readonly cards: number; readonly hours: number }[];
}

/** Hours against cards, both logarithmic: card-hours ÷ cards, with the plan's clusters marked. */
export interface TimeChart {
  readonly kind: "time";
  readonly cardHours: number;
  readonly fromCards: number;
  readonly toCards: number;
  readonly marks: readonly {
    readonly cards: number;
    readonly hours: number;
    readonly text: string;
    readonly figure: Figure;
  }[];
  /** Where schedules of many sizes were computed; the ideal line alone elsewhere. */
  readonly curves?: readonly TimeCurve[];
  /** The size from which on more cards help no more; null where they help up to the end of the axis. */
  readonly stops?: { readonly cards: number; readonly hours: number; readonly text: string } | null;
}

/** A range a row: thin line all low to all high, bar P10 to P90, gap at P50, tick at the likely value. */
export interface RangeChart {
  readonly kind: "ranges";
  readonly unit: string;
  readonly rows: readonly {
    readonly label: string;
    readonly low: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly high: number;
    readonly likely: number;
    readonly colour: number | null;
    readonly figure: Figure | null;
  }[];
}

/** What moves the total: one bar from its value at `low` to its value at `high`, around the headline. */
export interface TornadoChart {
  readonly kind: "tornado";
  readonly unit: string;
  readonly centre: number;
  readonly rows: readonly {
    readonly label: string;
    readonly low: number;
    readonly high: number;
    readonly lowText: string;
    readonly highText: string;
    readonly figure: Figure | null;
  }[];
}

export type Chart = BarChart | TimeChart | TimelineChart | RangeChart | TornadoChart;

interface SectionBase {
  /** Stable: an anchor, a test handle and a file name in exports ("experiments", "models"). */
  readonly id: string;
  /** "Table 1", "Figure 2", or empty. */
  readonly label: string;
  /** Bold, with its full stop where it is a caption. For a chart, the finding as a sentence. */
  readonly title: string;
  /** One line after the title: unit and scope. */
  readonly subtitle: RichText;
  /** In the outline. */
  readonly outline: string;
  /** Two neighbours of half width stand side by side. */
  readonly width: "full" | "half";
}

/** `notes` are plain sentences that stand under the section; footnotes are called in its texts. */
export type Section =
  | (SectionBase & { readonly kind: "table"; readonly table: Table; readonly notes: readonly string[] })
  | (SectionBase & {
      readonly kind: "chart";
      readonly chart: Chart;
      /** The data behind it; "as table" on screen. */
      readonly table: Table;
      /** True when the same data stands in a table of this sheet already, named by `tableId`. */
      readonly tableId: string | null;
      readonly notes: readonly string[];
    })
  | (SectionBase & {
      readonly kind: "list";
      readonly marker: "number" | "letter";
      readonly items: readonly RichText[];
    });

export interface Headline {
  readonly id: "cost" | "cardHours" | "flop";
  readonly title: RichText;
  readonly value: Cell;
  readonly unit: string;
  /** One line below. */
  readonly remark: RichText;
  readonly range: {
    readonly low: number;
    readonly p10: number;
    readonly p50: number;
    readonly p90: number;
    readonly high: number;
    readonly likely: number;
    readonly words: string;
  } | null;
}

export interface Footnote {
  readonly id: string;
  /** As printed: 1, 2, 3. */
  readonly mark: string;
  readonly text: RichText;
}

export interface Sheet {
  readonly version: typeof SHEET_VERSION;
  readonly kind: string;
  readonly title: string;
  readonly subtitle: string;
  readonly currency: string;
  /** The day of the plan; null when it names none. Prices have dates of their own. */
  readonly date: string | null;
  readonly headline: readonly Headline[];
  /** The result in words. */
  readonly lead: RichText;
  readonly sections: readonly Section[];
  readonly footnotes: readonly Footnote[];
  readonly warnings: readonly string[];
  /** Left half of every printed page's foot. */
  readonly foot: string;
}

/** What a sheet measures, and what stands where on its pages. Heights are in CSS pixels. */

/** A section: a heading, then atoms (table rows, list items, a chart) that are never cut. */
export interface SectionMeasure {
  readonly kind: "opening" | "table" | "chart" | "list";
  /** Height above the first atom: heading and table head. */
  readonly lead: number;
  /** The same where the section goes on in another place. */
  readonly relead: number;
  readonly atoms: readonly number[];
  /** Height below the last atom. */
  readonly tail: number;
  /** How many of the last atoms must not stand without the ones before them: 1 for a table's total. */
  readonly kept: number;
  /** Footnotes called in the heading, and in each atom. */
  readonly leadNotes: readonly string[];
  readonly atomNotes: readonly (readonly string[])[];
}

/** One section over the full width, or a run of half-width sections in two columns. */
export interface BlockMeasure {
  readonly columns: 1 | 2;
  readonly sections: readonly SectionMeasure[];
}

/** The atoms `from` up to, not including, `to` of a block's section. */
export interface Slice {
  readonly section: number;
  readonly from: number;
  readonly to: number;
}

export interface Piece {
  readonly block: number;
  /** A column each, from the left; sections in it from the top. */
  readonly stacks: readonly (readonly Slice[])[];
}

export interface PageLayout {
  readonly pieces: readonly Piece[];
  /** Ids of the footnotes that are printed at the foot of this page. */
  readonly notes: readonly string[];
}

export interface PageSpace {
  readonly height: number;
  /** Between two blocks, and between two sections of a column. */
  readonly gap: number;
  /** Height of the footnotes with these ids, their own upper margin included; 0 for none. */
  readonly notesHeight: (ids: readonly string[]) => number;
}

/** A section, or what is left of it, that still needs a place. */
export interface Waiting {
  readonly section: number;
  /** Atoms already placed. */
  readonly from: number;
}

/** A page while it is filled. */
export interface Page {
  readonly pieces: Piece[];
  readonly notes: string[];
  used: number;
}

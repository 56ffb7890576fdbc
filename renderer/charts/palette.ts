/** Okabe & Ito's colours, told apart by the colour-blind and, in this order of lightness, in grey print. */

/** A series alone: one bar may stand out. */
export const SERIES = "#56b4e9";
export const HIGHLIGHT = "#0072b2";

/** What is expected where failures count; beside the highlight, dashed. */
export const EXPECTED = "#d55e00";

/** Ink on paper; charts are drawn on paper only, which is white in both schemes. */
export const PAPER = "#ffffff";
export const INK = "#1b1f23";
export const INK_2 = "#49525c";
export const MARK = "#aeb6bd";
export const HAIRLINE = "#e4e6e8";

/** Given to experiments by position, and kept wherever the experiment appears. */
const experiments = [
  "#e69f00",
  "#0072b2",
  "#56b4e9",
  "#009e73",
  "#d55e00",
  "#8c959d",
  "#f0e442",
  "#cc79a7",
  "#1b1f23",
] as const;

/** The colour at a position of the palette; past its end it starts anew, and the one-series colour for none. */
export function colourAt(position: number | null): string {
  return position === null ? SERIES : (experiments[position % experiments.length] ?? SERIES);
}

/** The same on a screen, where paper may be dark: the palette's ink is the screen's. */
export function screenColour(position: number): string {
  const colour = colourAt(position);
  return colour === INK ? "var(--ink)" : colour;
}

/** The colour of a name that stands on a colour of the palette: white on blue, near black on the others, paper on ink. */
export function labelColourAt(position: number): string {
  const colour = colourAt(position);
  if (colour === HIGHLIGHT) return "#ffffff";
  return colour === INK ? "var(--paper)" : INK;
}

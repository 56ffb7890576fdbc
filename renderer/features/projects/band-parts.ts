/** How a plan's money falls on its experiments: the parts of the band, and the sentence over it. Pure. */
import { wholeShareText } from "../../../shared/sheet/text/amounts.ts";
import { capital, listed } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";

export interface Experiment {
  readonly title: string;
  readonly amount: number;
}

export interface BandPart {
  readonly title: string;
  readonly amount: number;
  /** Of the whole, 0 to 1. */
  readonly share: number;
  /** Position in the charts' palette: the dearest experiment has the first. */
  readonly colour: number;
}

export interface Band {
  /** The dearest first. */
  readonly parts: readonly BandPart[];
  /** Labels under the band, from the left: of the parts that have the room, then of the rest as one. */
  readonly labels: readonly { readonly title: string; readonly amount: number; readonly from: number }[];
  readonly title: string;
}

/** A part narrower than this share has no room for a label of its own. */
const LABELLED_FROM = 0.1;
const MOST_LABELS = 6;

/** @param whole what the amounts are of: "money", "card-hours" */
export function bandOf(experiments: readonly Experiment[], whole: string): Band | null {
  const total = experiments.reduce((sum, { amount }) => sum + amount, 0);
  if (!(total > 0)) return null;
  const parts = experiments
    .map((one, index) => ({ ...one, index }))
    .sort((a, b) => b.amount - a.amount || a.index - b.index)
    .map(({ title, amount }, colour) => ({ title, amount, share: amount / total, colour }))
    .filter(({ amount }) => amount > 0);
  return { parts, labels: labelsOf(parts), title: titleOf(parts, whole) };
}

function labelsOf(parts: readonly BandPart[]): Band["labels"] {
  const small = parts.findIndex(({ share }, index) => share < LABELLED_FROM || index === MOST_LABELS);
  const many = small < 0 ? parts.length : small === parts.length - 1 && small < MOST_LABELS ? parts.length : small;
  const rest = parts.slice(many);
  let from = 0;
  const labels = parts.slice(0, many).map(({ title, amount, share }) => {
    const label = { title, amount, from };
    from += share;
    return label;
  });
  if (rest.length === 0) return labels;
  const amount = rest.reduce((sum, part) => sum + part.amount, 0);
  return [
    ...labels,
    { title: labels.length === 0 ? counted(rest.length, "experiment") : `${rest.length} more`, amount, from },
  ];
}

/** Shares that have a name of their own, when they are this near to it. */
const NAMED = [
  { share: 1 / 3, name: "a third" },
  { share: 1 / 2, name: "half" },
  { share: 2 / 3, name: "two thirds" },
  { share: 3 / 4, name: "three quarters" },
] as const;
const NEAR = 0.015;

/**
 * @example "Gamma and Epsilon heat maps take half of the money"
 * @example "The main run takes 93 % of the money"
 */
function titleOf(parts: readonly BandPart[], whole: string): string {
  const [first] = parts;
  if (first === undefined) return "";
  if (parts.length === 1) return `${capital(first.title)} takes all of the ${whole}`;
  if (first.share <= (parts.at(-1)?.share ?? 0) * 1.05) {
    return `The ${whole} ${whole.endsWith("s") ? "are" : "is"} spread evenly over ${counted(parts.length, "experiment")}`;
  }
  // As few of the largest as make up half; where that takes more than three, the largest alone says more.
  let share = 0;
  let many = 0;
  while (many < parts.length && share < 0.5 - NEAR) {
    share += parts[many]?.share ?? 0;
    many += 1;
  }
  const named = many > 3 || many === parts.length ? 1 : many;
  const said = parts.slice(0, named);
  const part = said.reduce((sum, one) => sum + one.share, 0);
  const near = NAMED.find((one) => Math.abs(one.share - part) <= NEAR)?.name ?? wholeShareText(part);
  return `${capital(listed(said.map(({ title }) => title)))} ${named === 1 ? "takes" : "take"} ${near} of the ${whole}`;
}

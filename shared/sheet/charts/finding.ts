/** What a chart of parts of a whole shows, as a sentence. */

import { shareText, wholeShareText } from "../text/amounts.ts";
import { capital, listed, numberWord } from "../text/words.ts";

export interface Part {
  readonly label: string;
  /** Of the whole, 0 to 1. */
  readonly share: number;
  /** Where the part stands in size ("largest width"); null where it has no size. */
  readonly size: number | null;
  /** False for what has no value on the axis, or is several values lumped together: it stands in no list. */
  readonly onAxis: boolean;
}

/** How the parts are spoken of. */
export interface Wording {
  /** "width 1,024" of "1,024"; as it stands inside a sentence. */
  readonly one: (label: string) => string;
  /** A label in a list: names that are no numbers may need quotation marks. */
  readonly label: (label: string) => string;
  /** What stands before a list of labels: "widths "; empty where the labels speak for themselves. */
  readonly before: string;
  /** "widths", "models", "values of batch": what the parts are, counted. */
  readonly many: string;
  /** "the largest width" and "the smallest width"; null where the parts have no order. */
  readonly largest: string | null;
  readonly smallest: string | null;
}

export interface Finding {
  /** A sentence with its full stop. */
  readonly title: string;
  /** A second thing to see, without a full stop; null where there is none. */
  readonly remark: string | null;
  /** Index of the part that the title speaks of. */
  readonly highlight: number | null;
}

/** Parts whose largest and smallest differ by less than this factor are even to the eye. */
const EVEN = 1.05;
/** Parts within this factor of the largest are as large. */
const TIED = 1.001;
const MOST_LISTED = 3;
/** What lies off the axis, named as a whole. */
const REST = "the rest of the plan";

/**
 * @param whole what the shares are of: "money"
 * @example finding of widths 128 … 16,384: "The largest width takes 41 % of the money.",
 * remark "Widths 12,288 and 16,384 together take 64.1 %"
 */
export function findingOf(parts: readonly Part[], wording: Wording, whole: string): Finding {
  const indexed = parts.map((part, index) => ({ ...part, index }));
  const order = indexed.filter((part) => part.share > 0).sort((a, b) => b.share - a.share || a.index - b.index);
  const [top, second] = order;
  const last = order.at(-1);
  if (top === undefined || last === undefined) {
    return { title: `No ${wording.many} take any of the ${whole}.`, remark: null, highlight: null };
  }
  if (second === undefined) {
    return {
      title: `${capital(subject(top, indexed, wording))} takes all of the ${whole}.`,
      remark: null,
      highlight: top.index,
    };
  }
  if (order.length === parts.length && top.share <= last.share * EVEN) {
    const count = numberWord(parts.length);
    return {
      title: `The ${whole} ${whole.endsWith("s") ? "are" : "is"} spread evenly over ${count} ${wording.many}.`,
      remark: null,
      highlight: null,
    };
  }
  const tied = order.filter((part) => top.share <= part.share * TIED);
  if (tied.length > 1) {
    const who =
      tied.length <= MOST_LISTED && tied.every((part) => part.onAxis)
        ? wording.before + listed(labelsInOrder(tied, wording))
        : `${numberWord(tied.length)} of ${numberWord(parts.length)} ${wording.many}`;
    return {
      title: `${capital(who)} take ${wholeShareText(top.share)} of the ${whole} each.`,
      remark: null,
      highlight: null,
    };
  }
  return {
    title: `${capital(subject(top, indexed, wording))} takes ${wholeShareText(top.share)} of the ${whole}.`,
    remark: together(order, wording),
    highlight: top.index,
  };
}

/** A part as the subject of a sentence: by its place where it is the largest or smallest, else by its name. */
function subject(part: Part, parts: readonly Part[], wording: Wording): string {
  if (!part.onAxis) return REST;
  const others = parts.flatMap((other) => (other === part || other.size === null || !other.onAxis ? [] : [other.size]));
  const { size } = part;
  if (size !== null && others.length > 0) {
    if (wording.largest !== null && others.every((other) => size > other)) return wording.largest;
    if (wording.smallest !== null && others.every((other) => size < other)) return wording.smallest;
  }
  return wording.one(part.label);
}

/** The fewest of the largest parts that make up more than half, where they are two or three of at least twice as many. */
function together(order: readonly (Part & { readonly index: number })[], wording: Wording): string | null {
  for (let many = 2; many <= MOST_LISTED; many++) {
    const first = order.slice(0, many);
    const share = first.reduce((sum, part) => sum + part.share, 0);
    if (order.length < 2 * many) return null;
    if (share > 0.5 && first.every((part) => part.onAxis)) {
      return `${capital(wording.before + listed(labelsInOrder(first, wording)))} together take ${shareText(share)}`;
    }
  }
  return null;
}

const labelsInOrder = (parts: readonly (Part & { readonly index: number })[], { label }: Wording): string[] =>
  [...parts].sort((a, b) => a.index - b.index).map((part) => label(part.label));

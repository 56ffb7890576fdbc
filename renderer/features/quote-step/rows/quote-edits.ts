/** What the step does to the plan's quotes, as changes of the document. Pure. */
import type { PlainValue, PlanEdit } from "../../../../shared/plan/edit/plan-edit.ts";

/** Of a quote, what decides whether it may be the headline: the card that it prices (null: every card), and whether it is. */
export interface HeadlineRow {
  readonly card: string | null;
  readonly isMarked: boolean;
  readonly isHeadline: boolean;
}

const mark = (index: number): PlanEdit => ({ op: "set", path: ["quotes", index, "headline"], value: true });
const unmark = (index: number): PlanEdit => ({ op: "remove", path: ["quotes", index, "headline"] });

/**
 * Makes the quote at `chosen` the headline. Where it prices every card of the plan it is the only one; else the headlines of
 * other cards stay, and are marked if they only were so for being alone.
 *
 * @param planCards ids of the accelerators that the plan's runs are on
 */
export function headlineEdits(
  rows: readonly HeadlineRow[],
  chosen: number,
  planCards: readonly string[],
): readonly PlanEdit[] {
  const card = rows[chosen]?.card ?? null;
  const coversAll = card === null || planCards.every((one) => one === card);
  return rows.flatMap((row, index): PlanEdit[] => {
    const stays = index === chosen || (!coversAll && row.isHeadline && row.card !== card);
    if (stays === row.isMarked) return [];
    return [stays ? mark(index) : unmark(index)];
  });
}

/** Marks the headlines that are so for being alone, before another quote joins them. */
export const markedEdits = (rows: readonly HeadlineRow[]): readonly PlanEdit[] =>
  rows.flatMap((row, index) => (row.isHeadline && !row.isMarked ? [mark(index)] : []));

/** Puts a quote after the others; which one is the headline stays as it was. */
export const addEdits = (rows: readonly HeadlineRow[], value: PlainValue): readonly PlanEdit[] => [
  ...markedEdits(rows),
  { op: "insert", path: ["quotes"], at: rows.length, value },
];

/** Takes a quote out. A headline that goes is followed by the first that prices the same cards, else by the first that prices all. */
export function deleteEdits(rows: readonly HeadlineRow[], index: number): readonly PlanEdit[] {
  const gone = rows[index];
  const taken: PlanEdit = { op: "remove", path: ["quotes", index] };
  if (gone?.isHeadline !== true) return [taken];
  const left = rows.map((row, at) => ({ row, at })).filter(({ at }) => at !== index);
  const follower =
    left.find(({ row }) => row.card === gone.card) ?? left.find(({ row }) => row.card === null && !row.isHeadline);
  return follower === undefined || follower.row.isMarked ? [taken] : [mark(follower.at), taken];
}

/** What a reader must know of an experiment beside its numbers: footnotes of its row. */

import { plural } from "../../units/format/counted.ts";
import { labelOf, type SheetContext } from "../context.ts";
import { marks } from "../footnotes.ts";
import type { Inline } from "../sheet.ts";
import { perCent } from "../text/amounts.ts";
import { capital, listed, numberWord, sentence } from "../text/words.ts";

/** Marks of the experiment's notes: its own remarks in one, and the one that points at the readings in dispute. */
export function experimentMarks(context: SheetContext, index: number): Inline[] {
  const { plan, footnotes } = context;
  const experiment = plan.experiments[index];
  if (experiment === undefined) return [];
  const own = [
    ...(experiment.note === null ? [] : [sentence(experiment.note)]),
    ...sweepNotes(context, index),
    ...conditional(context, index),
    ...shared(context, index),
  ];
  const where = plan.disputes.some((dispute) => dispute.experiment === index) ? labelOf(context, "disputes") : null;
  return marks([
    ...(own.length === 0 ? [] : [footnotes.call(`experiment-${experiment.id}`, [own.join(" ")])]),
    ...(where === null ? [] : [footnotes.call("disputes", [`Text and sums differ: see ${where}.`])]),
  ]);
}

function sweepNotes({ plan }: SheetContext, index: number): string[] {
  const sweeps = plan.experiments[index]?.sweeps ?? [];
  return sweeps.flatMap(({ note, title }) => {
    if (note === null) return [];
    return [title === null || sweeps.length === 1 ? sentence(note) : `${title}: ${sentence(note)}`];
  });
}

function conditional({ plan, classesOf }: SheetContext, index: number): string[] {
  const found = new Map<number, number>();
  for (const { sweep, probability } of classesOf[index] ?? []) if (probability < 1) found.set(sweep, probability);
  if (found.size === 0) return [];
  const chances = listed([...new Set(found.values())].map(perCent));
  const whole = found.size === plan.experiments[index]?.sweeps.length;
  const what = whole
    ? "Run"
    : `${capital(numberWord(found.size))} of its sweeps ${plural(found.size, "is", "are")} run`;
  return [`${what} with a probability of ${chances}: expected values.`];
}

function shared({ plan, classesOf }: SheetContext, index: number): string[] {
  const elsewhere = new Set<string>();
  let all = true;
  for (const { sharedWith } of classesOf[index] ?? []) {
    if (sharedWith === null) all = false;
    else elsewhere.add(sharedWith);
  }
  if (elsewhere.size === 0) return [];
  const titles = listed([...elsewhere].map((id) => plan.experiments.find((one) => one.id === id)?.title ?? id));
  return [`${all ? "Its runs are" : "Some of its runs are"} counted in ${titles}.`];
}

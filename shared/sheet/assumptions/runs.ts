/** Assumptions about which runs count, and how much of them: sharing, conditions, early ends, reruns, order. */

import { attendedBy } from "../../models/mean-attended-length.ts";
import type { RunClass } from "../../plan/resolved.ts";
import { plural } from "../../units/format/counted.ts";
import { exact, fixed } from "../../units/format/exact.ts";
import { hasReruns, type SheetContext } from "../context.ts";
import { isShort, named } from "../on-paper.ts";
import type { RichText } from "../sheet.ts";
import { perCent, stated } from "../text/amounts.ts";
import { listed } from "../text/words.ts";

export function runAssumptions(context: SheetContext): RichText[] {
  return [
    ...repeats(context),
    ...shared(context),
    ...conditional(context),
    ...earlyStopped(context),
    ...packed(context),
    ...reruns(context),
    ...limits(context),
    ...order(context),
  ].flatMap((text, index, all) => (all.indexOf(text) === index ? [[text]] : []));
}

/** More sentences of one kind become one where pages are few. */
const MOST_SENTENCES = 2;

function repeats({ plan, budget }: SheetContext): string[] {
  const found = namesBy(plan, ({ repeats: { likely, input } }) => {
    const range = input === null ? undefined : plan.inputs[input];
    if (range !== undefined) return `${stated(range.low)} to ${stated(range.high)} times, likely ${stated(likely)}`;
    return likely === 1 ? null : `${stated(likely)} ${plural(likely, "time")}`;
  });
  if (isShort(budget) && found.size > MOST_SENTENCES) {
    const all = plan.classes.map(({ repeats }) => repeats.likely);
    const [least, most] = [Math.min(...all), Math.max(...all)];
    return [`Every run is done ${stated(least)} to ${stated(most)} times, by experiment.`];
  }
  return [...found].map(([times, names]) => `Every run of ${named(names, budget)} is done ${times}.`);
}

function shared({ plan, budget }: SheetContext): string[] {
  const found = namesBy(plan, (one) => one.sharedWith);
  return [...found].map(([id, names]) => {
    const other = plan.experiments.find((one) => one.id === id)?.title ?? id;
    return `Runs of ${named(names, budget)} that are counted in ${other} add nothing of their own.`;
  });
}

function conditional({ plan, budget }: SheetContext): string[] {
  const found = namesBy(plan, (one) => (one.probability < 1 ? perCent(one.probability) : null));
  return [...found].map(
    ([chance, names]) =>
      `Conditional sweeps of ${named(names, budget)} are run with a probability of ${chance} and count at that part.`,
  );
}

function earlyStopped({ plan, budget }: SheetContext): string[] {
  const found = namesBy(plan, ({ earlyStopped: early }) =>
    early === null
      ? null
      : `${perCent(early.share.likely)} of the runs end after ${perCent(early.at.likely)} of their training`,
  );
  return [...found].map(([what, names]) => `In ${named(names, budget)}, ${what}.`);
}

/** Documents packed into a sequence do not see each other: the scores cost less than mask and window alone would say. */
function packed({ plan, budget }: SheetContext): string[] {
  const found = namesBy(plan, ({ model, training: { sequence, attended } }) => {
    const shape = model === null ? undefined : plan.models[model]?.shape;
    if (shape?.kind !== "transformer" || sequence === null) return null;
    const whole = attendedBy(shape, sequence);
    return attended < whole * (1 - 1e-9) ? fixed(attended, 0) : null;
  });
  return [...found].map(
    ([tokens, names]) =>
      `Sequences of ${named(names, budget)} are packed of documents that do not see each other: a token attends to ${tokens} tokens on the mean.`,
  );
}

function reruns(context: SheetContext): string[] {
  if (!hasReruns(context)) return [];
  return [`Reruns and failures add ${perCent(context.plan.reruns.likely)} to all work; repeats are no reruns.`];
}

function limits({ plan, budget }: SheetContext): string[] {
  const found = new Map<string, Set<string>>();
  for (const { title, sweeps } of plan.experiments) {
    for (const { maxParallel } of sweeps) {
      if (maxParallel === null) continue;
      const per = maxParallel.per.length === 0 ? "" : ` per ${listed(maxParallel.per)}`;
      const limit = `at most ${exact(maxParallel.runs)} ${plural(maxParallel.runs, "run")} at once${per}`;
      found.set(limit, (found.get(limit) ?? new Set()).add(title));
    }
  }
  return [...found].map(([limit, names]) => {
    const each = names.size === 1 ? "" : "each ";
    return `${named([...names], budget)}: ${each}${limit}; a schedule keeps to it, ideal times do not.`;
  });
}

function order({ plan, budget }: SheetContext): string[] {
  const titleOf = (id: string) => plan.experiments.find((one) => one.id === id)?.title ?? id;
  const found = new Map<string, string[]>();
  for (const { title, after } of plan.experiments) {
    if (after.length === 0) continue;
    const others = named(after.map(titleOf), budget);
    found.set(others, [...(found.get(others) ?? []), title]);
  }
  return [...found].map(
    ([others, names]) =>
      `${named(names, budget)} ${plural(names.length, "starts", "start")} after ${others}; ideal times leave that out.`,
  );
}

/** Titles of experiments by a word that some of their run classes say. */
function namesBy(plan: SheetContext["plan"], wordOf: (runClass: RunClass) => string | null): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const runClass of plan.classes) {
    const word = wordOf(runClass);
    const title = plan.experiments[runClass.experiment]?.title;
    if (word === null || title === undefined) continue;
    const names = found.get(word) ?? [];
    if (!names.includes(title)) found.set(word, [...names, title]);
  }
  return found;
}

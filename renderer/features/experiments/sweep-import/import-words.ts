/** What the importer says about a file. Pure. */

import { formatWords, methodWords } from "../../../../shared/formats/sweeps/axis-words.ts";
import { sizeOf } from "../../../../shared/formats/sweeps/count-runs.ts";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import type { Decisions, WrittenSweep } from "../../../../shared/formats/sweeps/experiment/written-sweep.ts";
import type { Need, SweepFile } from "../../../../shared/formats/sweeps/sweep-file.ts";
import { listed } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { axisTitle } from "../axis/axis-face.ts";
import { pluralOf } from "../sweep/plural.ts";

export interface Factor {
  readonly count: number | null;
  readonly words: string;
}

/** The factors of the number of runs: axes that multiply, and trials. */
export function factorsOf(file: SweepFile, { targets, answers }: Decisions): readonly Factor[] {
  if (file.rows !== null) return [{ count: file.rows.length, words: file.rows.length === 1 ? "row" : "rows" }];
  const axes = file.axes.flatMap((axis): Factor[] => {
    const target = targets.get(axis.name);
    if (axis.drawn || target?.kind === "out") return [];
    const count = sizeOf(axis, answers);
    const words = wordsOf(target, axis.name);
    return [{ count, words: count === 1 ? words : pluralOf(words) }];
  });
  const trials = file.trials ?? answers.trials;
  return trials === 1 && axes.length > 0
    ? axes
    : [...axes, { count: trials, words: trials === 1 ? "trial" : "trials" }];
}

function wordsOf(target: Target | undefined, name: string): string {
  if (target?.kind === "label") return target.name;
  if (target?.kind === "repeats") return "repeat";
  return target?.kind === "field" ? axisTitle(target.path) : name;
}

/** A title for the experiment: the file's name without its ending and marks. */
export function titleOf(fileName: string): string {
  const words = fileName
    .replace(/\.[A-Za-z]+$/, "")
    .replace(/[_\-.]+/g, " ")
    .trim();
  return words === "" ? "Sweep" : (words.charAt(0).toUpperCase() + words.slice(1)).slice(0, LONGEST_TITLE);
}

const LONGEST_TITLE = 100;

/** Where the experiment comes from, for its note. */
export function noteOf(fileName: string, file: SweepFile, decisions: Decisions, written: WrittenSweep): string {
  const left = file.axes.filter(
    (axis) => !axis.drawn && file.rows === null && decisions.targets.get(axis.name)?.kind === "out",
  );
  const sentences = [
    `From ${fileName}: ${formatWords[file.format]}, ${methodWords[file.method]}, ${counted(written.runs, "run")}.`,
    ...written.notes,
    ...(left.length === 0 ? [] : [`Left out: ${listed(left.map(({ name }) => name))}.`]),
  ];
  return sentences.join(" ").slice(0, LONGEST_NOTE);
}

const LONGEST_NOTE = 2_000;

/** The label of the field that asks for what the file does not say. */
export function needLabel({ what, axis }: Need): string {
  switch (what) {
    case "cap":
      return "Runs until it is stopped";
    case "trials":
      return "Trials";
    case "glob":
      return `Configurations that ${axis ?? "the glob"} finds`;
    case "tasks":
      return "Tasks of the array";
  }
}

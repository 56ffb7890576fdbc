import { useMemo, useState } from "react";
import { likelyValues } from "../../../../shared/formats/sweeps/experiment/likely-values.ts";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import type { Decisions } from "../../../../shared/formats/sweeps/experiment/written-sweep.ts";
import type { SweepFile, SweepValue } from "../../../../shared/formats/sweeps/sweep-file.ts";
import { readNumber } from "../../../../shared/plan/typed/read-number.ts";
import { readValues } from "../../../../shared/plan/typed/read-values.ts";
import { firstTargets } from "./first-targets.ts";

/** What is typed and chosen in the importer, and what it comes to. */
export interface Choices {
  readonly decisions: Decisions;
  readonly setTarget: (name: string, target: Target) => void;
  /** As typed: values that stand for a range, by parameter. */
  readonly valuesText: (name: string) => string;
  readonly setValuesText: (name: string, text: string) => void;
  /** As typed: what the file leaves open, by the axis, "" for trials and caps. */
  readonly answerText: (axis: string) => string;
  readonly setAnswerText: (axis: string, text: string) => void;
}

export function useDecisions(file: SweepFile, known: ReadonlyMap<string, Target>): Choices {
  const [targets, setTargets] = useState<ReadonlyMap<string, Target>>(() => firstTargets(file, known));
  const [values, setValues] = useState<ReadonlyMap<string, string>>(() => firstValues(file));
  const [answers, setAnswers] = useState<ReadonlyMap<string, string>>(new Map());
  const decisions = useMemo(() => decisionsOf(targets, values, answers), [targets, values, answers]);
  return {
    decisions,
    setTarget: (name, target) => setTargets((before) => new Map(before).set(name, target)),
    valuesText: (name) => values.get(name) ?? "",
    setValuesText: (name, text) => setValues((before) => new Map(before).set(name, text)),
    answerText: (axis) => answers.get(axis) ?? "",
    setAnswerText: (axis, text) => setAnswers((before) => new Map(before).set(axis, text)),
  };
}

/** Three values for each range. */
const firstValues = (file: SweepFile): ReadonlyMap<string, string> =>
  new Map(
    file.axes.flatMap((axis) => (axis.kind === "range" ? [[axis.name, likelyValues(axis).join(", ")] as const] : [])),
  );

function decisionsOf(
  targets: ReadonlyMap<string, Target>,
  values: ReadonlyMap<string, string>,
  answers: ReadonlyMap<string, string>,
): Decisions {
  const read = [...values].map(([name, text]): readonly [string, readonly SweepValue[]] => {
    const typed = readValues(text, { numbers: true });
    return [name, typed.ok ? typed.value : []];
  });
  const sizes = [...answers].flatMap(([axis, text]) => {
    const count = countIn(text);
    return axis === "" || count === null ? [] : [[axis, count] as const];
  });
  return { targets, values: new Map(read), answers: { trials: countIn(answers.get("") ?? ""), sizes: new Map(sizes) } };
}

/** A whole number of runs or settings; null while none is typed. */
export function countIn(text: string): number | null {
  const read = readNumber(text);
  return read.ok && Number.isSafeInteger(read.value) && read.value > 0 && read.value <= MOST ? read.value : null;
}

const MOST = 1e9;

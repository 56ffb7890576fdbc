/** From a sweep file and what its parameters become to the sweep of a plan. */
import { err, ok, type Result } from "../../../lib/result.ts";
import type { PlainValue } from "../../../plan/edit/plan-edit.ts";
import { exact } from "../../../units/format/exact.ts";
import { type Answers, countRuns, sizeOf } from "../count-runs.ts";
import type { SweepAxis, SweepFile, SweepValue } from "../sweep-file.ts";
import type { Setting } from "./settings.ts";
import { distinctSettings, spreadSettings } from "./settings.ts";
import { fits, type Target } from "./target.ts";

/** What the person decided about a file. */
export interface Decisions {
  /** What each parameter becomes, by its name, constants included. A parameter that is not there is left out. */
  readonly targets: ReadonlyMap<string, Target>;
  /** Values that stand for a range, by the parameter's name. */
  readonly values: ReadonlyMap<string, readonly SweepValue[]>;
  readonly answers: Answers;
}

type Json = Readonly<Record<string, PlainValue>>;

export interface WrittenSweep {
  /** Members of the sweep, in the order in which a plan has them. */
  readonly sweep: Json;
  /** What the sweep has of runs. */
  readonly runs: number;
  /** How the runs were spread, where that was not in the file: a sentence, or none. */
  readonly notes: readonly string[];
}

/** Why it cannot be written yet: what it concerns, null for the sweep as a whole, and a sentence. */
export interface NotWritten {
  readonly parameter: string | null;
  readonly message: string;
}

/** Axes that multiply come as they are; a run's drawn values are spread over the trials as evenly as whole runs allow. */
export function writtenSweep(file: SweepFile, decisions: Decisions): Result<WrittenSweep, readonly NotWritten[]> {
  const problems = [...problemsOf(file, decisions)];
  const runs = countRuns(file, decisions.answers);
  if (runs === null) problems.push({ parameter: null, message: "The number of runs is not known yet." });
  if (problems.length > 0 || runs === null) return err(problems);
  const constant = constantFields(file, decisions);
  const body = file.rows === null ? gridBody(file, decisions) : rowsBody(file, file.rows, decisions);
  if (!body.ok) return err([{ parameter: null, message: body.error }]);
  const { axes, repeats, notes, reaches } = body.value;
  const sweep: Record<string, PlainValue> = { ...constant };
  if (Object.keys(axes).length > 0) sweep.axes = axes;
  if (repeats > 1) sweep.repeats = repeats;
  if (file.maxParallel !== null && file.maxParallel < reaches) sweep.maxParallel = { runs: file.maxParallel };
  return ok({ sweep, runs: reaches, notes });
}

interface Body {
  readonly axes: Record<string, PlainValue>;
  readonly repeats: number;
  readonly notes: string[];
  readonly reaches: number;
}

const fieldOf = ({ targets }: Decisions, name: string): string | null => {
  const target = targets.get(name);
  return target?.kind === "field" ? target.path : null;
};

/** The values with which a parameter sets its field. */
function valuesOf(axis: SweepAxis, { values }: Decisions): readonly SweepValue[] {
  return axis.kind === "values" ? axis.values : (values.get(axis.name) ?? []);
}

function gridBody(file: SweepFile, decisions: Decisions): Result<Body, string> {
  const whole = file.axes.reduce((all, axis) => (axis.drawn ? all : all * (sizeOf(axis, decisions.answers) ?? 1)), 1);
  // A cap that ends a grid early leaves nobody knows which of its settings: they are spread like drawn ones.
  const isCapped = file.cap !== null && file.cap < whole;
  const trials = isCapped ? (file.cap ?? whole) : (file.trials ?? decisions.answers.trials ?? 1);
  const isSpread = (axis: SweepAxis) =>
    isCapped ||
    axis.drawn ||
    (axis.kind === "values" &&
      new Set(axis.values).size < axis.values.length &&
      fieldOf(decisions, axis.name) !== null);
  const multiplying = file.axes.filter((axis) => !isSpread(axis));
  const spread = file.axes.filter(isSpread);
  const axes: Record<string, PlainValue> = {};
  let repeats = 1;
  let reaches = 1;
  for (const axis of multiplying) {
    const target = decisions.targets.get(axis.name) ?? { kind: "out" };
    const size = sizeOf(axis, decisions.answers) ?? 1;
    if (target.kind === "out") continue;
    reaches *= size;
    if (target.kind === "repeats") repeats *= size;
    else if (target.kind === "field") axes[target.path] = [...valuesOf(axis, decisions)];
    else axes[target.name] = labelAxis(axis, size);
  }
  // Equal values that multiply are runs of one setting.
  const twice = spread.filter((axis) => !axis.drawn && !isCapped);
  const times = twice.reduce((all, axis) => all * (sizeOf(axis, decisions.answers) ?? 1), 1);
  const mapped = spread.flatMap((axis) => {
    const path = fieldOf(decisions, axis.name);
    return path === null ? [] : [{ path, values: valuesOf(axis, decisions) }];
  });
  const all = trials * times;
  const settings = spreadSettings(mapped, all);
  if (settings === null) return err("These are too many settings: leave a parameter out, or give it fewer values.");
  addSettings(
    axes,
    settings,
    mapped.map(({ path }) => path),
    all,
    file,
  );
  const notes =
    mapped.length === 0 || (twice.length > 0 && spread.length === twice.length)
      ? []
      : [spreadWords(isCapped, all, settings.length)];
  return ok({ axes, repeats, notes, reaches: reaches * all });
}

const spreadWords = (isCapped: boolean, runs: number, settings: number): string =>
  `${isCapped ? "The cap ends the grid early; its" : "The"} ${exact(runs)} runs are spread evenly over ${exact(settings)} settings.`;

/** Names where they differ and are names, else their number. */
function labelAxis(axis: SweepAxis, size: number): PlainValue {
  if (axis.kind !== "values" || new Set(axis.values.map(String)).size < size || size > MOST_LABELS) return size;
  return axis.values.map((value) => value ?? "none");
}

const MOST_LABELS = 200;

/** Settings with how many runs each has: axes of their own where they form a product with equal counts, else rows. */
function addSettings(
  axes: Record<string, PlainValue>,
  settings: readonly Setting[],
  paths: readonly string[],
  runs: number,
  file: SweepFile,
): void {
  const counter = file.method === "list" ? "run" : "trial";
  const [first] = settings;
  if (first === undefined || paths.length === 0) {
    if (runs !== 1 || Object.keys(axes).length === 0) axes[counter] = runs;
    return;
  }
  const equal = settings.every(({ count }) => count === first.count);
  const columns = paths.map((_, column) => [...new Set(settings.map(({ values }) => values[column] ?? null))]);
  const isProduct = columns.reduce((product, column) => product * column.length, 1) === settings.length;
  if (equal && isProduct) {
    for (const [column, path] of paths.entries()) axes[path] = columns[column] ?? [];
    if (first.count > 1) axes[counter] = first.count;
    return;
  }
  const labels = settings.map(({ values }) => settingLabel(paths, values));
  axes.setting = settings.map(({ values }, index) => ({ label: labels[index] ?? "", ...rowFields(paths, values) }));
  if (equal) {
    if (first.count > 1) axes[counter] = first.count;
    return;
  }
  // The commonest count is said once.
  const counts = settings.map(({ count }) => count);
  const otherwise = commonest(counts);
  const others = labels.flatMap((label, index) =>
    counts[index] === otherwise ? [] : [[label, counts[index] ?? 0] as const],
  );
  axes[counter] = { by: "setting", counts: Object.fromEntries(others), otherwise };
}

function commonest(counts: readonly number[]): number {
  const times = new Map<number, number>();
  for (const count of counts) times.set(count, (times.get(count) ?? 0) + 1);
  return [...times].reduce((most, entry) => (entry[1] > most[1] ? entry : most), [0, 0])[0];
}

const bareName = (path: string): string => path.split(".")[1] ?? path;

const settingLabel = (paths: readonly string[], values: readonly SweepValue[]): string =>
  paths
    .map((path, column) => `${bareName(path)} ${String(values[column])}`)
    .join(", ")
    .slice(0, 200);

/** A row of a variant axis names fields by their bare names; the one inside another field stands in it. */
function rowFields(paths: readonly string[], values: readonly SweepValue[]): Json {
  return Object.fromEntries(paths.map((path, column) => [bareName(path), fieldValue(path, values[column] ?? null)]));
}

const fieldValue = (path: string, value: SweepValue): PlainValue =>
  path.endsWith(".ratio") ? { ratio: value, of: "total" } : value;

/** A table: rows with the same fields are one setting. */
function rowsBody(
  file: SweepFile,
  rows: readonly (readonly SweepValue[])[],
  decisions: Decisions,
): Result<Body, string> {
  const mapped = file.axes.flatMap((axis, column) => {
    const path = fieldOf(decisions, axis.name);
    return path === null ? [] : [{ path, column }];
  });
  const settings = distinctSettings(rows.map((row) => mapped.map(({ column }) => row[column] ?? null)));
  const axes: Record<string, PlainValue> = {};
  addSettings(
    axes,
    settings,
    mapped.map(({ path }) => path),
    rows.length,
    file,
  );
  return ok({ axes, repeats: 1, notes: [], reaches: rows.length });
}

/** Constants that set a field, by their groups. */
function constantFields({ constants }: SweepFile, decisions: Decisions): Json {
  const groups: Record<string, Record<string, PlainValue>> = {};
  for (const group of ["model", "training", "hardware"]) {
    for (const { name, value } of constants) {
      const path = fieldOf(decisions, name);
      if (path?.startsWith(`${group}.`) !== true) continue;
      groups[group] = { ...groups[group], [bareName(path)]: fieldValue(path, value) };
    }
  }
  return groups;
}

/** Axes that are written beside those of the file. */
const OWN_NAMES = ["setting", "trial", "run"];

/** Fields set twice or with values that they do not take, and ranges without values. */
function* problemsOf(file: SweepFile, decisions: Decisions): Generator<NotWritten> {
  const setBy = new Map<string, string>();
  const labelled = new Set(OWN_NAMES);
  const parameters = [
    ...file.axes.map((axis) => ({ name: axis.name, values: valuesOf(axis, decisions), axis })),
    ...file.constants.map(({ name, value }) => ({ name, values: [value], axis: null })),
  ];
  for (const { name, values, axis } of parameters) {
    const target = decisions.targets.get(name);
    if (target?.kind === "label" && axis !== null && !axis.drawn && file.rows === null) {
      if (labelled.has(target.name))
        yield { parameter: name, message: `Another axis has the name ${target.name} already.` };
      labelled.add(target.name);
    }
    if (target?.kind !== "field") continue;
    const earlier = setBy.get(target.path);
    if (earlier !== undefined) yield { parameter: name, message: `${earlier} sets ${target.path} already.` };
    setBy.set(target.path, name);
    if (axis !== null && values.length === 0) {
      yield { parameter: name, message: "Write the values that it stands for, as 256, 512, 1024." };
    } else {
      const wrong = values.find((value) => !fits(target.path, [value]));
      if (wrong !== undefined)
        yield { parameter: name, message: `${target.path} cannot be ${wrong === null ? "empty" : String(wrong)}.` };
    }
  }
}

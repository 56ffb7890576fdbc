/** A compiled plan at many points at once: column by column, so that the inner loops are plain arithmetic on arrays. */
import type { Amount } from "../plan/resolved.ts";
import { SECONDS_PER_HOUR } from "../units/constants.ts";
import type { CostModel, Term } from "./cost-model.ts";

/** Points at which a plan is evaluated: point k takes the k-th value of every column. */
export interface Points {
  readonly count: number;
  /** A column for every uncertain input. */
  readonly inputs: readonly Float64Array[];
  /** A column for every condition: how much of its sweep is run, 0 or 1 in a draw, a probability for expected values. */
  readonly conditions: readonly Float64Array[];
}

/** One figure at every point: FLOP, card-hours and cost. */
export interface Columns {
  readonly flop: Float64Array;
  readonly cardHours: Float64Array;
  readonly cost: Float64Array;
}

/** Every experiment at every point, and the plan's total, reruns included. */
export interface Evaluation {
  readonly experiments: readonly Columns[];
  readonly total: Columns;
}

/** Evaluates `model` at `points`: as `estimate` would, one point after the other. */
export function evaluate(model: CostModel, points: Points): Evaluation {
  const { count } = points;
  const experiments = Array.from({ length: model.experiments }, () => emptyColumns(count));
  const work = new Float64Array(count);
  for (const term of model.terms) {
    const columns = experiments[term.experiment];
    if (columns === undefined) throw new RangeError(`a term names experiment ${term.experiment}`);
    workOf(term, points, work);
    addTo(columns.flop, work);
    divideBy(work, term.speed, points);
    addTo(columns.cardHours, work);
    multiplyByAmount(work, term.price, points);
    addTo(columns.cost, work);
  }
  const total = emptyColumns(count);
  for (const measure of ["flop", "cardHours", "cost"] as const) {
    for (const columns of experiments) addTo(total[measure], columns[measure]);
    again(total[measure], model.reruns, points);
  }
  return { experiments, total };
}

const emptyColumns = (count: number): Columns => ({
  flop: new Float64Array(count),
  cardHours: new Float64Array(count),
  cost: new Float64Array(count),
});

/** FLOP of a term at every point, into `work`. */
function workOf(term: Term, points: Points, work: Float64Array): void {
  work.fill(term.flop);
  for (const input of term.multipliers) multiply(work, columnOf(points.inputs, input));
  if (term.condition !== null) multiply(work, columnOf(points.conditions, term.condition));
  if (term.earlyStopped === null) return;
  const share = valuesOf(term.earlyStopped.share, points);
  const end = valuesOf(term.earlyStopped.at, points);
  for (let point = 0; point < work.length; point++) {
    work[point] = at(work, point) * (1 - at(share, point) * (1 - at(end, point)));
  }
}

/** From FLOP to card-hours: `speed` is FLOP/s with its uncertain part, if any, taken out. */
function divideBy(work: Float64Array, speed: Amount, points: Points): void {
  const certain = speed.likely * SECONDS_PER_HOUR;
  const column = speed.input === null ? null : columnOf(points.inputs, speed.input);
  for (let point = 0; point < work.length; point++) {
    work[point] = at(work, point) / (column === null ? certain : certain * at(column, point));
  }
}

function multiplyByAmount(work: Float64Array, amount: Amount, points: Points): void {
  if (amount.input !== null) multiply(work, columnOf(points.inputs, amount.input));
  else for (let point = 0; point < work.length; point++) work[point] = at(work, point) * amount.likely;
}

function again(column: Float64Array, reruns: Amount, points: Points): void {
  const share = valuesOf(reruns, points);
  for (let point = 0; point < column.length; point++) column[point] = at(column, point) * (1 + at(share, point));
}

function multiply(work: Float64Array, by: Float64Array): void {
  for (let point = 0; point < work.length; point++) work[point] = at(work, point) * at(by, point);
}

function addTo(sum: Float64Array, part: Float64Array): void {
  for (let point = 0; point < sum.length; point++) sum[point] = at(sum, point) + at(part, point);
}

const valuesOf = (amount: Amount, { inputs, count }: Points): Float64Array =>
  amount.input === null ? new Float64Array(count).fill(amount.likely) : columnOf(inputs, amount.input);

function columnOf(columns: readonly Float64Array[], index: number): Float64Array {
  const column = columns[index];
  if (column === undefined) throw new RangeError(`there are ${columns.length} columns and no column ${index}`);
  return column;
}

/** Reads an array at a point that a loop over its length has made sure of. */
const at = (column: Float64Array, point: number): number => column[point] as number;

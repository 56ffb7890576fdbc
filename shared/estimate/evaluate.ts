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
  const experiments = Array.from({ length: model.experiments }, () => emptyColumns(points.count));
  for (const term of model.terms) {
    const columns = experiments[term.experiment];
    if (columns === undefined) throw new RangeError(`a term names experiment ${term.experiment}`);
    addTerm(columns, term, points);
  }
  const total = emptyColumns(points.count);
  for (const columns of experiments) addColumns(total, columns);
  return { experiments, total: withReruns(total, valuesOf(model.reruns, points)) };
}

const emptyColumns = (count: number): Columns => ({
  flop: new Float64Array(count),
  cardHours: new Float64Array(count),
  cost: new Float64Array(count),
});

/**
 * Adds a term at every point to its experiment, by loops with plain reads (a cast where the length is known, no helper and
 * no iterator): in a process that runs once, as the command line does, they are interpreted, and a call costs more than
 * the sum.
 */
function addTerm({ flop, cardHours, cost }: Columns, term: Term, points: Points): void {
  const work = new Float64Array(points.count).fill(term.flop);
  for (const input of term.multipliers) multiply(work, columnOf(points.inputs, input));
  if (term.condition !== null) multiply(work, columnOf(points.conditions, term.condition));
  if (term.earlyStopped !== null) {
    multiply(work, meanLengths(valuesOf(term.earlyStopped.share, points), valuesOf(term.earlyStopped.at, points)));
  }
  const perHour = term.speed.likely * SECONDS_PER_HOUR;
  const speed = term.speed.input === null ? null : columnOf(points.inputs, term.speed.input);
  const price = valuesOf(term.price, points);
  const unit = term.price.input === null ? 1 : (term.price.factor ?? 1);
  for (let point = 0; point < work.length; point++) {
    const operations = work[point] as number;
    const hours = operations / (speed === null ? perHour : perHour * (speed[point] as number));
    if (term.isCounted) (flop[point] as number) += operations;
    (cardHours[point] as number) += hours;
    (cost[point] as number) += hours * (price[point] as number) * unit;
  }
}

function multiply(column: Float64Array, by: Float64Array): void {
  for (let point = 0; point < column.length; point++) (column[point] as number) *= by[point] as number;
}

function meanLengths(share: Float64Array, end: Float64Array): Float64Array {
  return share.map((value, point) => 1 - value * (1 - (end[point] as number)));
}

function addColumns({ flop, cardHours, cost }: Columns, part: Columns): void {
  for (let point = 0; point < flop.length; point++) {
    (flop[point] as number) += part.flop[point] as number;
    (cardHours[point] as number) += part.cardHours[point] as number;
    (cost[point] as number) += part.cost[point] as number;
  }
}

function withReruns({ flop, cardHours, cost }: Columns, reruns: Float64Array): Columns {
  for (let point = 0; point < flop.length; point++) {
    const again = 1 + (reruns[point] as number);
    (flop[point] as number) *= again;
    (cardHours[point] as number) *= again;
    (cost[point] as number) *= again;
  }
  return { flop, cardHours, cost };
}

const valuesOf = (amount: Amount, { inputs, count }: Points): Float64Array =>
  amount.input === null ? new Float64Array(count).fill(amount.likely) : columnOf(inputs, amount.input);

function columnOf(columns: readonly Float64Array[], index: number): Float64Array {
  const column = columns[index];
  if (column === undefined) throw new RangeError(`there are ${columns.length} columns and no column ${index}`);
  return column;
}

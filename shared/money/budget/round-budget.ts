/** A budget as it is printed: rounded once, so that every row and every column adds up. */
import { roundTable } from "../round-table.ts";
import type { Budget, ByYear, LineResult } from "./compute-budget.ts";

export interface RoundedRow {
  readonly byYear: ByYear;
  readonly total: number;
}

export interface RoundedLine extends RoundedRow {
  readonly result: LineResult;
}

export interface RoundedBudget {
  /** Empty where the layout is modular: it asks for no lines. */
  readonly lines: readonly RoundedLine[];
  /** The steps, and what others bear beside them or null; null where the layout is not modular. */
  readonly modular: { readonly direct: RoundedRow; readonly borne: RoundedRow | null } | null;
  readonly direct: RoundedRow;
  readonly indirect: RoundedRow;
  readonly total: RoundedRow;
  /** What others bear, as amounts above 0; null where nobody bears anything. */
  readonly internal: RoundedRow | null;
  readonly external: RoundedRow | null;
  readonly unfunded: RoundedRow | null;
  readonly request: RoundedRow;
}

/**
 * Rounds a budget once, to multiples of `roundTo`: lines, indirect costs and what others bear are the rows of one table,
 * the grant years its columns, and what is asked for is the sum of its rounded cells, the whole of it rounded to the
 * nearest. Sums of rows in between (direct costs, total costs) are sums of rounded cells, too.
 *
 * @param roundTo 0.01, or a power of ten from 1
 */
export function roundBudget(budget: Budget, roundTo: number): RoundedBudget {
  const { modular, lines } = budget;
  const isBorne = budget.borneDirect.some((amount) => amount !== 0);
  const steps = [budget.ownDirect, ...(isBorne ? [budget.borneDirect] : [])];
  const body = modular === null ? lines.map(({ amounts }) => amounts) : steps;
  const borne = [budget.internal, budget.external, budget.unfunded];
  const rows = [...body, budget.indirect, ...borne.map((row) => row.map((amount) => -amount))];
  const table = roundTable(rows, Math.max(1, roundTo), roundTo < 1 ? 2 : 0);
  const unit = Math.max(1, roundTo);
  const rounded = table.cells.map((cells) =>
    rowOf(
      cells.map((cell) => cell * unit),
      roundTo,
    ),
  );
  const [indirect, ...rest] = rounded.slice(body.length);
  if (indirect === undefined) throw new RangeError("the rounded budget lost a row");
  const [inSteps, besideSteps = null] = rounded.slice(0, body.length);
  const direct = sumOf(rounded.slice(0, body.length), budget.direct.length, roundTo);
  const [internal = null, external = null, unfunded = null] = rest.map((row, index) =>
    borne[index]?.some((amount) => amount !== 0) === true ? positive(row) : null,
  );
  return {
    lines: modular === null ? lines.flatMap((result, index) => withResult(result, rounded[index])) : [],
    modular: modular === null || inSteps === undefined ? null : { direct: inSteps, borne: besideSteps },
    direct,
    indirect,
    total: sumOf([direct, indirect], budget.direct.length, roundTo),
    internal,
    external,
    unfunded,
    request: sumOf(rounded, budget.direct.length, roundTo),
  };
}

/** Lines as they are printed; also those of a layout that asks for none of them, whose sums are then their own. */
export const printedLines = ({
  budget,
  rounded,
}: {
  budget: Budget;
  rounded: RoundedBudget;
}): readonly RoundedLine[] =>
  rounded.lines.length > 0
    ? rounded.lines
    : budget.lines.map((result) => ({
        result,
        byYear: result.amounts,
        total: result.amounts.reduce((total, amount) => total + amount, 0),
      }));

const withResult = (result: LineResult, row: RoundedRow | undefined): RoundedLine[] =>
  row === undefined ? [] : [{ ...row, result }];

const positive = ({ byYear, total }: RoundedRow): RoundedRow => ({
  byYear: byYear.map((amount) => -amount + 0),
  total: -total + 0,
});

const rowOf = (byYear: ByYear, roundTo: number): RoundedRow => ({ byYear, total: sum(byYear, roundTo) });

const sumOf = (rows: readonly RoundedRow[], years: number, roundTo: number): RoundedRow =>
  rowOf(
    Array.from({ length: years }, (_, year) =>
      sum(
        rows.map(({ byYear }) => byYear[year] ?? 0),
        roundTo,
      ),
    ),
    roundTo,
  );

/** Cents are added as whole numbers of cents: a double has no exact tenth. */
const sum = (amounts: ByYear, roundTo: number): number => {
  const steps = amounts.reduce((total, amount) => total + Math.round(amount / roundTo), 0);
  return roundTo < 1 ? steps / Math.round(1 / roundTo) : steps * roundTo;
};

import { type BudgetDifference, budgetPlaces } from "../../../shared/estimate/difference/budget-difference.ts";
import { capital } from "../../../shared/sheet/text/words.ts";
import { fixed, signed } from "../../../shared/units/format/exact.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { type Version, versionName } from "./versions.ts";

interface BudgetRowsProps {
  readonly budget: BudgetDifference;
  readonly before: Version["key"];
  readonly after: Version["key"];
}

/** The rows of two budgets that differ, as they are printed, and what is asked for. */
export function BudgetRows({ budget, before, after }: BudgetRowsProps) {
  const { currency, rows, request } = budget;
  const places = budgetPlaces(budget);
  const amount = (money: number | null) => <td className="tabular">{money === null ? "" : fixed(money, places)}</td>;
  const difference = (was: number | null, is: number | null, row: string | null) => {
    const money = (is ?? 0) - (was ?? 0);
    return (
      <td className="tabular">
        <strong>
          {money === 0 ? (
            "0"
          ) : (
            <FigureButton
              figure={{ of: "budgetVersions", row }}
              place={`revisions.budget.${row ?? "request"}`}
              exact={`${signed(money, 2)} ${currency}`}
            >
              {signed(money, places)}
            </FigureButton>
          )}
        </strong>
      </td>
    );
  };
  return (
    <table>
      <caption className="visually-hidden">The difference of the budget</caption>
      <thead>
        <tr>
          <th scope="col">{`Lines of the budget that differ, ${currency}`}</th>
          <th scope="col">{capital(versionName(before))}</th>
          <th scope="col">{capital(versionName(after))}</th>
          <th scope="col">Difference</th>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <tr key={row.key}>
            <th scope="row">{row.title}</th>
            {amount(row.before)}
            {amount(row.after)}
            {difference(row.before, row.after, row.key)}
          </tr>
        ))}
        <tr>
          <th scope="row">
            <strong>Asked for</strong>
          </th>
          {amount(request.before)}
          {amount(request.after)}
          {difference(request.before, request.after, null)}
        </tr>
      </tbody>
    </table>
  );
}

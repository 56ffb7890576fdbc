import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Fragment, type ReactNode, useState } from "react";
import type { PlanBudget } from "../../../shared/estimate/budget/budget-of.ts";
import { CATEGORIES, CATEGORY_FACTS } from "../../../shared/money/budget/category.ts";
import { printedLines, type RoundedLine } from "../../../shared/money/budget/round-budget.ts";
import { budgetText } from "../../../shared/sheet/text/amounts.ts";
import { Bin } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { FlagFields } from "./flag-fields.tsx";

const categories = CATEGORIES.map((value) => ({ value, label: CATEGORY_FACTS[value].title }));

interface OpeningRowProps {
  readonly name: string;
  readonly cells: ReactNode;
  readonly details: ReactNode;
  readonly last?: ReactNode;
}

/** How many columns the table of lines has. */
const LINE_COLUMNS = 8;

/** A row of the table of lines that opens to what is set less often. */
function OpeningRow({ name, cells, details, last }: OpeningRowProps) {
  const [isOpen, setOpen] = useState(false);
  return (
    <Fragment>
      <tr className="budget-line">
        {cells}
        <td className="budget-line-actions">
          <Button
            variant="text"
            aria-expanded={isOpen}
            aria-label={`${isOpen ? "Less" : "More"} of ${name}`}
            onClick={() => setOpen(!isOpen)}
          >
            {isOpen ? "Less" : "More"}
          </Button>
          {last}
        </td>
      </tr>
      {isOpen && (
        <tr className="budget-details">
          <td colSpan={LINE_COLUMNS}>
            <div className="budget-fields">{details}</div>
          </td>
        </tr>
      )}
    </Fragment>
  );
}

interface SumProps {
  readonly lines: readonly RoundedLine[];
  readonly budget: PlanBudget | null;
  readonly place: string;
}

/** What lines come to in all years, as printed; a single line can be asked. */
function Sum({ lines, budget, place }: SumProps) {
  const [only, ...others] = lines;
  if (budget === null || only === undefined) return <span className="budget-quiet">–</span>;
  const { roundTo, currencies } = budget.resolved;
  const total = lines.reduce((sum, line) => sum + line.total, 0);
  const text = budgetText(total, roundTo);
  if (others.length > 0) return <>{text}</>;
  return (
    <FigureButton
      figure={{ of: "budgetLine", line: only.result.line.id, year: null }}
      place={place}
      exact={`${text} ${currencies.budget}`}
    >
      {text}
    </FigureButton>
  );
}

interface MadeRowProps {
  readonly name: string;
  readonly part: "computeLines" | "storageLine" | "egressLine";
  readonly lines: readonly RoundedLine[];
  readonly budget: PlanBudget | null;
  readonly about: string;
  readonly children?: ReactNode;
}

/** Lines that the plan's own estimate gives: their sum, and how they are treated. */
export function MadeRow({ name, part, lines, budget, about, children }: MadeRowProps) {
  const path = ["budget", part];
  return (
    <OpeningRow
      name={name}
      cells={
        <>
          <th scope="row" data-place={`budget.${part}`}>
            {name}
          </th>
          <td colSpan={5} className="budget-quiet">
            {about}
          </td>
          <td className="number">
            <Sum lines={lines} budget={budget} place={`budget-step.${part}`} />
          </td>
        </>
      }
      details={
        <>
          {children}
          <FlagFields path={path} layout={budget?.resolved.layout ?? null} />
          <PlanSelect
            path={[...path, "leaveOut"]}
            label="In this budget"
            none="yes"
            options={[
              { value: true, label: "no, left out" },
              { value: false, label: "yes" },
            ]}
          />
        </>
      }
    />
  );
}

interface LineRowProps {
  readonly index: number;
  readonly years: number;
  readonly budget: PlanBudget | null;
  readonly onRemove: () => void;
}

/** A line that the plan states: edited in place. */
export function LineRow({ index, years, budget, onRemove }: LineRowProps) {
  const [{ tree, readOnly, isReadable }] = usePlan();
  const path = ["budget", "lines", index];
  const title = fieldText(treeValue(tree, [...path, "title"]));
  const name = title === "" ? `line ${index + 1}` : title;
  const id = treeValue(tree, [...path, "id"]);
  const category = CATEGORIES.find((one) => one === treeValue(tree, [...path, "category"]));
  const own = budget === null ? [] : printedLines(budget).filter(({ result }) => result.line.id === id);
  return (
    <OpeningRow
      name={name}
      cells={
        <>
          <td className="budget-line-title">
            <PlanText path={[...path, "title"]} label={`Title of line ${index + 1}`} hideLabel />
          </td>
          <td>
            <PlanSelect
              path={[...path, "category"]}
              label={`Category of line ${index + 1}`}
              hideLabel
              options={categories}
            />
          </td>
          <td>
            <PlanSelect
              path={[...path, "year"]}
              label={`Year of line ${index + 1}`}
              hideLabel
              none="1"
              options={[
                { value: "every", label: "every" },
                ...Array.from({ length: years }, (_, year) => ({ value: year + 1, label: String(year + 1) })),
              ]}
            />
          </td>
          <td className="budget-line-number">
            <PlanNumber path={[...path, "quantity"]} label={`Quantity of line ${index + 1}`} hideLabel />
          </td>
          <td className="budget-line-unit">
            <PlanText
              path={[...path, "unit"]}
              label={`Unit of line ${index + 1}`}
              hideLabel
              optional
              placeholder={category === undefined ? "" : CATEGORY_FACTS[category].unit}
            />
          </td>
          <td className="budget-line-number">
            <PlanNumber path={[...path, "price"]} label={`Price of line ${index + 1}`} hideLabel />
          </td>
          <td className="number">
            <Sum lines={own} budget={budget} place={`budget-step.line.${index}`} />
          </td>
        </>
      }
      last={
        <IconButton
          aria-label={`Delete ${name}`}
          title="Delete"
          disabled={readOnly !== null || !isReadable}
          onClick={onRemove}
        >
          <Bin />
        </IconButton>
      }
      details={
        <>
          <PlanText path={[...path, "justification"]} label="Why it is needed" optional multiline />
          <PlanText path={[...path, "source"]} label="Who says what it costs" optional />
          <PlanText path={[...path, "date"]} label="Day of the price" type="date" optional />
          <PlanText
            path={[...path, "currency"]}
            label="Currency of the price"
            placeholder={budget?.resolved.currencies.budget ?? ""}
            optional
          />
          <FlagFields path={path} layout={budget?.resolved.layout ?? null} />
        </>
      }
    />
  );
}

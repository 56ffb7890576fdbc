import Button from "@mui/material/Button";
import { useRef } from "react";
import type { PlanBudget } from "../../../shared/estimate/budget/budget-of.ts";
import { yearShares } from "../../../shared/estimate/budget/estimated-lines.ts";
import type { ClusterSchedule } from "../../../shared/estimate/schedule/cluster-schedule.ts";
import { slugOf } from "../../../shared/lib/slug.ts";
import { printedLines, type RoundedLine } from "../../../shared/money/budget/round-budget.ts";
import { evenlyOver } from "../../../shared/sheet/budget/justification.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { Plus } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { treeItems, treeValue } from "../../fields/tree-value.ts";
import { LineRow, MadeRow } from "./line-rows.tsx";
import { scheduleWords } from "./scheduled-shares.ts";
import { StepSection } from "./step-section.tsx";
import { YearShares } from "./year-shares.tsx";
import "../../components/data-table.css";

const PATH = ["budget", "lines"] as const;

const FIRST_TITLE = "New line";

interface LinesSectionProps {
  readonly budget: PlanBudget | null;
  readonly years: number;
  /** Whether quotes of the plan price what it stores. */
  readonly hasStorage: boolean;
}

/** Every line: what the plan's estimate gives, and what the person states, edited in place. */
export function LinesSection({ budget, years, hasStorage }: LinesSectionProps) {
  const [{ tree, live, readOnly, isReadable }, editor] = usePlan();
  const table = useRef<HTMLTableElement>(null);
  const adder = useRef<HTMLButtonElement>(null);
  const disabled = readOnly !== null || !isReadable;
  const lines = treeItems(tree, PATH);
  const currency = budget?.resolved.currencies.budget ?? "";
  const printed = budget === null ? [] : printedLines(budget);
  const made = (start: string) => printed.filter(({ result }) => result.line.id.startsWith(start));
  const compute = ["experiment", "reruns", "compute", "unused"].flatMap((part) => made(`estimate.${part}`));

  const add = () => {
    const taken = lines.map((line) => String(treeValue(line, ["id"])));
    const value = {
      id: slugOf(FIRST_TITLE, taken, "line"),
      category: "people",
      title: FIRST_TITLE,
      quantity: 1,
      price: 0,
    };
    editor.edit(
      lines.length === 0
        ? { op: "set", path: PATH, value: [value] }
        : { op: "insert", path: PATH, at: lines.length, value },
    );
    requestAnimationFrame(() => {
      const titles = table.current?.querySelectorAll<HTMLInputElement>(".budget-line-title input") ?? [];
      titles[titles.length - 1]?.select();
    });
  };
  const remove = (index: number) => {
    editor.edit(lines.length === 1 ? { op: "remove", path: PATH } : { op: "remove", path: [...PATH, index] });
    adder.current?.focus();
  };

  return (
    <StepSection
      title="Lines"
      about="Computing comes from the plan’s own estimate and follows it. Everything else you state: quantity × price in a grant year, with tax and rising prices put on by the rules below."
    >
      <div className="budget-table-frame" data-place="budget.lines">
        <table ref={table} className="data-table budget-lines">
          <thead>
            <tr>
              <th scope="col">Line</th>
              <th scope="col">Category</th>
              <th scope="col">Year</th>
              <th scope="col">Quantity</th>
              <th scope="col">Unit</th>
              <th scope="col">
                Price <small>of one, in year 1</small>
              </th>
              <th scope="col" className="number">
                All years <small>{currency}</small>
              </th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            <MadeRow
              name="Computing"
              part="computeLines"
              lines={compute}
              budget={budget}
              about={
                budget?.resolved.computeLines.leaveOut === true
                  ? "left out of this budget"
                  : `${counted(compute.length, "line")} of the plan’s estimate, ${sharesWords(budget, live?.schedules ?? [])}`
              }
            >
              <PlanSelect
                path={["budget", "computeLines", "by"]}
                label="Lines"
                none="one for every experiment"
                options={[
                  { value: "experiment", label: "one for every experiment" },
                  { value: "plan", label: "a single one" },
                ]}
              />
              {years > 1 && <YearShares years={years} />}
            </MadeRow>
            {hasStorage && (
              <>
                <MadeRow
                  name="Storage"
                  part="storageLine"
                  lines={made("estimate.storage")}
                  budget={budget}
                  about={storedAbout(made("estimate.storage"), "what the plan keeps")}
                />
                <MadeRow
                  name="Data transfer"
                  part="egressLine"
                  lines={made("estimate.egress")}
                  budget={budget}
                  about={storedAbout(made("estimate.egress"), "what the plan sends out")}
                />
              </>
            )}
            {lines.map((_, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: lines are known by their place in the document
              <LineRow key={index} index={index} years={years} budget={budget} onRemove={() => remove(index)} />
            ))}
          </tbody>
        </table>
      </div>
      <Button ref={adder} className="budget-add" disabled={disabled} startIcon={<Plus />} onClick={add}>
        Line
      </Button>
    </StepSection>
  );
}

/** A line that nobody has priced is not in the budget, and the step says so. */
const storedAbout = (lines: readonly RoundedLine[], what: string): string =>
  lines.length > 0 ? `${what}, at its quote’s price` : `${what}: none, or its quote names no price of it`;

function sharesWords(budget: PlanBudget | null, schedules: readonly ClusterSchedule[]): string {
  if (budget === null || budget.resolved.years === 1) return "in one grant year";
  const { shares } = budget.resolved.computeLines;
  const said =
    shares === null
      ? `spread evenly over the ${evenlyOver(budget.resolved)}`
      : `${shares.map((share) => exact(Number((share * 100).toPrecision(4)))).join(", ")} % by year`;
  const scheduled = scheduleWords(
    schedules.filter((timed) => timed.feasible),
    yearShares(budget.resolved),
  );
  return scheduled === null ? said : `${said}; ${scheduled}`;
}

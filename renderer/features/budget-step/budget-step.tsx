import Button from "@mui/material/Button";
import { useDeferredValue, useMemo, useRef } from "react";
import { budgetTables } from "../../../shared/sheet/budget/tables.ts";
import { figuresOf } from "../../../shared/sheet/context.ts";
import { ceiling } from "../../../shared/sheet/lead.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { RichTextView } from "../../sheet/rich-text-view.tsx";
import { BudgetTable } from "./budget-table.tsx";
import { JustificationSection } from "./justification-section.tsx";
import { ChooseLayout, LayoutSection } from "./layout-section.tsx";
import { LinesSection } from "./lines-section.tsx";
import { RequestSection } from "./request-section.tsx";
import { IndirectSection, TermsSection } from "./rules-section.tsx";
import { StepSection } from "./step-section.tsx";
import "./budget-step.css";

/** The budget that a grant office takes: whose layout, the head, the lines, indirect costs, the sums, the justification. */
export function BudgetStep() {
  const [{ tree, live: newest, isStale, readOnly, isReadable }, editor] = usePlan();
  const live = useDeferredValue(newest);
  const screen = useRef<HTMLDivElement>(null);
  /** What was pressed is gone with what it did: the focus goes on to what has come. */
  const focusOn = (found: string) =>
    requestAnimationFrame(() => screen.current?.querySelector<HTMLElement>(found)?.focus());
  const isThere = treeValue(tree, ["budget"]) !== undefined;
  const shown = useMemo(() => {
    if (live === null) return null;
    const { resolved, estimated, ranges, swings, schedules } = live;
    const figures = figuresOf({ resolved, estimate: estimated, ranges, swings, schedules });
    return { budget: figures.budget, tables: budgetTables(figures), ceiling: ceiling(figures) };
  }, [live]);
  const budget = shown?.budget ?? null;
  const tables = shown?.tables ?? null;
  const currency = fieldText(treeValue(tree, ["currency"])) || "USD";
  const layout = catalogue.funders.find(({ id }) => id === treeValue(tree, ["budget", "layout"])) ?? null;
  const asksMoney = layout?.asks === "money";

  return (
    <div
      ref={screen}
      className={isStale ? "screen budget-step budget-stale" : "screen budget-step"}
      data-place="budget"
    >
      <div className="screen-head">
        <h2>Budget</h2>
        <span className="budget-quiet">{layout === null ? "" : `as ${layout.funder} takes it`}</span>
        {isThere && (
          <Button
            className="budget-out"
            disabled={readOnly !== null || !isReadable}
            onClick={() => {
              editor.edit({ op: "remove", path: ["budget"] });
              focusOn(".budget-none button");
            }}
          >
            Take the budget out
          </Button>
        )}
      </div>
      {!isThere && <ChooseLayout onChosen={() => focusOn(".budget-section select")} />}
      {isThere && (
        <>
          <LayoutSection layout={layout} />
          <RequestSection budget={budget?.resolved ?? null} currency={currency} />
          <LinesSection
            budget={budget}
            years={budget?.resolved.years ?? 1}
            hasStorage={live !== null && live.resolved.storage !== null}
          />
          {asksMoney && <IndirectSection budget={budget} base={tables?.base ?? null} />}
          <TermsSection budget={budget} />
          {tables !== null && (
            <StepSection title="What it comes to" about="As printed: rounded once, and every row and column adds up.">
              {layout?.asks !== "allocation" && (
                <BudgetTable table={tables.lines} label="Lines of the budget" place="budget-step.lines" />
              )}
              {asksMoney && <BudgetTable table={tables.sums} label="Sums by grant year" place="budget-step.sums" />}
              {tables.units !== null && (
                <BudgetTable table={tables.units} label="Units by quarter" place="budget-step.units" />
              )}
              {shown !== null && shown.ceiling.length > 0 && (
                <p className="budget-ceiling">
                  <RichTextView text={shown.ceiling} place="budget-step.ceiling" footnotes={[]} />
                </p>
              )}
            </StepSection>
          )}
          {tables !== null && <JustificationSection paragraphs={tables.paragraphs} />}
        </>
      )}
    </div>
  );
}

import Button from "@mui/material/Button";
import type { FunderLayout } from "../../../shared/money/budget/funder-layout.ts";
import { layoutRules } from "../../../shared/money/budget/layout-rules.ts";
import { dateWords } from "../../../shared/sheet/text/words.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { PlanSelect } from "../../fields/plan-select.tsx";
import { StepSection } from "./step-section.tsx";

const options = catalogue.funders.map(({ id, title }) => ({ value: id, label: title }));

/** What a layout asks for, in a word or two. */
const ASKS: Readonly<Record<FunderLayout["asks"], string>> = {
  money: "money by heading and year",
  credits: "credits, in four short parts",
  allocation: "units of a machine, by quarter",
};

/** Whose rules the budget follows, with the source and date of each, and what to verify. */
export function LayoutSection({ layout }: { readonly layout: FunderLayout | null }) {
  const rules = layout === null ? [] : layoutRules(layout);
  const unsure = rules.filter(({ verify }) => verify === true).length;
  return (
    <StepSection
      title="Layout"
      about="Headings, codes and rules of one funder. Rules are data with a source and a date; the call and your office go before them."
    >
      <div className="budget-narrow">
        <PlanSelect path={["budget", "layout"]} label="Funder" options={options} />
      </div>
      {layout !== null && (
        <details className="budget-rules">
          <summary>
            {rules.length} rules with their sources
            {unsure > 0 && <span className="budget-verify">{unsure} to verify with your office</span>}
          </summary>
          <ul>
            {rules.map(({ text, source, url, date, verify }) => (
              <li key={text}>
                {text}{" "}
                <span className="budget-quiet">
                  {source}, {dateWords(date)}
                  {url === undefined ? "" : `, ${url}`}
                </span>
                {verify === true && <span className="budget-verify">Verify with your office</span>}
              </li>
            ))}
          </ul>
        </details>
      )}
    </StepSection>
  );
}

/** What a plan without a budget shows: the layouts that there are. */
export function ChooseLayout({ onChosen }: { readonly onChosen: () => void }) {
  const [{ readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  return (
    <div className="budget-none">
      <p>
        This plan asks nobody for money yet. Choose a layout, and its computing becomes the first lines: by grant year,
        with indirect costs, under the funder’s own headings.
      </p>
      <ul aria-label="Layouts">
        {catalogue.funders.map(({ id, title, asks, indirect }) => (
          <li key={id}>
            <Button
              disabled={disabled}
              onClick={() => {
                editor.edit({ op: "set", path: ["budget"], value: { layout: id } });
                onChosen();
              }}
            >
              {title}
            </Button>
            <span className="budget-quiet">
              {ASKS[asks]}
              {indirect.kind === "base" && indirect.rate.value > 0
                ? `; indirect costs on ${indirect.name.toLowerCase()}`
                : ""}
            </span>
          </li>
        ))}
      </ul>
    </div>
  );
}

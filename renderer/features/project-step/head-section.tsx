import { usePlan } from "../../editing/plan-context.ts";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { today as dayNow } from "../../library/today.ts";
import { Section } from "./section.tsx";

/** What stands at the head of the sheet. */
export function HeadSection() {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const today = dayNow();
  const offersToday = treeValue(tree, ["date"]) !== today && readOnly === null && isReadable;
  return (
    <Section title="Head of the sheet" about="Who reads the sheet sees these lines first.">
      <PlanText path={["title"]} label="Title" />
      <PlanText
        path={["subtitle"]}
        label="Subtitle"
        placeholder="made from the card and its price"
        optional
        multiline
      />
      <PlanText path={["funder"]} label="Funder" placeholder="whom the sheet is for" optional />
      <div className="project-date">
        <PlanText path={["date"]} label="Date of the plan" type="date" optional />
        {offersToday && (
          <button
            type="button"
            className="project-link"
            onClick={() => editor.edit({ op: "set", path: ["date"], value: today })}
          >
            Today
          </button>
        )}
      </div>
    </Section>
  );
}

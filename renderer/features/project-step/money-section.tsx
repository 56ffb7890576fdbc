import { useMemo } from "react";
import { figuresOf } from "../../../shared/sheet/context.ts";
import { ceiling } from "../../../shared/sheet/lead.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { RichTextView } from "../../sheet/rich-text-view.tsx";
import { Section } from "./section.tsx";

/** The currency of all prices, and the most that may be spent. */
export function MoneySection() {
  const [{ tree, live, isStale }] = usePlan();
  const sentence = useMemo(() => {
    if (live === null) return [];
    const { resolved, estimated, ranges, swings } = live;
    return ceiling(figuresOf({ resolved, estimate: estimated, ranges, swings }));
  }, [live]);
  const currency = fieldText(treeValue(tree, ["currency"])) || "USD";
  return (
    <Section
      title="Money"
      about="Every price of the plan is in one currency; rates of the catalogue can be used in USD only. With a ceiling, the sheet says how likely the plan stays under it."
    >
      <div className="project-pair">
        <PlanText path={["currency"]} label="Currency" placeholder="USD" optional />
        <PlanNumber path={["ceiling"]} label="Ceiling" unit={currency} placeholder="no ceiling" optional />
      </div>
      {sentence.length > 0 && !isStale && (
        <p className="project-result">
          <RichTextView text={sentence} place="project.ceiling" footnotes={[]} />
        </p>
      )}
    </Section>
  );
}

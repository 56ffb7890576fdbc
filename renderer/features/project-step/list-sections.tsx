import { PlanText } from "../../fields/plan-text.tsx";
import { PlanList } from "./plan-list.tsx";
import { Section } from "./section.tsx";

/** Sentences that the sheet prints beside its own. */
export function AssumptionsSection() {
  return (
    <Section
      title="Assumptions of your own"
      about="The sheet lists what it assumes by itself: counting, hardware, rounding. What it cannot know, say here, a sentence each."
    >
      <PlanList path={["assumptions"]} item="assumption" fromText={(text) => text}>
        {(index) => <PlanText path={["assumptions", index]} label={`Assumption ${index + 1}`} hideLabel multiline />}
      </PlanList>
    </Section>
  );
}

/** What the plan rests on. */
export function SourcesSection() {
  return (
    <Section
      title="Sources"
      about="Papers, contracts and records that the plan rests on. Sources of cards, prices and advice are listed by themselves."
    >
      <PlanList path={["sources"]} item="source" fromText={(text) => ({ text })}>
        {(index) => (
          <>
            <PlanText path={["sources", index, "text"]} label={`Source ${index + 1}`} hideLabel multiline />
            <div className="project-pair project-pair-wide">
              <PlanText path={["sources", index, "url"]} label="Address" type="url" placeholder="https://" optional />
              <PlanText path={["sources", index, "date"]} label="Date" type="date" optional />
            </div>
          </>
        )}
      </PlanList>
    </Section>
  );
}

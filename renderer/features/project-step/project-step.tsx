import { ComparisonSection } from "./comparison-section.tsx";
import { ConventionSection } from "./convention-section.tsx";
import { EnergySection } from "./energy-section.tsx";
import { HeadSection } from "./head-section.tsx";
import { AssumptionsSection, SourcesSection } from "./list-sections.tsx";
import { MoneySection } from "./money-section.tsx";
import { OverheadSection } from "./overhead-section.tsx";
import "./project-step.css";

/** What holds for the whole plan: its head, its money, how it counts, what it assumes. */
export function ProjectStep() {
  return (
    <div className="screen">
      <div className="screen-head">
        <h2>Project</h2>
        <span className="project-quiet">Only the title is required.</span>
      </div>
      <div className="project-columns">
        <div>
          <HeadSection />
          <MoneySection />
          <OverheadSection />
          <ComparisonSection />
          <AssumptionsSection />
          <SourcesSection />
        </div>
        <div>
          <ConventionSection />
          <EnergySection />
        </div>
      </div>
    </div>
  );
}

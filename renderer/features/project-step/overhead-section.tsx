import { PlanQuantity } from "../../fields/plan-quantity.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { Section } from "./section.tsx";

const PATH = ["overhead"] as const;

/** Work that is done again. */
export function OverheadSection() {
  return (
    <Section
      title="Work done again"
      about="Runs that crash, diverge or had a mistake are run again. As a share of all runs; nothing is counted where it is empty."
    >
      <PlanQuantity
        path={[...PATH, "reruns"]}
        within={PATH}
        label="Reruns"
        unit="%"
        exponent={-2}
        placeholder="0"
        optional
      />
      <PlanText path={[...PATH, "source"]} within={PATH} label="Who says so" optional />
    </Section>
  );
}

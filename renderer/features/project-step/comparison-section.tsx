import Button from "@mui/material/Button";
import { read, shareText } from "../../../shared/sheet/text/amounts.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { treeValue } from "../../fields/tree-value.ts";
import { Section } from "./section.tsx";

const PATH = ["compareWith"] as const;

/** Trainings that readers know, with who says how large they were: those of the shipped templates. */
const KNOWN = [
  { title: "Llama 3 405B", flop: 3.8e25, source: "Grattafiori et al. 2024, arXiv 2407.21783" },
  {
    title: "Llama 2 7B",
    flop: 8.4e22,
    source: "Epoch AI's record of Llama 2 7B: 6 FLOP × 7 × 10⁹ parameters × 2 × 10¹² tokens",
  },
] as const;

/** A training whose size readers know, beside which the total stands. */
export function ComparisonSection() {
  const [{ tree, live, isStale, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const isStated = treeValue(tree, PATH) !== undefined;
  const title = treeValue(tree, [...PATH, "title"]);
  const compared = live?.resolved.compareWith ?? null;
  const ratio = compared === null || live === null ? null : live.estimated.withReruns.flop / compared.flop;
  return (
    <Section
      title="Comparison"
      about="A number with 24 zeros says little. Beside a training that readers know it says much."
    >
      <div className="project-actions">
        {KNOWN.map((known) => (
          <Button
            key={known.title}
            disabled={disabled || title === known.title}
            onClick={() => editor.edit({ op: "set", path: PATH, value: { ...known } })}
          >
            {known.title}
          </Button>
        ))}
        {isStated ? (
          <Button variant="text" disabled={disabled} onClick={() => editor.edit({ op: "remove", path: PATH })}>
            Compare with nothing
          </Button>
        ) : (
          <span className="project-quiet">or type one of your own:</span>
        )}
      </div>
      <div className="project-pair">
        <PlanText path={[...PATH, "title"]} within={PATH} label="Training" optional />
        <PlanNumber
          path={[...PATH, "flop"]}
          within={PATH}
          label="Its operations"
          unit="FLOP"
          placeholder="8.4e22"
          optional
        />
      </div>
      <PlanText path={[...PATH, "source"]} within={PATH} label="Who says so" optional />
      {ratio !== null && compared !== null && !isStale && (
        <p className="project-result">
          This plan is {ratio < 1 ? shareText(ratio) : `${read(ratio)} times`} {ratio < 1 ? "of " : ""}
          {compared.title}.
        </p>
      )}
    </Section>
  );
}

import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { useState } from "react";
import type { Group } from "../../../../shared/plan/fields.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { destinationId } from "../model-import/destinations.ts";
import { ModelWays } from "../model-import/model-ways.tsx";
import { HardwareFields } from "./hardware-fields.tsx";
import { effectiveFields, hasExamples, type Level, levelsOf, levelWords, type Where } from "./levels.ts";
import { ModelFields } from "./model-fields.tsx";
import { TrainingFields } from "./training-fields.tsx";

interface RecipeEditorProps {
  readonly group: Group;
  readonly where: Where;
  /** The level that says what holds now: a change there is what a person expects. */
  readonly firstLevel: Level;
}

/** The fields of a model, a training or the hardware at one level of the plan, and the choice of the level. */
export function RecipeEditor({ group, where, firstLevel }: RecipeEditorProps) {
  const [{ tree }] = usePlan();
  const [level, setLevel] = useState(firstLevel);
  const isStated = hasExamples(effectiveFields(tree, where, "model", level));
  const props = { where, level };
  return (
    <>
      <div className="recipe-levels">
        <ToggleButtonGroup
          value={level}
          aria-label={`Where the ${group} is changed`}
          onChange={(_, to: Level | null) => {
            if (to !== null) setLevel(to);
          }}
        >
          {levelsOf(where).map((one) => (
            <ToggleButton key={one} value={one}>
              {one === "plan" ? "Plan default" : one === "experiment" ? "This experiment" : "This sweep"}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
        <p className="field-help">{reach(tree, level, where)}</p>
      </div>
      {group === "model" && <ModelWays key={level} experiment={where.experiment} to={destinationId(level, where)} />}
      {group === "model" && <ModelFields {...props} />}
      {group === "training" && <TrainingFields {...props} isStated={isStated} />}
      {group === "hardware" && <HardwareFields {...props} />}
    </>
  );
}

/** How far a change at a level goes. */
function reach(tree: unknown, level: Level, where: Where): string {
  if (level === "sweep") return "A change here is for this sweep only.";
  if (level === "experiment") {
    const sweeps = treeItems(tree, ["experiments", where.experiment, "sweeps"]).length;
    return `A change here is for ${sweeps === 1 ? "the sweep" : `all ${sweeps} sweeps`} of ${titleOf(tree, where)}, unless a sweep says otherwise.`;
  }
  const experiments = treeItems(tree, ["experiments"]).length;
  return `A change of the ${levelWords.plan} is for ${counted(experiments, "experiment")}, unless one says otherwise.`;
}

const titleOf = (tree: unknown, { experiment }: Where): string =>
  String(treeValue(tree, ["experiments", experiment, "title"]) ?? "the experiment");

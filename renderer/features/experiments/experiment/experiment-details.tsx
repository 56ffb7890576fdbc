import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { listed } from "../../../../shared/sheet/text/words.ts";
import { ChevronDown } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultsUnder, faultWords } from "../../../fields/fault-at.ts";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { experimentPath, toggleAfter } from "../edits.ts";
import { RecipeRows } from "../recipe/recipe-rows.tsx";
import { countOf } from "../sweep/run-count.ts";
import { useEditable } from "../use-editable.ts";

const OWN = ["note", "repeats", "after", "sharedWith", "model", "training", "hardware"] as const;

interface DetailsToggleProps {
  readonly experiment: number;
  readonly controls: string;
  readonly isOpen: boolean;
  readonly onToggle: () => void;
}

/** What holds for all sweeps of an experiment, in one line; pressed, it shows the fields. */
export function DetailsToggle({ experiment, controls, isOpen, onToggle }: DetailsToggleProps) {
  const [{ tree, faults }] = usePlan();
  const path = experimentPath(experiment);
  const count = OWN.reduce((sum, key) => sum + faultsUnder(faults, [...path, key]), 0);
  return (
    <button type="button" className="disclosure" aria-expanded={isOpen} aria-controls={controls} onClick={onToggle}>
      <ChevronDown size={14} />
      <span>{detailsWords(tree, experiment)}</span>
      {count > 0 && <span className="fault-count">{count === 1 ? "1 fault" : `${count} faults`}</span>}
    </button>
  );
}

/** The fields that hold for all sweeps of an experiment. */
export function ExperimentDetails({ experiment, id }: { readonly experiment: number; readonly id: string }) {
  const [{ tree }] = usePlan();
  const path = experimentPath(experiment);
  return (
    <div className="experiment-details" id={id}>
      <PlanText path={[...path, "note"]} label="Note, said below the table" optional multiline />
      <div className="field-columns">
        <PlanQuantity path={[...path, "repeats"]} label="Repeats of every run" optional placeholder="1" />
        <After experiment={experiment} />
        <PlanSelect
          path={[...path, "sharedWith"]}
          label="Runs already counted in"
          none="this experiment"
          options={others(tree, experiment)}
        />
      </div>
      <RecipeRows where={{ experiment, sweep: null }} openFirst={null} />
    </div>
  );
}

/** "Not repeated, after Search" */
function detailsWords(tree: unknown, experiment: number): string {
  const path = experimentPath(experiment);
  const repeats = countOf(tree, treeValue(tree, [...path, "repeats"]));
  const after = treeItems(tree, [...path, "after"]).map((id) => titleOf(tree, id));
  const groups = (["model", "training", "hardware"] as const).filter(
    (group) => treeValue(tree, [...path, group]) !== undefined,
  );
  const shared = treeValue(tree, [...path, "sharedWith"]);
  const times =
    repeats === null ? null : repeats.low === repeats.high ? `${repeats.likely}` : `${repeats.low} to ${repeats.high}`;
  return [
    times === null || times === "1" ? "Not repeated" : `Every run ${times} times`,
    ...(after.length === 0 ? [] : [`after ${listed(after)}`]),
    ...(shared === undefined ? [] : [`counted in ${titleOf(tree, shared)}`]),
    ...(groups.length === 0 ? [] : [`${listed(groups)} of its own`]),
    ...(treeValue(tree, [...path, "note"]) === undefined ? [] : ["with a note"]),
  ].join(", ");
}

function titleOf(tree: unknown, id: unknown): string {
  const found = treeItems(tree, ["experiments"]).find((one) => treeValue(one, ["id"]) === id);
  return String(treeValue(found, ["title"]) ?? id);
}

function others(tree: unknown, experiment: number): { readonly value: string; readonly label: string }[] {
  return treeItems(tree, ["experiments"]).flatMap((one, index) => {
    const id = treeValue(one, ["id"]);
    return index === experiment || typeof id !== "string"
      ? []
      : [{ value: id, label: String(treeValue(one, ["title"]) ?? id) }];
  });
}

/** Which experiments end before this one starts. */
function After({ experiment }: { readonly experiment: number }) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const path = [...experimentPath(experiment), "after"];
  const chosen = treeItems(tree, path);
  const fault = faultAt(faults, path) ?? faults.find((one) => one.path.startsWith(`${pathText(path)}[`)) ?? null;
  return (
    <fieldset className="after-field" data-place={pathText(path)}>
      <legend>Starts after</legend>
      <div className="after-options">
        {others(tree, experiment).map(({ value, label }) => (
          <label key={value}>
            <input
              type="checkbox"
              checked={chosen.includes(value)}
              disabled={!isEditable}
              onChange={() => editor.edit(toggleAfter(tree, experiment, value))}
            />
            {label}
          </label>
        ))}
        {others(tree, experiment).length === 0 && <span className="field-help">There is no other experiment.</span>}
      </div>
      {fault !== null && <p className="field-fault">{faultWords(fault)}</p>}
    </fieldset>
  );
}

import { useId, useState } from "react";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { ChevronDown } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { treeItems, treeValue } from "../../../fields/tree-value.ts";
import { plain, sweepPath } from "../edits.ts";
import { useEditable } from "../use-editable.ts";

interface SweepMoreProps {
  readonly experiment: number;
  readonly sweep: number;
  readonly names: readonly string[];
}

const FIELDS = ["repeats", "earlyStopped", "probability", "maxParallel", "sharedWith", "note", "id"] as const;

/** What few sweeps need: repeats, early stopping, a condition, a limit, a note. */
export function SweepMore({ experiment, sweep, names }: SweepMoreProps) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  const path = sweepPath(experiment, sweep);
  const at = (...steps: string[]) => [...path, ...steps];
  const stated = FIELDS.filter((field) => treeValue(tree, at(field)) !== undefined);
  const count = FIELDS.reduce((sum, field) => sum + faultsUnder(faults, at(field)), 0);
  const isEarly = treeValue(tree, at("earlyStopped")) !== undefined;
  const isLimited = treeValue(tree, at("maxParallel")) !== undefined;
  const others = treeItems(tree, ["experiments"]).flatMap((one, index) => {
    const value = treeValue(one, ["id"]);
    return index === experiment || typeof value !== "string"
      ? []
      : [{ value, label: String(treeValue(one, ["title"]) ?? value) }];
  });
  return (
    <div className="sweep-more">
      <button
        type="button"
        className="disclosure"
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <ChevronDown size={14} />
        <span>
          {stated.length === 0
            ? "Repeats, early stopping, limits, note"
            : `More: ${stated.map((field) => fieldWords[field]).join(", ")}`}
        </span>
        {count > 0 && <span className="fault-count">{count === 1 ? "1 fault" : `${count} faults`}</span>}
      </button>
      {isOpen && (
        <div className="sweep-more-fields" id={id}>
          <div className="field-columns">
            <PlanQuantity
              path={at("repeats")}
              label="Repeats of every run"
              optional
              placeholder="those of the experiment"
              help="Seeds: the runs of every setting."
            />
            <PlanNumber
              path={at("probability")}
              label="Chance that it is run at all"
              exponent={-2}
              unit="%"
              optional
              placeholder="100"
            />
            <PlanSelect
              path={at("sharedWith")}
              label="Runs already counted in"
              none="this experiment"
              options={others}
            />
          </div>
          <div className="optional-part">
            <label className="check">
              <input
                type="checkbox"
                checked={isEarly}
                disabled={!isEditable}
                onChange={() =>
                  editor.edit(
                    isEarly
                      ? { op: "remove", path: at("earlyStopped") }
                      : { op: "set", path: at("earlyStopped"), value: { share: 0.5, at: 0.25 } },
                  )
                }
              />
              Some runs end early
            </label>
            {isEarly && (
              <div className="field-columns">
                <PlanQuantity path={at("earlyStopped", "share")} label="Part of the runs" exponent={-2} unit="%" />
                <PlanQuantity
                  path={at("earlyStopped", "at")}
                  label="After part of their training"
                  exponent={-2}
                  unit="%"
                />
              </div>
            )}
          </div>
          <div className="optional-part">
            <label className="check">
              <input
                type="checkbox"
                checked={isLimited}
                disabled={!isEditable}
                onChange={() =>
                  editor.edit(
                    isLimited
                      ? { op: "remove", path: at("maxParallel") }
                      : { op: "set", path: at("maxParallel"), value: { runs: 100 } },
                  )
                }
              />
              Only so many runs at the same time
            </label>
            {isLimited && (
              <div className="field-columns">
                <PlanNumber path={at("maxParallel", "runs")} label="Runs at the same time" />
                <Per path={at("maxParallel", "per")} names={names} />
              </div>
            )}
          </div>
          <PlanText path={at("note")} label="Note, said below the table" optional multiline />
        </div>
      )}
    </div>
  );
}

const fieldWords: Readonly<Record<(typeof FIELDS)[number], string>> = {
  repeats: "repeats",
  earlyStopped: "early stopping",
  probability: "a condition",
  maxParallel: "a limit of runs at once",
  sharedWith: "counted elsewhere",
  note: "a note",
  id: "an id",
};

/** For each combination of which axes the limit holds; of none, it holds for the sweep. */
function Per({ path, names }: { readonly path: readonly (string | number)[]; readonly names: readonly string[] }) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const chosen = treeItems(tree, path);
  const toggle = (name: string) => {
    const left = chosen.includes(name) ? chosen.filter((one) => one !== name) : [...chosen, name];
    editor.edit(left.length === 0 ? { op: "remove", path } : { op: "set", path, value: left.map(plain) });
  };
  return (
    <fieldset className="after-field" data-place={pathText(path)}>
      <legend>For each combination of</legend>
      <div className="after-options">
        {names.map((name) => (
          <label key={name}>
            <input
              type="checkbox"
              checked={chosen.includes(name)}
              disabled={!isEditable}
              onChange={() => toggle(name)}
            />
            {name}
          </label>
        ))}
      </div>
    </fieldset>
  );
}

import { axisWords } from "../../../../shared/formats/sweeps/axis-words.ts";
import { labelName, type Target, targetFields } from "../../../../shared/formats/sweeps/experiment/target.ts";
import type { SweepAxis } from "../../../../shared/formats/sweeps/sweep-file.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { axisTitle } from "../axis/axis-face.ts";

const GROUPS = [
  ["model", "Model"],
  ["training", "Training"],
  ["hardware", "Hardware"],
] as const;

interface ParameterRowProps {
  readonly name: string;
  readonly values: string;
  readonly axis: SweepAxis | null;
  readonly target: Target;
  /** Whether a parameter that sets no field still multiplies the runs. */
  readonly isCounting: boolean;
  readonly problem: string | null;
  readonly onTarget: (target: Target) => void;
  readonly valuesText: string;
  readonly onValuesText: (text: string) => void;
}

/** A parameter of the file: its name, its values, and what it becomes. */
export function ParameterRow(props: ParameterRowProps) {
  const { name, values, axis, target, isCounting, problem, onTarget, valuesText, onValuesText } = props;
  const isRangeOfField = axis?.kind === "range" && target.kind === "field";
  const field = target.kind === "label" ? "label" : isRangeOfField ? "values" : "target";
  return (
    <li className="sweep-parameter">
      <span className="sweep-parameter-name mono">{name}</span>
      <span className="sweep-parameter-values">
        {axis?.kind === "values" && <strong className="tabular">{exact(axis.values.length)}</strong>}
        <span>{values}</span>
      </span>
      <div className="sweep-parameter-becomes">
        <FieldFrame label={`What ${name} becomes`} hideLabel fault={field === "target" ? problem : null}>
          {({ id, describedBy, invalid }) => (
            <select
              id={id}
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={target.kind === "field" ? target.path : target.kind}
              onChange={({ currentTarget }) => onTarget(targetOf(currentTarget.value, name))}
            >
              {isCounting ? (
                <>
                  <option value="label">only counts</option>
                  <option value="repeats">repeats, as seeds do</option>
                  <option value="out">left out, not run</option>
                </>
              ) : (
                <option value="out">{axis === null ? "left out" : "no difference to the cost"}</option>
              )}
              {axis?.kind !== "count" &&
                GROUPS.map(([group, title]) => (
                  <optgroup key={group} label={title}>
                    {targetFields
                      .filter((path) => path.startsWith(`${group}.`))
                      .map((path) => (
                        <option key={path} value={path}>
                          {axisTitle(path)}
                        </option>
                      ))}
                  </optgroup>
                ))}
            </select>
          )}
        </FieldFrame>
        {target.kind === "label" && (
          <FieldFrame label={`Name of the axis for ${name}`} hideLabel fault={problem}>
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                value={target.name}
                maxLength={200}
                onChange={({ currentTarget }) =>
                  onTarget({ kind: "label", name: currentTarget.value.replaceAll(".", "") })
                }
                onBlur={({ currentTarget }) => onTarget({ kind: "label", name: labelName(currentTarget.value) })}
              />
            )}
          </FieldFrame>
        )}
        {isRangeOfField && (
          <FieldFrame
            label={`Values that stand for ${name}`}
            hideLabel
            fault={problem}
            help="Stand for the range, each as likely as the others."
          >
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                aria-describedby={describedBy}
                aria-invalid={invalid}
                value={valuesText}
                onChange={({ currentTarget }) => onValuesText(currentTarget.value)}
              />
            )}
          </FieldFrame>
        )}
      </div>
    </li>
  );
}

function targetOf(value: string, name: string): Target {
  if (value === "label") return { kind: "label", name: labelName(name) };
  if (value === "repeats" || value === "out") return { kind: value };
  return { kind: "field", path: value };
}

/** Values that are shown of a longer list, the last one among them. */
const MOST_SHOWN = 24;

/** What the axis runs over, as a sentence begins. */
export function valuesOf(axis: SweepAxis): string {
  if (axis.kind !== "values") return capital(axisWords(axis));
  const { values } = axis;
  if (values.length <= MOST_SHOWN) return axisWords(axis);
  const first = axisWords({ ...axis, values: values.slice(0, MOST_SHOWN - 2) });
  return `${first}, …, ${axisWords({ ...axis, values: values.slice(-1) })}`;
}

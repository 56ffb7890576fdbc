import { type KeyboardEvent, memo, type RefObject, useEffect, useRef } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { countText } from "../../../../shared/sheet/text/amounts.ts";
import { Fault } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultsUnder } from "../../../fields/fault-at.ts";
import { deleteAxis } from "../edits.ts";
import { focusLater } from "../focus-later.ts";
import { useStepStatus } from "../step-status.tsx";
import { axisCount, type Count } from "../sweep/run-count.ts";
import { useEditable } from "../use-editable.ts";
import { axisFace, variableWords } from "./axis-face.ts";
import { axisForm } from "./axis-form.ts";
import { AxisMenu } from "./axis-menu.tsx";
import "./axis.css";

export interface AxisProps {
  readonly axesPath: DocumentPath;
  readonly name: string;
  /** Of all axes of the sweep. */
  readonly names: readonly string[];
  /** As the document has it: anything. */
  readonly value: unknown;
  /** What the levels of the sweep state of the model. */
  readonly model: Merged;
}

interface AxisRowProps extends AxisProps {
  /** The axis whose row takes the focus when it is shown: the one that was moved or shut. */
  readonly wantsFocus: RefObject<string | null>;
  readonly onOpen: () => void;
  readonly onMove: (by: number) => void;
}

/** An axis that nobody edits: a line to read, and to press. */
export function AxisRow({ axesPath, name, names, value, model, wantsFocus, onOpen, onMove }: AxisRowProps) {
  const [{ tree, faults }, editor] = usePlan();
  const isEditable = useEditable();
  const { deleted } = useStepStatus();
  const button = useRef<HTMLButtonElement>(null);
  const path = [...axesPath, name];
  const face = axisFace(tree, name, value, model, names);
  const count = axisCount(tree, value);
  const faultCount = faultsUnder(faults, path);

  useEffect(() => {
    if (wantsFocus.current !== name) return;
    wantsFocus.current = null;
    button.current?.focus();
  });

  const press = (event: KeyboardEvent) => {
    if (event.altKey && (event.key === "ArrowUp" || event.key === "ArrowDown"))
      onMove(event.key === "ArrowUp" ? -1 : 1);
    else if (event.key === "Delete" && isEditable) {
      editor.edit(deleteAxis(tree, axesPath, name));
      deleted(`the axis ${name}`);
      focusLater(`[data-drag-sweep="${axesPath[3]}"] .add-axis > .text-button`);
    } else return;
    event.preventDefault();
  };

  return (
    <div className="axis-row" data-place={pathText(path)}>
      <button ref={button} type="button" className="axis-open" aria-expanded={false} onClick={onOpen} onKeyDown={press}>
        <span className="axis-name">
          <strong>{face.title}</strong>
          {face.aside !== null && <small>{face.aside}</small>}
        </span>
        <span className="axis-values">
          <FaceValues values={face.values} />
          {face.text !== null && <span className="axis-text">{face.text}</span>}
          {face.variable !== null && <span className="axis-variable">{variableWords(face.variable)}</span>}
          {faultCount > 0 && (
            <span className="fault-count">
              <Fault size={12} /> {faultCount === 1 ? "1 fault" : `${faultCount} faults`}
            </span>
          )}
        </span>
        <strong className="axis-count tabular">{countOrWords(value, count)}</strong>
      </button>
      {isEditable && <AxisMenu axesPath={axesPath} name={name} names={names} value={value} onMove={onMove} />}
    </div>
  );
}

/** How many settings there are; a table of counts has as many as the other axis's values say. */
export function countOrWords(value: unknown, count: Count | null): string {
  if (count !== null) return countText(count.likely);
  return axisForm(value) === "table" ? "varies" : "–";
}

/** Words are parted by commas, numbers by space alone. */
const FaceValues = memo(
  function FaceValues({ values }: { readonly values: readonly string[] }) {
    const areNumbers = values.every((value) => /^[-+\d.e…]+$/i.test(value));
    return values.map((value, index) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
      <span key={index} className="axis-value tabular">
        {value}
        {!areNumbers && index < values.length - 1 ? "," : ""}{" "}
      </span>
    ));
  },
  (before, after) => before.values.join("\n") === after.values.join("\n"),
);

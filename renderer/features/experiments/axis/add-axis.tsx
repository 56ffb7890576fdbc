import { useRef, useState } from "react";
import type { PlainValue } from "../../../../shared/plan/edit/plan-edit.ts";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { fieldAt } from "../../../../shared/plan/fields.ts";
import type { Merged } from "../../../../shared/plan/resolve/merge.ts";
import { Plus } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeValue } from "../../../fields/tree-value.ts";
import { addAxis, plain } from "../edits.ts";
import { useEditable } from "../use-editable.ts";
import { setsField } from "./axis-form.ts";
import { NamePicker } from "./name-picker.tsx";

interface AddAxisProps {
  readonly axesPath: DocumentPath;
  readonly names: readonly string[];
  readonly model: Merged;
  readonly onAdded: (name: string) => void;
}

/** A new axis: its name is asked for first, then it is opened. */
export function AddAxis({ axesPath, names, model, onAdded }: AddAxisProps) {
  const [, editor] = usePlan();
  const isEditable = useEditable();
  const [isAsking, setAsking] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const stop = () => {
    setAsking(false);
    requestAnimationFrame(() => button.current?.focus());
  };
  return (
    <div className="add-axis">
      {isAsking ? (
        <NamePicker
          label="Name of the new axis"
          name=""
          taken={names}
          isFocused
          onPick={(name) => {
            editor.edit(addAxis(axesPath, names, name, firstValue(name, model)));
            setAsking(false);
            onAdded(name);
          }}
          onCancel={stop}
        />
      ) : (
        <button
          ref={button}
          type="button"
          className="text-button"
          disabled={!isEditable}
          onClick={() => setAsking(true)}
        >
          <Plus size={14} /> Axis
        </button>
      )}
      <span className="add-axis-help">Enter adds, Backspace removes, paste a column</span>
    </div>
  );
}

/** A new axis changes nothing: it has the one value that holds already, or counts 1. */
function firstValue(name: string, model: Merged): PlainValue {
  if (!setsField(name)) return 1;
  const field = fieldAt(name);
  const stated = field?.group === "model" ? treeValue(model, [field.field, "value"]) : undefined;
  return stated === undefined || typeof stated === "object" ? [] : [plain(stated)];
}

import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeEntries, treeItems, treeValue } from "../../../fields/tree-value.ts";
import { type Action, ActionMenu } from "../action-menu.tsx";
import { copyAxis, deleteAxis, detach, plain, shareAs, variableName } from "../edits.ts";
import { focusLater } from "../focus-later.ts";
import { useStepStatus } from "../step-status.tsx";
import { axisTitle } from "./axis-face.ts";
import { axisForm, setsField } from "./axis-form.ts";

interface AxisMenuProps {
  readonly axesPath: DocumentPath;
  readonly name: string;
  readonly names: readonly string[];
  readonly value: unknown;
  readonly onMove: (by: number) => void;
}

/** What can be done with an axis as a whole. */
export function AxisMenu({ axesPath, name, names, value, onMove }: AxisMenuProps) {
  const [{ tree }, editor] = usePlan();
  const { deleted } = useStepStatus();
  const path = [...axesPath, name];
  const at = names.indexOf(name);
  const form = axisForm(value);
  const isNumber = !setsField(name) && (form === "count" || form === "likely");
  const use = treeValue(value, ["use"]);
  const variables = treeEntries(tree, ["variables"]).map(([variable]) => variable);
  const listed = names.filter((other) => other !== name && treeItems(tree, [...axesPath, other]).length > 0);
  const [by] = listed;
  const newName = variableName(axisTitle(name));
  const actions: readonly Action[] = [
    { id: "copy", words: "Copy this axis", run: () => editor.edit(copyAxis(axesPath, names, name, plain(value))) },
    ...(at > 0 ? [{ id: "up", words: "Move up", run: () => onMove(-1) }] : []),
    ...(at < names.length - 1 ? [{ id: "down", words: "Move down", run: () => onMove(1) }] : []),
    ...(isNumber && use !== undefined
      ? [{ id: "detach", words: "Detach from the variable", run: () => editor.edit(detach(tree, path)) }]
      : []),
    ...(isNumber && use === undefined && !variables.includes(newName)
      ? [
          {
            id: "share",
            words: `Share as the variable ${newName}`,
            run: () => editor.edit(shareAs(tree, path, newName)),
          },
        ]
      : []),
    ...(isNumber
      ? variables
          .filter((variable) => variable !== use)
          .slice(0, 8)
          .map((variable) => ({
            id: `use ${variable}`,
            words: `Use the variable ${variable}`,
            run: () => editor.edit({ op: "set", path, value: { use: variable } }),
          }))
      : []),
    ...(isNumber && by !== undefined
      ? [
          {
            id: "table",
            words: "Let the count depend on another axis",
            run: () => editor.edit({ op: "set", path, value: { by, counts: {}, otherwise: plain(value) } }),
          },
        ]
      : []),
    {
      id: "delete",
      words: "Delete this axis",
      run: () => {
        editor.edit(deleteAxis(tree, axesPath, name));
        deleted(`the axis ${name}`);
        focusLater(`[data-drag-sweep="${axesPath[3]}"] .add-axis > .text-button`);
      },
    },
  ];
  return <ActionMenu label={`More for the axis ${name}`} actions={actions} />;
}

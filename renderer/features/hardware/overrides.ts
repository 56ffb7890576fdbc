/** Experiments and sweeps that state hardware of their own, read from the raw document. Pure. */
import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { fieldAt, fieldNamed } from "../../../shared/plan/fields.ts";
import { pathText } from "../../../shared/plan/text/document-path.ts";
import { treeEntries, treeItems, treeValue } from "../../fields/tree-value.ts";

export interface Override {
  /** "Alignment", "Alignment, sweep 2". */
  readonly title: string;
  /** "accelerator, format", "an axis over hardware.accelerator". */
  readonly what: string;
  /** Where it is changed. */
  readonly place: string;
}

export function hardwareOverrides(tree: unknown): Override[] {
  return treeItems(tree, ["experiments"]).flatMap((_, index) => {
    const path = ["experiments", index];
    const title = words(treeValue(tree, [...path, "title"])) ?? `Experiment ${index + 1}`;
    const sweeps = treeItems(tree, [...path, "sweeps"]);
    return [
      ...ofLevel(tree, path, title),
      ...sweeps.flatMap((_sweep, number) => {
        const at = [...path, "sweeps", number];
        const own = words(treeValue(tree, [...at, "title"])) ?? `sweep ${number + 1}`;
        const name = sweeps.length === 1 ? title : `${title}, ${own}`;
        return [...ofLevel(tree, at, name), ...ofAxes(tree, [...at, "axes"], name)];
      }),
    ];
  });
}

function ofLevel(tree: unknown, path: DocumentPath, title: string): Override[] {
  const at = [...path, "hardware"];
  const fields = treeEntries(tree, at).map(([field]) => field);
  return fields.length === 0 ? [] : [{ title, what: fields.join(", "), place: pathText(at) }];
}

function ofAxes(tree: unknown, path: DocumentPath, title: string): Override[] {
  return treeEntries(tree, path).flatMap(([axis, values]) => {
    const setsHardware = fieldAt(axis)?.group === "hardware" || rowsSetHardware(values);
    return setsHardware ? [{ title, what: `the axis “${axis}”`, place: pathText([...path, axis]) }] : [];
  });
}

const rowsSetHardware = (values: unknown): boolean =>
  treeItems(values, []).some((row) =>
    treeEntries(row, []).some(([key]) => key !== "source" && fieldNamed(key)?.group === "hardware"),
  );

const words = (value: unknown): string | null => (typeof value === "string" && value.trim() !== "" ? value : null);

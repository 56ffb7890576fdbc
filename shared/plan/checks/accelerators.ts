import { axisKind } from "../axis-kind.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { SweepSource } from "../sweep-source.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

const FIELD = "accelerator";

/** An accelerator that is named by an id is in the catalogue, wherever it is named: at a level, in an axis, in a row. */
export const checkAccelerators: Check = ({ sweeps, catalogue }) => {
  const known = catalogue.accelerators.map(({ id }) => id);
  const ids = new Set(known);
  return sweeps
    .flatMap(named)
    .flatMap(({ id, path }): Fault[] =>
      ids.has(id) ? [] : [unknownName(path, id, "accelerator of the catalogue", known)],
    );
};

function named({ levels, axes }: SweepSource): { id: string; path: DocumentPath }[] {
  const found: { id: string; path: DocumentPath }[] = [];
  const look = (value: unknown, path: DocumentPath) => {
    if (typeof value === "string") found.push({ id: value, path });
  };
  for (const { level, path } of levels) {
    look(level.hardware?.accelerator, [...path, "hardware", FIELD]);
    look(level.hardware?.measured?.accelerator, [...path, "hardware", "measured", FIELD]);
  }
  for (const { name, axis, path } of axes) {
    const kind = axisKind(name, axis);
    if (kind.kind === "path" && name === `hardware.${FIELD}`) {
      for (const [index, value] of kind.values.entries()) look(value, [...path, index]);
    }
    if (kind.kind !== "variant") continue;
    for (const [index, row] of kind.rows.entries()) look(row[FIELD], [...path, index, FIELD]);
  }
  return found;
}

import { nearest } from "../../lib/nearest.ts";
import { isRange, isUse, type Quantity } from "../../ranges/quantity.ts";
import type { VariantRow } from "../axes.ts";
import { axisKind } from "../axis-kind.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { schemaFaults } from "../faults/schema-faults.ts";
import { fieldNamed, fieldNames } from "../fields.ts";
import { shorten } from "../text/document-path.ts";
import type { Check } from "./context.ts";

/** Every row of a variant axis sets fields that exist, to values that they may have, none of them in doubt. */
export const checkVariantRows: Check = ({ sweeps }) =>
  sweeps.flatMap(({ axes }) =>
    axes.flatMap(({ name, axis, path }) => {
      const kind = axisKind(name, axis);
      return kind.kind === "variant" ? kind.rows.flatMap((row, index) => rowFaults(row, [...path, index])) : [];
    }),
  );

function rowFaults(row: VariantRow, path: DocumentPath): Fault[] {
  return Object.entries(row).flatMap(([key, value]): Fault[] => {
    if (key === "label") return [];
    const field = fieldNamed(key);
    const place = [...path, key];
    if (field === undefined) return [unknownField(key, place)];
    const faults = schemaFaults(field.schema, value, place);
    if (faults.length > 0) return faults;
    return holdsDoubt(value) ? [inDoubt(key, value, place)] : [];
  });
}

function unknownField(key: string, path: DocumentPath): Fault {
  const bare = key.slice(key.lastIndexOf(".") + 1);
  const meant = nearest(bare, ["label", ...fieldNames]);
  return {
    path,
    atKey: true,
    message: `Unknown key ${shorten(key, 40)}`,
    value: key,
    allowed: `label, ${fieldNames.join(", ")}`,
    hint:
      meant === undefined
        ? "A row has a label and fields of model, training or hardware, by their bare names."
        : `Did you mean ${meant}?`,
    suggestion: meant ?? null,
  };
}

/** Whether a value is a range or a variable, or has one among its members, as tokensPerParameter may. */
function holdsDoubt(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return false;
  return (
    isDoubt(value) ||
    Object.values(value).some((member) => typeof member === "object" && member !== null && isDoubt(member))
  );
}

const isDoubt = (value: object): boolean => isUse(value as Quantity) || isRange(value as Quantity);

const inDoubt = (key: string, value: unknown, path: DocumentPath): Fault => ({
  path,
  message: `${key} cannot be a range in a row of an axis`,
  value,
  allowed: "a number",
  hint: "State the range in the sweep, its experiment or the plan's defaults.",
});

import type { ModelField, ModelFields, ShapeFault } from "./model-fields.ts";

/**
 * Pushes a fault for every field of `refused` that is stated although what it belongs to is not there. `allowed` names
 * what may stand instead, with FIELD for the field's name; `owner` completes "queryRank belongs to …". A field stated as
 * null or false says that there is none, and stands.
 */
export function refuseFields(
  fields: ModelFields,
  refused: readonly ModelField[],
  allowed: string,
  owner: string,
  faults: ShapeFault[],
): void {
  for (const field of refused) {
    const value = fields[field];
    if (value === undefined || value === null || value === false || value === "none") continue;
    faults.push({ field, value, allowed: allowed.replace("FIELD", field), message: `${field} belongs to ${owner}` });
  }
}

import { isUse, type Range } from "../../ranges/quantity.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { schemaFaults } from "../faults/schema-faults.ts";
import { quantityPlaces } from "../quantities.ts";
import { preview } from "../text/preview.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** `{use: name}` names a variable, and all that the variable can be is allowed where it is used. */
export const checkVariables: Check = ({ document, names }) => {
  const variables = new Map(Object.entries(document.variables ?? {}));
  /** What of a variable is beyond a schema, worked out once for all places with that schema. */
  const beyond = new Map<unknown, Map<string, Fault | undefined>>();
  const faults: Fault[] = [];
  for (const { quantity, path, schema } of quantityPlaces(document)) {
    if (typeof quantity === "number" || !isUse(quantity)) continue;
    const name = quantity.use;
    if (!names.variables.has(name)) {
      faults.push(unknownName([...path, "use"], name, "variable", names.variables));
      continue;
    }
    const range = variables.get(name);
    if (range === undefined) continue;
    const ofSchema = beyond.get(schema) ?? new Map<string, Fault | undefined>();
    beyond.set(schema, ofSchema);
    if (!ofSchema.has(name)) ofSchema.set(name, schemaFaults(schema, range)[0]);
    const fault = ofSchema.get(name);
    if (fault !== undefined) faults.push(outOfBounds(name, range, fault, path));
  }
  return faults;
};

const outOfBounds = (name: string, { low, likely, high }: Range, fault: Fault, path: DocumentPath): Fault => ({
  path,
  message: `The variable ${name} goes beyond what is allowed here`,
  value: { low, likely, high },
  allowed: fault.allowed,
  hint: `${preview(fault.value)} is outside; change the variable, or write a number here.`,
});

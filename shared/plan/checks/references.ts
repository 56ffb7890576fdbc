import type { DocumentPath, Fault } from "../fault.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** `after` and `sharedWith` name another experiment of the plan. */
export const checkReferences: Check = ({ document, names }) => {
  const faults: Fault[] = [];
  const look = (name: string | undefined, own: string, path: DocumentPath) => {
    if (name === undefined) return;
    if (name === own) faults.push(itself(name, path));
    else if (!names.experiments.has(name)) faults.push(unknownName(path, name, "experiment", names.experiments));
  };
  for (const [index, { id, after, sharedWith, sweeps }] of document.experiments.entries()) {
    const path = ["experiments", index];
    for (const [at, name] of (after ?? []).entries()) look(name, id, [...path, "after", at]);
    look(sharedWith, id, [...path, "sharedWith"]);
    for (const [at, sweep] of sweeps.entries()) look(sweep.sharedWith, id, [...path, "sweeps", at, "sharedWith"]);
  }
  return faults;
};

const itself = (id: string, path: DocumentPath): Fault => ({
  path,
  message: `The experiment ${id} names itself`,
  value: id,
  allowed: "another experiment",
});

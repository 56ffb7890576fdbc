import { nearest } from "../../lib/nearest.ts";
import { axisKind, type Scalar } from "../axis-kind.ts";
import type { Fault } from "../fault.ts";
import { schemaFaults } from "../faults/schema-faults.ts";
import { axisPaths, type FieldPlace, fieldAt, fieldNamed } from "../fields.ts";
import type { PlacedAxis } from "../sweep-source.ts";
import { shorten } from "../text/document-path.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/**
 * A path axis names a field and lists values that the field may have. A label axis does not have the bare name of a
 * field: `batch: [64, 128]` would count two runs and set nothing.
 */
export const checkAxisFields: Check = ({ sweeps }) => {
  const sound: SoundValues = new Map();
  return sweeps.flatMap(({ axes }) => axes.flatMap((axis) => axisFaults(axis, sound)));
};

/** Values that a field may have, as far as they have been looked at: sweeps have many in common. */
type SoundValues = Map<FieldPlace, Set<Scalar>>;

function axisFaults({ name, axis, path }: PlacedAxis, sound: SoundValues): Fault[] {
  const kind = axisKind(name, axis);
  if (kind.kind === "variant") return [];
  if (name.includes(".")) {
    const field = fieldAt(name);
    if (field === undefined) return [noField(name, path)];
    if (kind.kind !== "path") return [noList(name, axis, path)];
    return kind.values.flatMap((value, index) => valueFaults(field, value, index, path, sound));
  }
  return kind.kind === "labels" && setsNothing(name, kind.labels) ? [bareField(name, path)] : [];
}

function valueFaults(
  field: FieldPlace,
  value: Scalar,
  index: number,
  path: PlacedAxis["path"],
  sound: SoundValues,
): Fault[] {
  const known = sound.get(field) ?? new Set<Scalar>();
  sound.set(field, known);
  if (known.has(value)) return [];
  const faults = schemaFaults(field.schema, value, [...path, index]);
  if (faults.length === 0) known.add(value);
  return faults;
}

function noField(name: string, path: PlacedAxis["path"]): Fault {
  const group = name.slice(0, name.indexOf(".") + 1);
  const sameGroup = axisPaths.filter((axis) => axis.startsWith(group));
  const known = sameGroup.length > 0 ? sameGroup : axisPaths;
  const fault = unknownName(path, name, "field", known);
  const hint =
    fault.hint ?? "An axis with a dot in its name sets a field; leave the dot out of a name that only labels.";
  const message = `The axis ${shorten(name, 40)} names no field`;
  return { ...fault, atKey: true, message, hint, suggestion: nearest(name, known) ?? null };
}

const noList = (name: string, axis: unknown, path: PlacedAxis["path"]): Fault => ({
  path,
  message: `The axis ${name} sets a field and has no list of values for it`,
  value: axis,
  allowed: "a list of values in square brackets",
  suggestion: typeof axis === "number" ? JSON.stringify([axis]) : null,
});

/** Whether every one of the labels is a value of a field that has the axis's name. */
function setsNothing(name: string, labels: readonly Scalar[]): boolean {
  const field = fieldNamed(name);
  if (field === undefined || name === "source") return false;
  return labels.every((label) => field.schema.safeParse(label).success);
}

function bareField(name: string, path: PlacedAxis["path"]): Fault {
  const full = `${fieldNamed(name)?.group}.${name}`;
  return {
    path,
    atKey: true,
    message: `The axis ${name} would count its values and set nothing`,
    value: name,
    allowed: `${full}, or a name that no field has`,
    hint: `Did you mean ${full}?`,
    suggestion: full,
  };
}

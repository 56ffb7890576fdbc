import { SPEED_FIELDS } from "../../hardware/hardware-fields.ts";
import { ATTENTION_LAYER_FIELDS, FEED_FORWARD_FIELDS, GLOBAL_LAYER_FIELDS } from "../../models/model-fields.ts";
import { LENGTH_FIELDS } from "../../training/training-fields.ts";
import { axisKind } from "../axis-kind.ts";
import type { Fault } from "../fault.ts";
import { type FieldPlace, fieldAt, fieldNamed } from "../fields.ts";
import type { PlacedAxis, SweepSource } from "../sweep-source.ts";
import type { Check } from "./context.ts";

/** Fields that say one thing in several ways: only one of them may vary, or be stated, at one level. */
const SAME_THING: ReadonlyMap<string, string> = new Map([
  ...Object.values(LENGTH_FIELDS)
    .flat()
    .map((field) => [field, "training length"] as const),
  ...SPEED_FIELDS.map((field) => [field, "speed"] as const),
  ...FEED_FORWARD_FIELDS.map((field) => [field, "feed-forward width"] as const),
  ...GLOBAL_LAYER_FIELDS.map((field) => [field, "layers without window"] as const),
  ...ATTENTION_LAYER_FIELDS.map((field) => [field, "layers with attention"] as const),
]);

const LENGTHS: readonly string[] = Object.values(LENGTH_FIELDS).flat();

/** No two axes of a sweep set the same field, or the same thing in two ways; nor does one level of the document. */
export const checkAxisConflicts: Check = ({ sweeps }) =>
  sweeps.flatMap((source) => [...axesAgainstEachOther(source), ...levelsAgainstThemselves(source)]);

function axesAgainstEachOther({ axes }: SweepSource): Fault[] {
  const setBy = new Map<string, { axis: string; field: string }>();
  const faults: Fault[] = [];
  for (const placed of axes) {
    const own = new Set<string>();
    for (const { field } of fieldsOf(placed)) {
      const thing = SAME_THING.get(field) ?? field;
      const earlier = setBy.get(thing);
      if (earlier === undefined) setBy.set(thing, { axis: placed.name, field });
      else if (earlier.axis !== placed.name && !own.has(thing)) faults.push(setTwice(placed, earlier, thing));
      own.add(thing);
    }
  }
  return faults;
}

function fieldsOf({ name, axis }: PlacedAxis): FieldPlace[] {
  const kind = axisKind(name, axis);
  if (kind.kind === "path") {
    const field = fieldAt(name);
    return field === undefined ? [] : [field];
  }
  if (kind.kind !== "variant") return [];
  const keys = new Set(kind.rows.flatMap((row) => Object.keys(row)));
  return [...keys].flatMap((key) => (key === "label" ? [] : (fieldNamed(key) ?? [])));
}

const setTwice = ({ name, path }: PlacedAxis, earlier: { axis: string }, thing: string): Fault => ({
  path,
  atKey: true,
  message: `The axes ${earlier.axis} and ${name} both set the ${thing}`,
  value: name,
  allowed: "one axis for one thing",
  hint: "Put what changes together into the rows of one variant axis.",
});

function levelsAgainstThemselves({ levels }: SweepSource): Fault[] {
  return levels.flatMap(({ level, path }) => [
    ...stated(level.training, LENGTHS, [...path, "training"], "training length"),
    ...stated(level.hardware, SPEED_FIELDS, [...path, "hardware"], "speed"),
  ]);
}

function stated(fields: object | undefined, ways: readonly string[], path: Fault["path"], thing: string): Fault[] {
  const [first, ...others] = ways.filter((way) => fields !== undefined && Object.hasOwn(fields, way));
  return others.map((way) => ({
    path: [...path, way],
    atKey: true,
    message: `The ${thing} is stated twice, by ${first} and by ${way}`,
    value: way,
    allowed: `one of ${ways.join(", ")}`,
    hint: "Keep the one that you know and leave the other out.",
  }));
}

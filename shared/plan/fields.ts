/** The fields that a plan's model, training and hardware have: what an axis may set, each with the schema of its value. */
import { z } from "zod";
import { hardwareFieldsSchema } from "../hardware/hardware-fields.ts";
import { modelFieldsSchema } from "../models/model-fields.ts";
import { tokensPerParameterSchema, trainingFieldsSchema } from "../training/training-fields.ts";
import { leavesOf } from "./faults/schema-walk.ts";

export const GROUPS = ["model", "training", "hardware"] as const;
export type Group = (typeof GROUPS)[number];

export const groupSchemas = {
  model: modelFieldsSchema,
  training: trainingFieldsSchema,
  hardware: hardwareFieldsSchema,
} as const;

/** A field with its place: `field` of `group`, or `sub` of an object that the field is. */
export interface FieldPlace {
  readonly group: Group;
  readonly field: string;
  readonly sub: string | null;
  readonly schema: z.ZodType;
}

/** Says who a value comes from, not what it is: every group has it, and no axis sets it. */
const NOTE = "source";

/** Says of which peak the utilisation beside it is a share: a row of an axis may set both, and no axis sets it alone. */
const BESIDE_ANOTHER = "utilisationOf";

/** The one member of a field that can vary by itself: 10, 20 and 40 tokens per parameter. */
const RATIO = { group: "training", field: "tokensPerParameter", sub: "ratio" } as const;

const places = GROUPS.flatMap((group): FieldPlace[] => {
  const shape: Readonly<Record<string, z.ZodType>> = groupSchemas[group].shape;
  return Object.entries(shape).flatMap(([field, schema]) =>
    field === NOTE ? [] : [{ group, field, sub: null, schema }],
  );
});

/** Lists and objects stand in rows; the values of a path axis are numbers, words, true and false. */
const takesOneValue = ({ field, schema }: FieldPlace): boolean =>
  field !== BESIDE_ANOTHER &&
  leavesOf(schema).some((leaf) => !(leaf instanceof z.ZodArray || leaf instanceof z.ZodObject));

const byPath = new Map<string, FieldPlace>();
for (const place of places) if (takesOneValue(place)) byPath.set(`${place.group}.${place.field}`, place);
byPath.set(`${RATIO.group}.${RATIO.field}.${RATIO.sub}`, { ...RATIO, schema: tokensPerParameterSchema.shape.ratio });

/** Names of all path axes that exist: "model.width", "training.tokensPerParameter.ratio", … */
export const axisPaths: readonly string[] = [...byPath.keys()];

/** The field that a path axis of this name sets; undefined when there is none. */
export const fieldAt = (path: string): FieldPlace | undefined => byPath.get(path);

const byName = new Map<string, FieldPlace>();
for (const place of places) byName.set(place.field, place);
// A model with stated counts says who stated them, so a row that describes one may, too.
byName.set(NOTE, { group: "model", field: NOTE, sub: null, schema: modelFieldsSchema.shape.source });

/** Bare names of the fields that a row of a variant axis may set. */
export const fieldNames: readonly string[] = [...byName.keys()];

/** The field that a bare key of a variant row sets; undefined when there is none. */
export const fieldNamed = (name: string): FieldPlace | undefined => byName.get(name);

/** The nearest level wins, field by field. */
import { SPEED_FIELDS } from "../../hardware/hardware-fields.ts";
import { ATTENTION_LAYER_FIELDS, FEED_FORWARD_FIELDS, GLOBAL_LAYER_FIELDS } from "../../models/model-fields.ts";
import { LENGTH_FIELDS } from "../../training/training-fields.ts";
import type { DocumentPath } from "../fault.ts";
import type { Group } from "../fields.ts";

/** A field's value, where it is stated, and how near: 0 is the plan's defaults. */
export interface Stated {
  readonly value: unknown;
  readonly path: DocumentPath;
  readonly nearness: number;
  /** Set where the value is only a member of the field: the ratio of tokensPerParameter. */
  readonly sub?: string;
}

export type Merged = Readonly<Record<string, Stated>>;

/** Fields that say one thing in several ways: a nearer level that uses one of them drops a farther one's others. */
const ONE_THING: Readonly<Record<Group, readonly (readonly string[])[]>> = {
  model: [FEED_FORWARD_FIELDS, GLOBAL_LAYER_FIELDS, ATTENTION_LAYER_FIELDS],
  training: [Object.values(LENGTH_FIELDS).flat()],
  hardware: [SPEED_FIELDS],
};

/** `near` over `far`. */
export function mergeOver(group: Group, far: Merged, near: Merged): Merged {
  const merged: Record<string, Stated> = { ...far };
  for (const ways of ONE_THING[group]) {
    if (ways.some((way) => way in near)) for (const way of ways) delete merged[way];
  }
  for (const field in near) {
    const stated = near[field];
    if (stated !== undefined)
      merged[field] = stated.sub === undefined ? stated : intoField(far[field], stated, stated.sub);
  }
  return merged;
}

/** A member set in the object that a farther level states for the field. */
function intoField(far: Stated | undefined, near: Stated, sub: string): Stated {
  const around = typeof far?.value === "object" ? far.value : {};
  return { ...near, value: { ...around, [sub]: near.value } };
}

const NOTHING: Merged = {};

/** The fields that stand at one place. */
export function placeFields(fields: object | undefined, path: DocumentPath, nearness: number): Merged {
  if (fields === undefined) return NOTHING;
  const placed: Record<string, Stated> = {};
  for (const [field, value] of Object.entries(fields)) {
    if (value !== undefined) placed[field] = { value, path: [...path, field], nearness };
  }
  return placed;
}

/** What all levels together state for a group, farthest first. */
export function mergeLevels(
  group: Group,
  levels: readonly { readonly fields: Readonly<Record<Group, Merged>> }[],
): Merged {
  return levels.reduce<Merged>((far, { fields }) => {
    const near = fields[group];
    if (near === NOTHING) return far;
    return far === NOTHING ? near : mergeOver(group, far, near);
  }, NOTHING);
}

/** The bare values, for the nouns that complete them. They have passed their group's schema, each by itself. */
export function plainFields<Fields extends object>(merged: Merged): Fields {
  const fields: Record<string, unknown> = {};
  for (const name in merged) fields[name] = merged[name]?.value;
  return fields as Fields;
}

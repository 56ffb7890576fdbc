/** Taking a whole model into a level of the plan, as one change. Pure. */
import { canonicalJson } from "../../../../shared/lib/canonical-json.ts";
import { completeShape } from "../../../../shared/models/complete-shape.ts";
import { MODEL_DEFAULTS, type ModelFields, TRANSFORMER_FIELDS } from "../../../../shared/models/model-fields.ts";
import type { ModelShape } from "../../../../shared/models/shape.ts";
import { type Merged, mergeOver, placeFields, plainFields } from "../../../../shared/plan/resolve/merge.ts";
import { type Edits, plain } from "../edits.ts";
import { effectiveFields, groupPath, LEVELS, type Level, levelsOf, type Where } from "../recipe/levels.ts";

export interface TakenModel {
  readonly edits: Edits;
  /** Fields that a farther level states and that this model cannot have beside it; empty where it can be taken. */
  readonly blockedBy: readonly string[];
}

/**
 * The edits that make `fields` the model at a level, in place of what the level states. What farther levels state and the
 * model does not is overruled by the model's own value, so that the model is at every level the one that was looked at.
 */
export function takeModel(tree: unknown, where: Where, level: Level, fields: ModelFields): TakenModel {
  const wanted = completeShape(fields);
  if (!wanted.ok) return { edits: [], blockedBy: wanted.error.map(({ field }) => field) };
  const far = fartherFields(tree, where, level);
  const model = { ...overruling(far, fields, wanted.value), ...fields };
  const found = completeShape(plainFields<ModelFields>(mergeOver("model", far, placeFields(model, [], 3))));
  if (!found.ok) return { edits: [], blockedBy: [...new Set(found.error.map(({ field }) => field))] };
  if (canonicalJson(withoutSource(found.value)) !== canonicalJson(withoutSource(wanted.value))) {
    return { edits: [], blockedBy: Object.keys(far) };
  }
  return { edits: [{ op: "set", path: groupPath(level, where, "model"), value: plain(model) }], blockedBy: [] };
}

const withoutSource = (shape: ModelShape): unknown => ({ ...shape, source: null });

/** What the levels beyond `level` state together. */
function fartherFields(tree: unknown, where: Where, level: Level): Merged {
  const farther = levelsOf(where)
    .filter((one) => LEVELS.indexOf(one) < LEVELS.indexOf(level))
    .at(-1);
  return farther === undefined ? {} : effectiveFields(tree, where, "model", farther);
}

/** Fields that a farther level states and the model does not, with the value that the model has of them. */
function overruling(far: Merged, fields: ModelFields, shape: ModelShape): Record<string, unknown> {
  const near = mergeOver("model", far, placeFields(fields, [], 3));
  const left = Object.keys(far).filter((field) => !(field in fields) && field in near);
  return Object.fromEntries(
    left.flatMap((field) => {
      if (field === "kind") return [[field, shape.kind]];
      if (field === "source") return [];
      // Said in the other way: as a number of layers it can be none.
      if (field === "globalEvery" && shape.kind === "transformer") return [["globalLayers", shape.globalLayers]];
      const own = ownValue(field, shape);
      return own === undefined ? [] : [[field, own]];
    }),
  );
}

/** Fields that say by null that a model has no such thing. */
const NONE: ReadonlySet<string> = new Set([
  "keyValueRank",
  "queryRank",
  "experts",
  "encoderLayers",
  "encoderSequence",
  "imageSize",
  "stateSpace",
  "maxPositions",
  "window",
]);

function ownValue(field: string, shape: ModelShape): unknown {
  if (shape.kind !== "transformer") return undefined;
  const { mixture, latent } = shape;
  if (NONE.has(field)) return null;
  // What belongs to something that the model does not have waits for it, or cannot stand beside what it has instead.
  if (latent !== null && ["headSize", "keyValueHeads", "freeHeadSize"].includes(field)) return undefined;
  const direct: unknown = Reflect.get(shape, field) ?? (mixture === null ? undefined : Reflect.get(mixture, field));
  if (["number", "string", "boolean"].includes(typeof direct)) return direct;
  return field in MODEL_DEFAULTS ? MODEL_DEFAULTS[field as keyof typeof MODEL_DEFAULTS].value : undefined;
}

/**
 * The same model, stated so that others of its shape follow from a width alone: the head's size in place of the number of
 * heads, and the feed-forward as a multiple of the width. Null where the model has no such form.
 *
 * Worked example, Llama 3 8B: width 4,096, headSize 128, feedForwardRatio 3.5; at a width of 2,048 there are 16 heads.
 */
export function followingWidth(fields: ModelFields): ModelFields | null {
  const { width, heads, feedForward, ...others } = fields;
  if (width === undefined || heads === undefined || feedForward === undefined) return null;
  if (fields.freeHeadSize === true || (fields.keyValueRank ?? null) !== null || width % heads !== 0) return null;
  const following = { width, ...others, headSize: width / heads, feedForwardRatio: feedForward / width };
  const [before, after] = [completeShape(fields), completeShape(following)];
  const isSame = before.ok && after.ok && canonicalJson(before.value) === canonicalJson(after.value);
  return isSame ? following : null;
}

/** Fields in the order in which the form has them. */
export function inOrder(fields: ModelFields): ModelFields {
  const order = new Map<string, number>(["kind", ...TRANSFORMER_FIELDS].map((field, index) => [field, index]));
  const place = (field: string) => order.get(field) ?? order.size;
  return Object.fromEntries(Object.entries(fields).sort(([a], [b]) => place(a) - place(b)));
}

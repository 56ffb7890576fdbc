/** From a model's configuration file to the model as a plan writes it down. */
import { err, ok, type Result } from "../../lib/result.ts";
import { completeShape } from "../../models/complete-shape.ts";
import { type ModelFields, modelFieldsSchema } from "../../models/model-fields.ts";
import type { Fault, PlanFault } from "../../plan/fault.ts";
import { listFaults, placeFault } from "../../plan/faults/place.ts";
import { readJson } from "../../plan/text/json-reader.ts";
import { lineIndex } from "../../plan/text/lines.ts";
import { isLarger } from "../../plan/text/read-text.ts";
import type { PlacedFault, SourceNode } from "../../plan/text/source.ts";
import { readByFieldNames } from "./by-field-names.ts";
import { ConfigReader, Notes } from "./config-reader.ts";
import { deepSeekNative, type Family, familyOf, innerTypeOf, plainTypeOf } from "./families.ts";
import type { ModelConfig } from "./model-config.ts";

/** The largest file that is read: a configuration has a few kilobytes, most of a megabyte only with a list of labels. */
export const CONFIG_MAX_BYTES = 1_000_000;

/**
 * Reads the `config.json` of a model in Hugging Face's form, and of a few in their authors' own (DeepSeek's, DBRX's).
 *
 * A family that is known is counted exactly. What its file leaves out takes the default of the family's configuration class,
 * and is listed in `inferred`. Any other family is read by the usual names of fields, `recognised` is false, and all that the
 * file does not say is listed. A larger model's file (`text_config`) is read for its text model. Faults have line and column.
 *
 * @example
 * readModelConfig('{"model_type": "gpt2"}'); // {ok: true, value: {family: "gpt2", shape: {layers: 12, …}, inferred: […]}}
 * readModelConfig('{"model_type": "gpt2", "n_layer": "twelve"}'); // {ok: false, error: [{path: "n_layer", line: 1, …}]}
 */
export function readModelConfig(text: string): Result<ModelConfig, readonly PlanFault[]> {
  if (isLarger(text, CONFIG_MAX_BYTES)) return err(listed([tooLarge], text));
  const json = readJson(text);
  if (!json.ok) return err(listed([json.error.fault], text));
  const { root, faults } = json.value;
  if (faults.length > 0) return err(listed(faults, text));
  if (root.members === null) return err(placed([notAnObject], root, text));
  const notes = new Notes();
  const found = partOf(root, notes);
  const config = new ConfigReader(found.node, found.family?.className ?? "", notes, found.path);
  const fields = withoutUndefined((found.family?.read ?? readByFieldNames)(config));
  warnOf(root, found.path.length > 0, notes);
  if (notes.faults.length > 0) return err(placed(notes.faults, root, text));
  const shape = shapeOf(fields, notes, found.path);
  if (!shape.ok) return err(placed(shape.error, root, text));
  return ok({
    family: found.family?.name ?? found.name,
    wrapper: found.wrapper,
    recognised: found.family !== undefined,
    fields,
    shape: shape.value,
    context: fields.maxPositions ?? null,
    inferred: notes.inferred,
    warnings: notes.warnings,
  });
}

/** Whether a text looks like a model's configuration: an object of JSON with the keys of one. A plan or a sweep is none. */
export function looksLikeModelConfig(text: string): boolean {
  if (isLarger(text, CONFIG_MAX_BYTES) || !/^\uFEFF?\s*\{/.test(text)) return false;
  const json = readJson(text);
  // A file that breaks off is still told by the names that it has.
  if (!json.ok) return /"(?:model_type|hidden_size|num_hidden_layers|text_config)"\s*:/.test(text);
  const keys = json.value.root.members;
  if (keys === null || keys.has("flopsheet")) return false;
  return keys.has("model_type") || keys.has("text_config") || keys.has("architectures") || hasShape(keys);
}

function hasShape(keys: ReadonlyMap<string, SourceNode>): boolean {
  const has = (...names: string[]) => names.some((name) => typeof keys.get(name)?.value === "number");
  return (
    has("vocab_size", "padded_vocab_size") &&
    has("hidden_size", "n_embd", "d_model", "dim", "n_embed") &&
    has("num_hidden_layers", "n_layer", "n_layers", "num_layers")
  );
}

interface Part {
  readonly node: SourceNode;
  readonly path: readonly string[];
  readonly name: string;
  readonly wrapper: string | null;
  readonly family: Family | undefined;
}

/** Larger models keep their text model under one of these. */
const TEXT_PARTS = ["text_config", "llm_config", "language_config"] as const;

/** The part of the file that describes a model of text, and its family. */
function partOf(root: SourceNode, notes: Notes): Part {
  const type = textOf(root, "model_type");
  const key = TEXT_PARTS.find((name) => root.members?.get(name)?.members != null);
  const inner = key === undefined ? undefined : root.members?.get(key);
  if (key !== undefined && inner !== undefined) {
    const stated = textOf(inner, "model_type");
    const implied = stated === null && type !== null ? innerTypeOf(type) : undefined;
    if (implied !== undefined) {
      const reason = `the text model of ${type}`;
      notes.inferred.push({ key: `${key}.model_type`, field: null, value: implied, reason });
    }
    const name = stated ?? implied ?? "unknown";
    const node = withTying(root, inner);
    return { node, path: [key], name, wrapper: type ?? "unknown", family: familyOf(plainTypeOf(name)) };
  }
  if (type === null && isDeepSeekNative(root)) {
    const family = deepSeekNative(textOf(root, "score_func") === "sigmoid");
    return { node: root, path: [], name: family.name, wrapper: null, family };
  }
  const name = type ?? "unknown";
  return { node: root, path: [], name, wrapper: null, family: familyOf(plainTypeOf(name)) };
}

/** A larger model may say for its text model whether embeddings are tied. */
function withTying(root: SourceNode, inner: SourceNode): SourceNode {
  const tied = root.members?.get("tie_word_embeddings");
  if (tied === undefined || inner.members === null || inner.members.has("tie_word_embeddings")) return inner;
  return { ...inner, members: new Map([...inner.members, ["tie_word_embeddings", tied]]) };
}

function isDeepSeekNative({ members }: SourceNode): boolean {
  return ["dim", "inter_dim", "n_layers", "kv_lora_rank"].every((key) => members?.has(key) === true);
}

/** What the file has beside the model that is counted. */
function warnOf({ members }: SourceNode, isPart: boolean, notes: Notes): void {
  if (members === null) return;
  const others = ["vision_config", "audio_config", "visual", "vision_tower"].filter((key) => members.has(key));
  if (isPart || others.length > 0) {
    notes.warnings.push(
      `Only the text model is counted${others.length === 0 ? "" : `, not ${others.join(" and ")} or what joins them`}.`,
    );
  }
  if (members.has("quantization_config")) {
    notes.warnings.push("The weights are quantised, which changes their bytes and not their number.");
  }
}

function shapeOf(fields: ModelFields, notes: Notes, path: readonly string[]) {
  const checked = modelFieldsSchema.safeParse(fields);
  if (!checked.success) {
    return err(
      checked.error.issues.map(({ path: [field], message }): Fault => {
        const place = placeOf(String(field), notes, path);
        return {
          path: place,
          message: `${place.at(-1)} is out of reach`,
          value: statedValue(fields, field),
          allowed: message,
        };
      }),
    );
  }
  const shape = completeShape(fields);
  if (shape.ok) return shape;
  return err(
    shape.error.map(
      ({ field, value, allowed, message }): Fault => ({ path: placeOf(field, notes, path), message, value, allowed }),
    ),
  );
}

function placeOf(field: string, notes: Notes, path: readonly string[]) {
  for (const [name, place] of notes.places) if (name === field) return place;
  return path;
}

const statedValue = (fields: ModelFields, field: PropertyKey | undefined): unknown =>
  field === undefined ? undefined : Reflect.get(fields, field);

function withoutUndefined(fields: ModelFields): ModelFields {
  return Object.fromEntries(Object.entries(fields).filter(([, value]) => value !== undefined));
}

function textOf(node: SourceNode, key: string): string | null {
  const value = node.members?.get(key)?.value;
  return typeof value === "string" && value !== "" ? value : null;
}

const placed = (faults: readonly Fault[], root: SourceNode, text: string): PlanFault[] =>
  listed(
    faults.map((fault) => placeFault(fault, root, text)),
    text,
  );

const listed = (faults: readonly PlacedFault[], text: string): PlanFault[] => listFaults(faults, lineIndex(text));

const notAnObject: Fault = {
  path: [],
  message: "This is not the configuration of a model",
  allowed: "an object of JSON, as config.json of a model",
};

const tooLarge: PlacedFault = {
  path: [],
  at: null,
  message: "The file is larger than 1 MB",
  value: null,
  allowed: "the config.json of a model, which has a few kilobytes",
  hint: null,
  edit: null,
};

/** What is read from a model's configuration file. */
import type { ModelField, ModelFields } from "../../models/model-fields.ts";
import type { ModelShape } from "../../models/shape.ts";
import type { SourceNode } from "../../plan/text/source.ts";

/** Something that the file leaves open and that had to be decided. */
export interface Inferred {
  /** The file's key that would have said it, as `num_key_value_heads` or `text_config.head_dim`. */
  readonly key: string;
  /** The field of the model that it decides; null where it decides none by itself. */
  readonly field: ModelField | null;
  readonly value: string | number | boolean | null;
  /** Why this value, a phrase: "the default of LlamaConfig". */
  readonly reason: string;
}

export interface ModelConfig {
  /** Of a known family its name, else the file's `model_type`, or "unknown". */
  readonly family: string;
  /** The file that this one stands in, where it describes a part of a larger model: "gemma3". */
  readonly wrapper: string | null;
  /** This family has a reader of its own; where it has none, fields were taken by their usual names. */
  readonly recognised: boolean;
  /** The model as a plan writes it down. */
  readonly fields: ModelFields;
  readonly shape: ModelShape;
  /** The longest sequence that the file says the model is for, in tokens; null where it says none. */
  readonly context: number | null;
  readonly inferred: readonly Inferred[];
  /** Sentences about what the file has and the model does not count. */
  readonly warnings: readonly string[];
}

/** What a family's reader makes of a file: fields of a plan's model. */
export type ReadFamily = (config: ConfigObject) => ModelFields;

/** The default of a value, and why it is that. */
export interface Otherwise<Value> {
  readonly value: Value;
  readonly reason: string;
}

/**
 * One object of the file, as its reader asks for it. Every question that the file leaves open is answered by a default and
 * noted as inferred; every answer of the wrong kind is a fault, and the reading goes on.
 */
export interface ConfigObject {
  /** Names that defaults belong to, as `LlamaConfig`. */
  readonly className: string;
  /** Whether a key stands there with a value other than null. */
  has(key: string): boolean;
  /** A whole number of 1 or more under the first of `keys` that is there. Without a default it must be there. */
  count(field: ModelField, keys: Keys, otherwise?: number | Otherwise<number>): number;
  /** A whole number of 0 or more. */
  number(field: ModelField | null, keys: Keys, otherwise: number | Otherwise<number>): number;
  /** A whole number, or null for none; 0 is none. Null in the file is a statement, a missing key is not. */
  countOrNone(field: ModelField, keys: Keys, otherwise: number | null): number | null;
  flag(field: ModelField | null, keys: Keys, otherwise: boolean | Otherwise<boolean>): boolean;
  text(key: string): string | null;
  /** The texts or numbers of a list; null where the file has no such list. */
  list(key: string): readonly unknown[] | null;
  /** An object inside; where it is missing, an empty one. */
  object(key: string, className?: string): ConfigObject;
  infer(key: string, field: ModelField | null, value: Inferred["value"], reason: string): void;
  warn(sentence: string): void;
  /** Says that a key has a value with which the model cannot be counted. */
  refuse(key: string, message: string, allowed: string): void;
  readonly node: SourceNode;
}

export type Keys = string | readonly string[];

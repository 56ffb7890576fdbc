import type { ModelField } from "../../models/model-fields.ts";
import type { DocumentPath, Fault } from "../../plan/fault.ts";
import { pathText } from "../../plan/text/document-path.ts";
import type { SourceNode } from "../../plan/text/source.ts";
import type { ConfigObject, Inferred, Keys, Otherwise } from "./model-config.ts";

/** What all objects of one file note together. */
export class Notes {
  readonly faults: Fault[] = [];
  readonly inferred: Inferred[] = [];
  readonly warnings: string[] = [];
  /** Where the file says what a field of the model is: a fault of the field is shown there. */
  readonly places = new Map<ModelField, DocumentPath>();
}

/** Beyond any count of any model; what is larger is a slip, or no count. */
const LARGEST = 1e12;

/** An object of the file with the questions that readers ask of it. */
export class ConfigReader implements ConfigObject {
  readonly node: SourceNode;
  readonly className: string;
  readonly #notes: Notes;
  readonly #path: DocumentPath;

  constructor(node: SourceNode, className: string, notes: Notes, path: DocumentPath = []) {
    this.node = node;
    this.className = className;
    this.#notes = notes;
    this.#path = path;
  }

  has(key: string): boolean {
    return (this.node.members?.get(key)?.value ?? null) !== null;
  }

  count(field: ModelField, keys: Keys, otherwise?: number | Otherwise<number>): number {
    const found = this.#find(keys);
    if (found !== undefined) return this.#whole(field, found.key, found.value, 1);
    if (otherwise !== undefined) return this.#default(field, keys, otherwise);
    this.#missing(keys, "a whole number of 1 or more");
    return 1;
  }

  number(field: ModelField | null, keys: Keys, otherwise: number | Otherwise<number>): number {
    const found = this.#find(keys);
    return found === undefined ? this.#default(field, keys, otherwise) : this.#whole(field, found.key, found.value, 0);
  }

  countOrNone(field: ModelField, keys: Keys, otherwise: number | null): number | null {
    const stated = named(keys).find((key) => this.node.members?.has(key) === true);
    if (stated === undefined) return this.#default(field, keys, otherwise);
    const value = this.node.members?.get(stated)?.value;
    if (value === null) return null;
    const count = this.#whole(field, stated, value, 0);
    return count === 0 ? null : count;
  }

  flag(field: ModelField | null, keys: Keys, otherwise: boolean | Otherwise<boolean>): boolean {
    const found = this.#find(keys);
    if (found === undefined) return this.#default(field, keys, otherwise);
    if (typeof found.value === "boolean") return this.#at(field, found.key, found.value);
    this.refuse(found.key, `${found.key} is neither true nor false`, "true or false");
    return typeof otherwise === "boolean" ? otherwise : otherwise.value;
  }

  text(key: string): string | null {
    const value = this.node.members?.get(key)?.value;
    return typeof value === "string" ? value : null;
  }

  list(key: string): readonly unknown[] | null {
    const value = this.node.members?.get(key)?.value;
    return Array.isArray(value) ? value : null;
  }

  object(key: string, className = this.className): ConfigObject {
    const node = this.node.members?.get(key);
    if (node?.members != null) return new ConfigReader(node, className, this.#notes, [...this.#path, key]);
    if ((node?.value ?? null) !== null) this.refuse(key, `${key} is not an object`, "an object in braces");
    const empty = { from: this.node.from, to: this.node.from, value: {}, key: null, members: null, items: null };
    return new ConfigReader(empty, className, this.#notes, [...this.#path, key]);
  }

  infer(key: string, field: ModelField | null, value: Inferred["value"], reason: string): void {
    this.#notes.inferred.push({ key: pathText([...this.#path, key]), field, value, reason });
  }

  warn(sentence: string): void {
    this.#notes.warnings.push(sentence);
  }

  refuse(key: string, message: string, allowed: string): void {
    const path = [...this.#path, key];
    this.#notes.faults.push({ path, message, value: this.node.members?.get(key)?.value, allowed });
  }

  #find(keys: Keys): { readonly key: string; readonly value: unknown } | undefined {
    const key = named(keys).find((one) => this.has(one));
    return key === undefined ? undefined : { key, value: this.node.members?.get(key)?.value };
  }

  #whole(field: ModelField | null, key: string, value: unknown, least: number): number {
    if (typeof value === "number" && Number.isInteger(value) && value >= least && value <= LARGEST) {
      return this.#at(field, key, value);
    }
    const allowed = `a whole number of ${least} or more`;
    this.refuse(key, `${key} is not ${typeof value === "number" ? allowed : "a number"}`, allowed);
    return 1;
  }

  #at<Value>(field: ModelField | null, key: string, value: Value): Value {
    if (field !== null) this.#notes.places.set(field, [...this.#path, key]);
    return value;
  }

  #default<Value extends Inferred["value"]>(field: ModelField | null, keys: Keys, otherwise: Value | Otherwise<Value>) {
    const isReasoned = typeof otherwise === "object" && otherwise !== null;
    const value = isReasoned ? otherwise.value : otherwise;
    const reason = isReasoned ? otherwise.reason : `the default of ${this.className}`;
    this.infer(named(keys)[0] ?? "", field, value, reason);
    return value;
  }

  #missing(keys: Keys, allowed: string): void {
    const names = named(keys);
    this.#notes.faults.push({
      path: [...this.#path, names[0] ?? ""],
      message: names.length === 1 ? `${names[0]} is missing` : `None of ${names.join(", ")} is there`,
      allowed,
    });
  }
}

const named = (keys: Keys): readonly string[] => (typeof keys === "string" ? [keys] : keys);

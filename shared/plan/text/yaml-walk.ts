/** From the library's syntax tree to plain values with their places. */
import {
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type Scalar,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import { shorten } from "./document-path.ts";
import { Mapping } from "./mapping.ts";
import { notANumber, numberTooLarge, tooDeep, tooManyValues } from "./refusals.ts";
import { MAX_DEPTH, MAX_VALUES, type PlacedFault, type SourceNode, type Span } from "./source.ts";

const LONGEST_NAME = 40;
const LONGEST_VALUE = 80;

/** Values that the aliases of one document may stand for, all counted. */
const MAX_ALIASED = 20_000;

/**
 * One walk over one document. `node` answers null where the document cannot be read at all: nested too deeply, or
 * aliases standing for more values than a plan can have. Everything else that is refused leaves a value out.
 */
export class YamlWalk {
  readonly faults: PlacedFault[] = [];
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  readonly #anchors = new Map<string, Node>();
  /** Anchored nodes that the walk is inside of. */
  readonly #open = new Set<Node>();
  #aliasDepth = 0;
  #aliased = 0;
  #values = 0;

  constructor(text: string) {
    this.#text = text;
  }

  node(node: Node, key: Span | null): SourceNode | null {
    if (isAlias(node)) return this.#alias(node.source, spanOf(node), key);
    if (this.#path.length > MAX_DEPTH) return this.#give(tooDeep(this.#path, spanOf(node).from));
    this.#values++;
    if (this.#values > MAX_VALUES) return this.#give(tooManyValues(spanOf(node).from));
    if (this.#aliasDepth > 0 && ++this.#aliased > MAX_ALIASED) return this.#give(tooManyAliases(spanOf(node)));
    if (isScalar(node) || isMap(node) || isSeq(node)) {
      if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
      if (node.tag !== undefined) return this.#refuse(spanOf(node), key, "Tags are not read", node.tag, "plain values");
    }
    if (isScalar(node)) return this.#scalar(node, key);
    this.#open.add(node);
    const read = isMap(node) ? this.#mapping(node, key) : isSeq(node) ? this.#sequence(node, key) : null;
    this.#open.delete(node);
    return read;
  }

  #alias(name: string, at: Span, key: Span | null): SourceNode | null {
    const target = this.#anchors.get(name);
    if (target === undefined) {
      return this.#refuse(
        at,
        key,
        `No anchor before this is called &${shorten(name, LONGEST_NAME)}`,
        `*${name}`,
        "an alias of an earlier anchor",
      );
    }
    if (this.#open.has(target)) {
      return this.#refuse(
        at,
        key,
        "This alias stands inside what it repeats",
        `*${name}`,
        "an alias of an earlier anchor",
      );
    }
    this.#aliasDepth++;
    const repeated = this.node(target, key);
    this.#aliasDepth--;
    return repeated === null ? null : { ...repeated, from: at.from, to: at.to };
  }

  #scalar(node: Scalar, key: Span | null): SourceNode {
    const at = spanOf(node);
    const { value } = node;
    if (typeof value === "number" && !Number.isFinite(value)) {
      const written = this.#text.slice(at.from, at.to);
      this.faults.push(
        /\d/.test(written)
          ? numberTooLarge(this.#path.slice(), at, written)
          : notANumber(this.#path.slice(), at, written),
      );
      return leaf(undefined, at, key);
    }
    return leaf(value, at, key);
  }

  #sequence(node: YAMLSeq, key: Span | null): SourceNode | null {
    const items: SourceNode[] = [];
    for (const item of node.items) {
      if (isPair(item))
        return this.#refuse(spanOf(node), key, "A list holds a key without braces", null, "values, or {key: value}");
      this.#path.push(items.length);
      const read = this.node(item as Node, null);
      this.#path.pop();
      if (read === null) return null;
      items.push(read);
    }
    return { ...spanOf(node), key, value: items.map((item) => item.value), members: null, items };
  }

  #mapping(node: YAMLMap, key: Span | null): SourceNode | null {
    const mapping = new Mapping(this.#path.slice(), this.faults);
    for (const pair of node.items) {
      const name = this.#key(pair);
      if (name === null) continue;
      const span = spanOf(pair.key as Node);
      this.#path.push(name);
      const member =
        pair.value === null ? leaf(null, { from: span.to, to: span.to }, span) : this.node(pair.value as Node, span);
      this.#path.pop();
      if (member === null) return null;
      if (mapping.accepts(name, span)) mapping.add(name, member);
    }
    return { ...spanOf(node), key, value: mapping.value, members: mapping.members, items: null };
  }

  /** The key as text: a number as JavaScript writes it, so that `128:` and `"128":` are one key. */
  #key(pair: Pair): string | null {
    const key = pair.key as Node;
    const at = spanOf(key);
    if (!isScalar(key) || key.tag !== undefined || key.value === null) {
      this.#refuse(at, null, "This key is not a plain word", this.#text.slice(at.from, at.to), "text as a key");
      return null;
    }
    if (key.value === "<<" && key.type === "PLAIN") {
      this.#refuse(at, null, "Merge keys are not read", "<<", "every key written out");
      return null;
    }
    return String(key.value);
  }

  #refuse(at: Span, key: Span | null, message: string, value: string | null, allowed: string): SourceNode {
    // As long as the text, if its author means harm, and over several lines.
    const told = value === null ? null : shorten(value.replace(/\s+/g, " "), LONGEST_VALUE);
    this.faults.push({ path: this.#path.slice(), at, message, value: told, allowed, hint: null, edit: null });
    return leaf(undefined, at, key);
  }

  #give(fault: PlacedFault): null {
    this.faults.push(fault);
    return null;
  }
}

const tooManyAliases = (at: Span): PlacedFault => ({
  path: [],
  at,
  message: "The aliases of this document stand for too many values",
  value: null,
  allowed: "aliases that stand for at most 20,000 values in all",
  hint: null,
  edit: null,
});

function leaf(value: unknown, at: Span, key: Span | null): SourceNode {
  return { from: at.from, to: at.to, key, value, members: null, items: null };
}

/** Every node that was parsed from a text has a range. */
function spanOf(node: Node): Span {
  return { from: node.range?.[0] ?? 0, to: node.range?.[1] ?? 0 };
}

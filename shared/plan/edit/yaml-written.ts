/** A document that was read as YAML, as it is written. */
import {
  type CST,
  isAlias,
  isMap,
  isPair,
  isScalar,
  isSeq,
  type Node,
  type Pair,
  type YAMLMap,
  type YAMLSeq,
} from "yaml";
import type { Entry, Written } from "./written.ts";

/** `text` is what `node` was parsed from, with its source tokens kept. */
export function writtenYaml(node: Node, text: string): Written {
  const from = node.range?.[0] ?? 0;
  const layout = "flow" in node && node.flow === true ? "brackets" : "lines";
  if (isMap(node)) {
    const entries = lazily(() => membersOf(node, text));
    return {
      from,
      get to() {
        return endOf(node, text);
      },
      shape: "object",
      layout,
      entries,
    };
  }
  if (isSeq(node)) {
    const entries = lazily(() => itemsOf(node, text));
    return {
      from,
      get to() {
        return endOf(node, text);
      },
      shape: "array",
      layout,
      entries,
    };
  }
  return { from, to: endOf(node, text), shape: "other", layout, entries: () => [] };
}

/** Where the text of `node` ends: a block of lines with its last value, a literal text before its last line end. */
function endOf(node: Node, text: string): number {
  const end = node.range?.[1] ?? 0;
  if (isScalar(node)) {
    if (node.type !== "BLOCK_LITERAL" && node.type !== "BLOCK_FOLDED") return end;
    if (text.charAt(end - 1) !== "\n") return end;
    return text.charAt(end - 2) === "\r" ? end - 2 : end - 1;
  }
  if (isMap(node) && node.flow !== true) return lastEnd(membersOf(node, text), end);
  if (isSeq(node) && node.flow !== true) return lastEnd(itemsOf(node, text), end);
  return end;
}

const lastEnd = (entries: readonly Entry[], otherwise: number): number => entries.at(-1)?.to ?? otherwise;

function membersOf(node: YAMLMap, text: string): Entry[] {
  return node.items.map((pair): Entry => {
    const key = pair.key as Node;
    const [from, end] = key.range ?? [0, 0];
    const mark = markOf(pair.srcToken?.sep, "map-value-ind");
    const value = writtenOrNull(pair.value as Node | null, text);
    const to = value?.to ?? mark ?? end;
    // A key that is no plain word has no name, but it stands there.
    const name = isScalar(key) ? { key: String(key.value), keySpan: { from, to: end } } : { key: null, keySpan: null };
    return { from: startOf(pair, from), to, mark, value, ...name };
  });
}

/** An explicit key begins with its question mark. */
function startOf(pair: Pair, keyFrom: number): number {
  const mark = pair.srcToken?.start.find((token) => token.type === "explicit-key-ind" || token.type === "anchor");
  return mark?.offset ?? keyFrom;
}

function itemsOf(node: YAMLSeq, text: string): Entry[] {
  const source = node.srcToken;
  const tokens = source !== undefined && "items" in source ? source.items : [];
  return node.items.map((item, index): Entry => {
    const inner = isPair(item) ? null : (item as Node);
    const mark = markOf(tokens[index]?.start, "seq-item-ind");
    const value = inner === null ? null : writtenOrNull(inner, text);
    const from = mark === null ? (anchorOf(tokens[index]?.start) ?? inner?.range?.[0] ?? 0) : mark - 1;
    return { from, to: value?.to ?? mark ?? from, key: null, keySpan: null, mark, value };
  });
}

function writtenOrNull(node: Node | null, text: string): Written | null {
  if (node === null) return null;
  const isEmpty = isScalar(node) && node.range?.[0] === node.range?.[1];
  return isEmpty && !isAlias(node) ? null : writtenYaml(node, text);
}

type Tokens = readonly CST.SourceToken[] | undefined;

/** Just after the first token of `type`, a single character. */
function markOf(tokens: Tokens, type: CST.SourceToken["type"]): number | null {
  const mark = tokens?.find((token) => token.type === type);
  return mark === undefined ? null : mark.offset + 1;
}

const anchorOf = (tokens: Tokens): number | undefined => tokens?.find((token) => token.type === "anchor")?.offset;

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | null = null;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}

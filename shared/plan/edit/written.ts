/** A document as it is written: where its objects and lists have their members, in JSON's brackets or in YAML's lines. */
import type { SourceNode, Span } from "../text/source.ts";

/** A value with its characters; `to` is where its own text ends, without comments and line ends after it. */
export interface Written extends Span {
  readonly shape: "object" | "array" | "other";
  /** `brackets` is JSON and YAML's `{}` and `[]`; `lines` YAML's indentation, where `from` is the first key or dash. */
  readonly layout: "brackets" | "lines";
  /** Members and items, in the text's order. */
  readonly entries: () => readonly Entry[];
}

/** A member or an item: from its key or dash to the end of its value. */
export interface Entry extends Span {
  readonly key: string | null;
  readonly keySpan: Span | null;
  /** Just after the colon or the dash; null where there is neither: an item in brackets, a key without a value. */
  readonly mark: number | null;
  /** Null where nothing is written, which reads as null. */
  readonly value: Written | null;
}

/** A document that was read as JSON. */
export function writtenJson(node: SourceNode): Written {
  const { from, to, members, items } = node;
  const base = { from, to, layout: "brackets" } as const;
  if (items !== null) {
    return {
      ...base,
      shape: "array",
      entries: () =>
        items.map((item) => ({
          from: item.from,
          to: item.to,
          key: null,
          keySpan: null,
          mark: null,
          value: writtenJson(item),
        })),
    };
  }
  if (members !== null) {
    return { ...base, shape: "object", entries: () => [...members].flatMap(([key, member]) => memberOf(key, member)) };
  }
  return { ...base, shape: "other", entries: () => [] };
}

function memberOf(key: string, member: SourceNode): Entry[] {
  if (member.key === null) return [];
  const { from, to } = member.key;
  return [{ from, to: member.to, key, keySpan: { from, to }, mark: member.from, value: writtenJson(member) }];
}

/** The entry of `node` that `step` names; null where there is none. */
export function entryAt(node: Written, step: string | number): Entry | null {
  if (node.shape === "array") return typeof step === "number" ? (node.entries()[step] ?? null) : null;
  // Of equal keys the first counts, as for the reader.
  return node.shape === "object" ? (node.entries().find((entry) => entry.key === step) ?? null) : null;
}

/** Setting values in brackets: in one line where they fit and are simple enough to be read there, else a member a line. */
import type { SourceNode } from "../text/source.ts";
import { LINE_WIDTH, type TextStyle } from "./text-style.ts";

/** Something to be set: a word or number as it is written, or what stands in brackets. */
export type Piece =
  | { readonly kind: "leaf"; readonly text: string; readonly isNumber: boolean }
  | { readonly kind: "array"; readonly items: readonly Piece[] }
  | { readonly kind: "object"; readonly members: readonly (readonly [key: string, value: Piece])[] };

/** Levels of brackets that one line may have. */
const MOST_NESTED = 4;

/** What is read already, with its words and numbers as `text` has them. */
export function pieceOf(node: SourceNode, text: string): Piece {
  if (node.items !== null) return { kind: "array", items: node.items.map((item) => pieceOf(item, text)) };
  if (node.members === null) {
    return { kind: "leaf", text: text.slice(node.from, node.to), isNumber: typeof node.value === "number" };
  }
  return {
    kind: "object",
    members: [...node.members.values()].map((member) => [
      text.slice(member.key?.from ?? 0, member.key?.to ?? 0),
      pieceOf(member, text),
    ]),
  };
}

/** `piece` as it would stand at `column` of a line that is indented by `indent`. */
export function laidOut(piece: Piece, style: TextStyle, indent: string, column: number): string {
  const { newline, unit, colon } = style;
  if (piece.kind === "leaf" || newline === null || fitsInLine(piece, style, column)) return inOneLine(piece, style);
  const inner = indent + unit;
  if (piece.kind === "object") {
    const members = piece.members.map(([key, value]) => {
      const start = inner + key + colon;
      return start + laidOut(value, style, inner, start.length + 1);
    });
    return bracketed("{", members, "}", newline, indent);
  }
  const { items } = piece;
  if (items.every((item) => item.kind === "leaf" && item.isNumber)) {
    return filled(
      items.map((item) => inOneLine(item, style)),
      newline,
      indent,
      inner,
    );
  }
  return bracketed(
    "[",
    items.map((item) => inner + laidOut(item, style, inner, inner.length + 1)),
    "]",
    newline,
    indent,
  );
}

/** Whether `piece` may stand in one line from `column` on. */
export function fitsInLine(piece: Piece, style: TextStyle, column: number): boolean {
  return nesting(piece) <= MOST_NESTED && column + inOneLine(piece, style).length <= LINE_WIDTH;
}

/** `piece` in one line, however long. */
export function inOneLine(piece: Piece, style: TextStyle): string {
  if (piece.kind === "leaf") return piece.text;
  const { padding, comma, colon } = style;
  if (piece.kind === "array") return `[${piece.items.map((item) => inOneLine(item, style)).join(comma)}]`;
  const members = piece.members.map(([key, value]) => key + colon + inOneLine(value, style));
  return members.length === 0 ? "{}" : `{${padding}${members.join(comma)}${padding}}`;
}

export function nesting(piece: Piece): number {
  if (piece.kind === "leaf") return 0;
  const inner = piece.kind === "array" ? piece.items : piece.members.map(([, value]) => value);
  return inner.reduce((deepest, one) => Math.max(deepest, nesting(one)), 0) + 1;
}

const bracketed = (open: string, lines: readonly string[], close: string, newline: string, indent: string): string =>
  lines.length === 0 ? open + close : `${open}${newline}${lines.join(`,${newline}`)}${newline}${indent}${close}`;

/** As many items on each line as it takes. */
function filled(items: readonly string[], newline: string, indent: string, inner: string): string {
  const lines: string[] = [];
  let line = "";
  for (const [index, item] of items.entries()) {
    const next = item + (index === items.length - 1 ? "" : ",");
    if (line !== "" && inner.length + line.length + 1 + next.length > LINE_WIDTH) {
      lines.push(inner + line);
      line = "";
    }
    line += line === "" ? next : ` ${next}`;
  }
  return `[${newline}${[...lines, inner + line].join(newline)}${newline}${indent}]`;
}

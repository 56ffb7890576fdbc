/** Where a place named by a trace stands in the text of the plan. */

import { pathText } from "../../shared/plan/text/document-path.ts";
import { lineIndex } from "../../shared/plan/text/lines.ts";
import { readText } from "../../shared/plan/text/read-text.ts";
import type { SourceNode } from "../../shared/plan/text/source.ts";

/** Characters of the text, and the line (from 1) on which they begin. */
export interface PlaceInText {
  readonly from: number;
  readonly to: number;
  readonly line: number;
}

/**
 * The value at `place` ("variables.pointsPerLine", "quotes[0].price"), or the nearest one around it that the text has;
 * null for a text that cannot be read.
 */
export function locate(text: string, place: string): PlaceInText | null {
  const reading = readText(text);
  if (!reading.ok) return null;
  const { from, to, key } = nearestNode(reading.value.root, [], place);
  const start = key?.from ?? from;
  return { from: start, to, line: lineIndex(text)(start).line };
}

function nearestNode(node: SourceNode, path: readonly (string | number)[], place: string): SourceNode {
  for (const [step, child] of childrenOf(node)) {
    const below = [...path, step];
    const name = pathText(below);
    if (place === name) return child;
    if (place.startsWith(name) && /^[.[]/.test(place.slice(name.length))) return nearestNode(child, below, place);
  }
  return node;
}

function childrenOf(node: SourceNode): Iterable<readonly [string | number, SourceNode]> {
  return node.members ?? node.items?.entries() ?? [];
}

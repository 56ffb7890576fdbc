/** Which experiment is edited: kept while other steps are shown, and taken from an address that names a place in one. */
import { useState } from "react";
import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { pathText } from "../../../shared/plan/text/document-path.ts";
import { treeEntries, treeItems, treeValue } from "../../fields/tree-value.ts";

/** By document; for as long as the page is open. */
const kept = new Map<string, number>();

export interface Selection {
  readonly selected: number;
  /** Changes with every choice, so that an editor begins anew. */
  readonly turn: number;
  readonly select: (experiment: number) => void;
}

/** `place` is what the address names, `at` what it is inside of. */
export function useSelected(id: string, place: string | null, at: Indices, count: number): Selection {
  const [seen, setSeen] = useState<string | null>(null);
  const [{ chosen, turn }, setChosen] = useState({ chosen: kept.get(id) ?? 0, turn: 0 });
  const choose = (experiment: number) => {
    kept.set(id, experiment);
    setChosen((before) => ({ chosen: experiment, turn: before.turn + 1 }));
  };
  if (place !== seen) {
    setSeen(place);
    // Chosen anew also where it is shown already: its editor opens what the address names.
    if (at.experiment !== null || at.group !== null) choose(at.experiment ?? chosen);
  }
  return { selected: Math.max(0, Math.min(chosen, count - 1)), turn, select: choose };
}

/**
 * Where this step changes a place: a variable in the first axis or recipe that uses it, anything else where it stands.
 *
 * @example changedAt(tree, "variables.points.likely") // 'experiments[2].sweeps[0].axes["learning rate"]'
 */
export function changedAt(tree: unknown, place: string | null): string | null {
  const [, bare, quoted] = /^variables(?:\.([A-Za-z_]\w*)|\["([^"\\]*)"\])/.exec(place ?? "") ?? [];
  const variable = bare ?? quoted;
  if (variable === undefined) return place;
  const user = ["experiments", "defaults"].map((top) => userOf(treeValue(tree, [top]), variable, [top]));
  const path = user.find((found) => found !== null);
  return path === undefined || path === null ? place : pathText(path);
}

function userOf(value: unknown, variable: string, path: DocumentPath): DocumentPath | null {
  if (treeValue(value, ["use"]) === variable) return path;
  const inner = Array.isArray(value)
    ? treeItems(value, []).map((item, index) => [index, item] as const)
    : treeEntries(value, []);
  for (const [step, item] of inner) {
    const found = userOf(item, variable, [...path, step]);
    if (found !== null) return found;
  }
  return null;
}

/** What a place of the document is inside of. */
export interface Indices {
  readonly experiment: number | null;
  readonly sweep: number | null;
  readonly axis: string | null;
  readonly group: string | null;
  /** Whether the place is a field of what the indices name, and not that itself. */
  readonly isInside: boolean;
}

/**
 * The indices of a place of the document.
 *
 * @example indicesIn('experiments[2].sweeps[0].axes["model.heads"][3]') // {experiment: 2, sweep: 0, axis: "model.heads", …}
 */
export function indicesIn(place: string | null): Indices {
  const experiment = /^experiments\[(\d+)\]/.exec(place ?? "")?.[1];
  const sweep = /^experiments\[\d+\]\.sweeps\[(\d+)\]/.exec(place ?? "")?.[1];
  const [, quoted, bare] = /\.axes(?:\["((?:[^"\\]|\\.)*)"\]|\.([A-Za-z_$][\w$]*))/.exec(place ?? "") ?? [];
  const group = /^(?:defaults|experiments\[\d+\](?:\.sweeps\[\d+\])?)\.(model|training|hardware)\b/.exec(
    place ?? "",
  )?.[1];
  return {
    experiment: experiment === undefined ? null : Number(experiment),
    sweep: sweep === undefined ? null : Number(sweep),
    axis: quoted === undefined ? (bare ?? null) : unquoted(quoted),
    group: group ?? null,
    isInside: !/\]$/.test(place ?? "]"),
  };
}

function unquoted(inside: string): string {
  const value: unknown = JSON.parse(`"${inside}"`);
  return typeof value === "string" ? value : inside;
}

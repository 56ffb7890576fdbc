/** Which experiment is edited: kept while other steps are shown, and taken from an address that names a place in one. */
import { useState } from "react";

/** By document; for as long as the page is open. */
const kept = new Map<string, number>();

export interface Selection {
  readonly selected: number;
  /** Changes with every choice, so that an editor begins anew. */
  readonly turn: number;
  readonly select: (experiment: number) => void;
}

export function useSelected(id: string, place: string | null, count: number): Selection {
  const [seen, setSeen] = useState<string | null>(null);
  const [{ chosen, turn }, setChosen] = useState({ chosen: kept.get(id) ?? 0, turn: 0 });
  const named = indicesIn(place).experiment;
  const choose = (experiment: number) => {
    kept.set(id, experiment);
    setChosen((before) => ({ chosen: experiment, turn: before.turn + 1 }));
  };
  if (place !== seen) {
    setSeen(place);
    if (named !== null && named !== chosen) choose(named);
  }
  return { selected: Math.max(0, Math.min(chosen, count - 1)), turn, select: choose };
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

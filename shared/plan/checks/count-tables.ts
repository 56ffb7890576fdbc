import { nearest } from "../../lib/nearest.ts";
import type { CountTable } from "../axes.ts";
import { axisKind } from "../axis-kind.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import type { PlacedAxis } from "../sweep-source.ts";
import { shorten } from "../text/document-path.ts";
import type { Check } from "./context.ts";
import { unknownName } from "./unknown-name.ts";

/** A table of counts names a listed axis of its sweep and has a count for every value of it. */
export const checkCountTables: Check = ({ sweeps, lacks }) =>
  sweeps.flatMap(({ axes, path }) => {
    // An axis that was taken out, or a value of it, may be what a table speaks of.
    if (lacks([...path, "axes"])) return [];
    return axes.flatMap((placed) => {
      const kind = axisKind(placed.name, placed.axis);
      return kind.kind === "table" ? tableFaults(kind.table, placed, axes) : [];
    });
  });

/** The values of an axis as the keys of a table name them; null for an axis that lists none. */
function axisKeys(name: string, axis: PlacedAxis["axis"]): string[] | null {
  const kind = axisKind(name, axis);
  if (kind.kind === "variant") return kind.rows.map(({ label }) => label);
  if (kind.kind === "path") return kind.values.map(String);
  return kind.kind === "labels" ? kind.labels.map(String) : null;
}

function tableFaults(table: CountTable, { path }: PlacedAxis, axes: readonly PlacedAxis[]): Fault[] {
  const listed = axes.filter(({ name, axis }) => axisKeys(name, axis) !== null);
  const by = listed.find(({ name }) => name === table.by);
  if (by === undefined) {
    const place = [...path, "by"];
    if (axes.some(({ name }) => name === table.by)) return [countsNoList(table.by, place)];
    return [
      unknownName(
        place,
        table.by,
        "axis of this sweep",
        listed.map(({ name }) => name),
      ),
    ];
  }
  const keys = axisKeys(by.name, by.axis) ?? [];
  const known = new Set(keys);
  const unknown = Object.keys(table.counts).filter((key) => !known.has(key));
  const missing = table.otherwise === undefined ? keys.filter((key) => !Object.hasOwn(table.counts, key)) : [];
  return [
    ...unknown.map((key) => notAValue(key, by.name, keys, [...path, "counts", key])),
    ...(missing.length === 0 ? [] : [notCovered(missing, by.name, [...path, "counts"], table.counts)]),
  ];
}

const countsNoList = (name: string, path: DocumentPath): Fault => ({
  path,
  message: `The axis ${shorten(name, 40)} lists no values that a count could depend on`,
  value: name,
  allowed: "an axis of this sweep that is a list",
});

function notAValue(key: string, axis: string, keys: readonly string[], path: DocumentPath): Fault {
  const meant = nearest(key, keys);
  return {
    path,
    atKey: true,
    message: `${shorten(JSON.stringify(key), 40)} is no value of the axis ${shorten(axis, 40)}`,
    value: key,
    allowed: shorten(keys.join(", "), 200),
    hint: meant === undefined ? null : `Did you mean ${meant}?`,
    suggestion: meant ?? null,
  };
}

const notCovered = (missing: readonly string[], axis: string, path: DocumentPath, counts: unknown): Fault => ({
  path,
  message: `The table has no count for ${shorten(missing.join(", "), 80)} of the axis ${shorten(axis, 40)}`,
  value: counts,
  allowed: "a count for every value of the axis, or otherwise for the rest",
  hint: "Add the missing counts, or otherwise.",
});

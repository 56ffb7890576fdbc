/** A sheet as JSON, complete: what a saved sheet holds, in an order that a person can read. */
import { SHEET_VERSION, type Sheet } from "../../sheet/sheet.ts";

/** Members in the order of the page; what is not named here follows in the order of its letters. */
const ORDER = [
  ...[
    "sheetVersion",
    "id",
    "kind",
    "of",
    "label",
    "mark",
    "key",
    "title",
    "subtitle",
    "outline",
    "width",
    "currency",
    "date",
  ],
  ...["headline", "lead", "sections", "footnotes", "warnings", "foot"],
  ...["value", "unit", "remark", "range", "low", "p10", "p50", "p90", "high", "likely", "words"],
  ...[
    "chart",
    "table",
    "tableId",
    "notes",
    "marker",
    "items",
    "columns",
    "align",
    "bar",
    "places",
    "adds",
    "rows",
    "total",
    "cells",
  ],
  ...["direction", "categoryTitle", "bars", "cardHours", "fromCards", "toCards", "marks", "centre"],
  ...["cards", "hours", "text", "exact", "lowText", "highText", "highlight", "figure", "muted", "colour", "apart"],
];
const PLACES: ReadonlyMap<string, number> = new Map(ORDER.map((key, place) => [key, place]));

/**
 * The sheet as indented JSON, its version first as `sheetVersion`. Equal sheets give equal texts, whatever the order of
 * their members in memory; numbers are unrounded.
 */
export function sheetToJson(sheet: Sheet): string {
  const { version: _, ...content } = sheet;
  return `${JSON.stringify(ordered({ sheetVersion: SHEET_VERSION, ...content }), null, 2)}\n`;
}

function ordered(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ordered);
  if (typeof value !== "object" || value === null) return value;
  const members = Object.entries(value).sort(([a], [b]) => placeOf(a) - placeOf(b) || (a < b ? -1 : 1));
  return Object.fromEntries(members.map(([key, member]) => [key, ordered(member)]));
}

const placeOf = (key: string): number => PLACES.get(key) ?? ORDER.length;

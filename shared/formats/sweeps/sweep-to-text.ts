/** A sweep file for a terminal. */
import { shorten } from "../../plan/text/document-path.ts";
import { exact } from "../../units/format/exact.ts";
import { printable } from "../terminal/style.ts";
import { axisWords, formatWords, methodWords, valueWords } from "./axis-words.ts";
import { countRuns, sizeOf } from "./count-runs.ts";
import type { SweepAxis, SweepFile } from "./sweep-file.ts";

const LONGEST = 70;

/** What the file runs over, how often, and what it leaves open: lines that end in a line break. */
export function sweepToText(file: SweepFile): string {
  const runs = countRuns(file);
  const rows: [string, string][] = [
    ["Format", formatWords[file.format]],
    ["Method", methodWords[file.method]],
    ["Runs", runs === null ? "not known from the file" : withEquation(runs, file)],
    ...(file.maxParallel === null ? [] : [["At a time", exact(file.maxParallel)] as [string, string]]),
  ];
  const axes = file.axes.map((axis): [string, string] => [axis.name, axisText(axis)]);
  const constants = file.constants.map(({ name, value }): [string, string] => [name, valueWords(value)]);
  return [
    table(rows, ""),
    section("Parameters that vary", axes),
    section("Constant", constants),
    list(
      "Left open",
      file.needs.map(({ why, at }) => `${why}${at === null ? "" : ` (line ${at.line})`}.`),
    ),
    list("Note", file.warnings),
  ].join("");
}

/** `27 = 3 × 3 × 3`, where there is more than one factor. */
function withEquation(runs: number, file: SweepFile): string {
  const equation = equationOf(file);
  return equation === null ? exact(runs) : `${exact(runs)} = ${equation}`;
}

/** The factors of the count; null where it is a number of its own. */
function equationOf({ axes, trials, cap, rows }: SweepFile): string | null {
  if (rows !== null) return null;
  const sizes = axes.flatMap((axis) => (axis.drawn ? [] : [sizeOf(axis) ?? 0]));
  const factors = [...sizes, ...(trials === null || (trials === 1 && sizes.length > 0) ? [] : [trials])];
  const product = factors.map(exact).join(" × ");
  const reached = factors.reduce((all, factor) => all * factor, 1);
  if (cap !== null && cap < reached) return `the first ${exact(cap)} of ${product}`;
  return factors.length > 1 ? product : null;
}

function axisText(axis: SweepAxis): string {
  const words = axisWords(axis);
  const size = axis.kind === "values" ? `${exact(axis.values.length)}: ` : "";
  return `${size}${words}`;
}

const section = (title: string, rows: readonly (readonly [string, string])[]): string =>
  rows.length === 0 ? "" : `\n${title}\n${table(rows, "  ")}`;

const list = (title: string, sentences: readonly string[]): string =>
  sentences.length === 0 ? "" : `\n${title}\n${sentences.map((sentence) => `  ${printable(sentence)}\n`).join("")}`;

function table(rows: readonly (readonly [string, string])[], indent: string): string {
  const shown = rows.map(
    ([name, text]) => [shorten(printable(name), LONGEST), shorten(printable(text), LONGEST)] as const,
  );
  const width = Math.max(...shown.map(([name]) => name.length));
  return shown.map(([name, text]) => `${indent}${name.padEnd(width)}  ${text}\n`).join("");
}

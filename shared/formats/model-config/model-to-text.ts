/** A model's summary for a terminal. */
import { exact } from "../../units/format/exact.ts";
import { readable, readableText } from "../../units/format/readable.ts";
import { printable } from "../terminal/style.ts";
import { wrap, wrapHanging } from "../terminal/wrap.ts";
import { inferredValue } from "./inferred-value.ts";
import type { Inferred, ModelConfig } from "./model-config.ts";
import { type ModelSummary, PART_WORDS } from "./summarise-model.ts";

const WIDTH = 100;

/** Tables of parameters and FLOP, then what was inferred and what is not counted. */
export function modelToText(config: ModelConfig, summary: ModelSummary): string {
  return `${[
    ...wrapped(headline(config, summary)),
    "",
    ...parameterLines(summary),
    "",
    ...flopLines(summary),
    ...inferredLines(config),
    ...config.warnings.flatMap((warning) => ["", ...wrapped(warning)]),
  ].join("\n")}\n`;
}

const indented = (text: string): string[] => wrapHanging("  ", text, WIDTH, 2);

const wrapped = (text: string): string[] => wrap(text, WIDTH);

function headline({ family, wrapper, recognised }: ModelConfig, { count }: ModelSummary): string {
  const name = `${printable(family)}${wrapper === null ? "" : `, the text model of ${printable(wrapper)}`}`;
  const known = recognised ? "" : " Not a family that is known: read by the usual names of fields.";
  return `${name}: ${readableText(readable(count.total))} parameters.${known}`;
}

function parameterLines({ count }: ModelSummary): string[] {
  const parts = Object.entries(count.parts ?? {}).flatMap(([part, value]): [string, number][] =>
    value === 0 ? [] : [[`  ${PART_WORDS[part as keyof typeof PART_WORDS]}`, value]],
  );
  return columns("Parameters", [
    ["Total", count.total],
    ...(count.active === count.total ? [] : [["Active, of one token", count.active] as [string, number]]),
    ...(count.nonEmbedding === null ? [] : [["Without embeddings", count.nonEmbedding] as [string, number]]),
    ...parts,
    ...(count.predictionHeads === 0
      ? []
      : [["Heads for further tokens, not in the total", count.predictionHeads] as [string, number]]),
  ]);
}

function flopLines({ conventions, items, context }: ModelSummary): string[] {
  const of = items === "examples" ? "an example" : "a token";
  const length = context === null ? "" : `, sequences of ${exact(context)}`;
  const applied = conventions.flatMap(({ key, flop }): [string, number][] => (flop === null ? [] : [[key, flop]]));
  const reasons = new Set(conventions.flatMap(({ reason }) => reason ?? []));
  return [
    ...columns(`Training FLOP of ${of}${length}`, applied),
    ...(reasons.size === 0 ? [] : ["Conventions that do not apply", ...[...reasons].flatMap(indented)]),
  ];
}

function inferredLines({ inferred, recognised }: ModelConfig): string[] {
  if (inferred.length === 0) return [];
  const what = recognised ? "Inferred, because the file does not say it" : "Inferred; please confirm each";
  return ["", what, ...inferred.flatMap((one) => indented(inferredText(one)))];
}

/**
 * A yes or no says of which field it is: the file's key may be about something else.
 *
 * @example inferredText({key: "head_dim", field: "headSize", value: 128, reason: "the width by the heads"}) // "head_dim 128: the width by the heads"
 */
function inferredText(one: Inferred): string {
  const field = typeof one.value === "boolean" && one.field !== null ? ` (${one.field})` : "";
  return `${printable(one.key)}${field} ${printable(inferredValue(one))}: ${printable(one.reason)}`;
}

/** Names left, numbers right. */
function columns(title: string, rows: readonly (readonly [string, number])[]): string[] {
  const texts = rows.map(([name, value]) => [name, exact(value)] as const);
  const names = Math.max(...texts.map(([name]) => name.length));
  const numbers = Math.max(...texts.map(([, value]) => value.length));
  return [title, ...texts.map(([name, value]) => `  ${name.padEnd(names)}  ${value.padStart(numbers)}`)];
}

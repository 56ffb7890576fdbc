/** Table: on how many cards each model fits at the least, what a card then holds, and what takes most of it. */

import type { Figure } from "../../estimate/figure.ts";
import { fitOfModels, type ModelFit, type RunFit } from "../../estimate/fit.ts";
import type { ResolvedPlan } from "../../plan/resolved.ts";
import { counted, plural } from "../../units/format/counted.ts";
import { exact } from "../../units/format/exact.ts";
import * as cell from "../cells.ts";
import type { SheetContext } from "../context.ts";
import type { Cell, Section } from "../sheet.ts";
import {
  bindingWords,
  bytesText,
  gigabytes,
  INDIVISIBLE_WORDS,
  layoutWords,
  UNKNOWN_WORDS,
} from "../text/memory-words.ts";
import { capital, numberWord } from "../text/words.ts";
import { base } from "./base.ts";

/** With more models than these the smallest are left out: they fit wherever a larger one does. */
const MOST_ROWS = 40;

/** Whether a plan says anything of its memory, and has a run whose memory is counted: only then does its sheet. */
export const saysMemory = (plan: ResolvedPlan): boolean =>
  plan.classes.some(({ layout }) => Object.keys(plan.layouts[layout]?.places ?? {}).length > 0) &&
  fitOfModels(plan).length > 0;

export function memoryTable(context: SheetContext): Section {
  const { plan } = context;
  const models = fitOfModels(plan);
  const { telling, small } = tellingOf(models);
  const shown = telling.slice(0, MOST_ROWS);
  const layouts = new Set(shown.map(({ run }) => run.layout));
  const cards = new Set(shown.map(({ run }) => run.card));
  const [onlyLayout] = layouts.size === 1 ? layouts : [];
  const said = onlyLayout === undefined ? undefined : plan.layouts[onlyLayout];
  const name = (fit: ModelFit) => cell.words(capital(plan.models[fit.run.model]?.label ?? ""));
  const cardOf = (fit: ModelFit) => cell.words(plan.cards[fit.run.card]?.accelerator.name ?? "");
  const layoutOf = (fit: ModelFit) => {
    const layout = plan.layouts[fit.run.layout];
    return cell.words(layout === undefined ? "" : layoutWords(layout));
  };
  return {
    ...base(context, "memory", {
      title: "Memory.",
      subtitle: said === undefined ? "On the fewest cards." : `On the fewest cards; ${layoutWords(said)}.`,
      outline: "memory",
    }),
    kind: "table",
    table: {
      columns: [
        { key: "model", title: "Model", unit: "", align: "left" },
        ...(cards.size > 1 ? [{ key: "card", title: "Card", unit: "", align: "left" } as const] : []),
        ...(layouts.size > 1 ? [{ key: "layout", title: "Layout", unit: "", align: "left" } as const] : []),
        { key: "fewestCards", title: "Fewest cards", unit: "", align: "right" },
        { key: "bytesPerCard", title: "A card holds", unit: "GB", align: "right" },
        { key: "usable", title: "of usable", unit: "GB", align: "right" },
        { key: "binds", title: "Most of it", unit: "", align: "left" },
      ],
      rows: shown.map((fit) => ({
        cells: [
          name(fit),
          ...(cards.size > 1 ? [cardOf(fit)] : []),
          ...(layouts.size > 1 ? [layoutOf(fit)] : []),
          ...fitCells(fit),
        ],
      })),
      total: null,
    },
    notes: [
      ...(small === 0
        ? []
        : [`${capital(numberWord(small))} smaller ${plural(small, "model fits", "models fit")} on one card, too.`]),
      ...(telling.length > shown.length
        ? [`${counted(telling.length - shown.length, "smaller model")} left out.`]
        : []),
      "Usable memory is the card’s as measured, or as marketed where nobody is known to have measured it.",
    ],
  };
}

/** Of the models that fit on one card the largest tells of the others, and they are only counted. */
function tellingOf(models: readonly ModelFit[]): { readonly telling: readonly ModelFit[]; readonly small: number } {
  const isSmall = ({ result }: ModelFit) => result.kind === "known" && result.fit.fits && result.fit.cards === 1;
  const first = models.findIndex(isSmall);
  const telling = models.filter((fit, index) => index <= first || !isSmall(fit));
  return { telling, small: models.length - telling.length };
}

function fitCells({ run, result }: ModelFit): Cell[] {
  if (result.kind === "unknown")
    return [cell.muted("unknown"), cell.empty, cell.empty, cell.muted(UNKNOWN_WORDS[result.because])];
  const usable = cell.number(
    gigabytes(result.usable.bytes),
    result.usable.bytes / 1e9,
    bytesExact(result.usable.bytes),
    null,
  );
  if (result.kind === "indivisible")
    return [cell.muted("none"), cell.empty, usable, cell.words(INDIVISIBLE_WORDS[result.because])];
  const { fits, cards, memory, binds } = result.fit;
  const figure = (measure: "bytes" | "cards"): Figure => ({ of: "memory", model: run.model, measure });
  const onCard = cell.number(gigabytes(memory.total), memory.total / 1e9, bytesExact(memory.total), figure("bytes"));
  return [
    fits
      ? cell.number(exact(cards), cards, counted(cards, "card"), figure("cards"))
      : cell.muted(`does not fit, on ${exact(cards)}`),
    onCard,
    usable,
    cell.words(bindingWords(binds)),
  ];
}

const bytesExact = (bytes: number): string => `${exact(Math.round(bytes))} bytes`;

/** What of a plan cannot be trained as it is laid out, one sentence a model. */
export function memoryWarnings(plan: ResolvedPlan): string[] {
  if (!saysMemory(plan)) return [];
  return fitOfModels(plan).flatMap(({ run, result }) => {
    const name = capital(plan.models[run.model]?.label ?? "");
    const card = plan.cards[run.card]?.accelerator.name ?? "";
    const why = whyNot(result, card);
    return why === null ? [] : [`${name} does not fit: ${why}`];
  });
}

function whyNot(result: RunFit, card: string): string | null {
  if (result.kind === "unknown") return null;
  if (result.kind === "indivisible") return `${INDIVISIBLE_WORDS[result.because]}.`;
  const { fits, cards, memory, binds, hostBytes } = result.fit;
  if (fits) return null;
  if (binds === "host") return `a node’s host would hold ${bytesText(hostBytes)}.`;
  const held = `on ${counted(cards, "card")} each ${card} would hold ${bytesText(memory.total)} of its ${bytesText(result.usable.bytes)}`;
  return `${held}; most of it ${binds === "batch" ? "is shared out already, and the batch is too small for more cards" : bindingWords(binds)}.`;
}

/** What of the plan's models fits on its card, and what would make the others fit, in words. Pure. */
import { changesFor, fitOfModels, type ModelFit } from "../../../shared/estimate/fit.ts";
import { layoutFields } from "../../../shared/hardware/layout-fields.ts";
import type { Change, ChangeCost, FittingChange } from "../../../shared/memory/changes-that-fit.ts";
import { MEMORY_PARTS, type MemoryPart } from "../../../shared/memory/memory-per-card.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { shareText } from "../../../shared/sheet/text/amounts.ts";
import { bytesText, PART_WORDS } from "../../../shared/sheet/text/memory-words.ts";
import { capital } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import type { HardwareEdit } from "../../card-choice/chosen-card.ts";

export interface FitRow {
  readonly model: number;
  readonly label: string;
  readonly fit: ModelFit;
}

/** The plan's models, the largest first. */
export const fitRows = (plan: ResolvedPlan): FitRow[] =>
  fitOfModels(plan).map((fit) => ({
    model: fit.run.model,
    label: capital(plan.models[fit.run.model]?.label ?? ""),
    fit,
  }));

/** How many do not fit, in a sentence for the head of the section. */
export function fitSentence(rows: readonly FitRow[]): string {
  const known = rows.filter(({ fit }) => fit.result.kind !== "unknown");
  const failing = known.filter(({ fit }) => !fitsAt(fit));
  if (known.length === 0) return "Nothing can be said of these models’ memory.";
  if (failing.length === 0)
    return known.length === 1 ? "The model fits." : `All ${counted(known.length, "model")} fit.`;
  return failing.length === known.length && known.length === 1
    ? "The model does not fit as it is laid out."
    : `${failing.length} of ${counted(known.length, "model")} ${failing.length === 1 ? "does" : "do"} not fit as they are laid out.`;
}

export const fitsAt = ({ result }: ModelFit): boolean => result.kind === "known" && result.fit.fits;

export interface PartShare {
  readonly part: MemoryPart;
  readonly words: string;
  readonly bytes: number;
  /** Of the larger of what the card holds and what it can hold. */
  readonly share: number;
}

/** What stands in a card's memory, as shares of the width of a bar. */
export function partShares(parts: Readonly<Record<MemoryPart, number>>, whole: number): PartShare[] {
  return MEMORY_PARTS.flatMap((part) =>
    parts[part] === 0
      ? []
      : [{ part, words: capital(PART_WORDS[part]), bytes: parts[part], share: parts[part] / whole }],
  );
}

export interface OfferedChange {
  readonly key: string;
  readonly what: string;
  readonly price: string;
  readonly effect: string;
  /** Null where the field is stated nearer than the plan's defaults, so that it is changed there. */
  readonly edits: readonly HardwareEdit[] | null;
  /** Where that is. */
  readonly place: string | null;
}

/** The single changes that would make the run of `row` fit, cheapest first. */
export function offeredChanges(plan: ResolvedPlan, { fit }: FitRow): OfferedChange[] {
  const places = plan.layouts[fit.run.layout]?.places ?? {};
  return changesFor(plan, fit.run).map((found): OfferedChange => {
    const fields = editedFields(found.change);
    const nearer = fields.map(({ field }) => places[field]).find((place) => place?.startsWith("defaults.") === false);
    return {
      key: `${found.change.field} ${found.change.value}`,
      what: changeWords(found.change),
      price: costWords(found.change, found.cost),
      effect: effectWords(found),
      edits: nearer === undefined ? fields.map(setDefault) : null,
      place: nearer ?? null,
    };
  });
}

interface EditedField {
  readonly field: string;
  readonly value: string | number | boolean;
}

/** Tensor parallel is offered with sequence parallel, which costs nothing more. */
const editedFields = ({ field, value }: Change): EditedField[] =>
  field === "tensorParallel"
    ? [
        { field, value },
        { field: "sequenceParallel", value: true },
      ]
    : field === "cards"
      ? []
      : [{ field, value }];

const setDefault = ({ field, value }: EditedField): HardwareEdit => ({
  op: "set",
  path: ["defaults", field in layoutFields ? "hardware" : "training", field],
  value,
});

function changeWords(change: Change): string {
  switch (change.field) {
    case "cards":
      return `Take ${counted(change.value, "card")}`;
    case "fusedAttention":
      return "Fuse attention";
    case "sequenceParallel":
      return "Sequence parallel beside tensor parallel";
    case "microBatch":
      return `Micro-batch of ${counted(change.value, "sequence")}`;
    case "tensorParallel":
      return `Tensor parallel over ${counted(change.value, "card")}, with sequence parallel`;
    case "pipelineParallel":
      return `Pipeline of ${counted(change.value, "stage")}`;
    case "expertParallel":
      return `Expert parallel over ${counted(change.value, "card")}`;
    case "zeroStage":
      return `Stage ${change.value}: replicas share out ${STAGE_WORDS[change.value]}`;
    case "recompute":
      return change.value === "full" ? "Recompute every block" : "Recompute the scores of attention";
    case "optimizer":
      return "AdamW with 8-bit states";
    case "precision":
      return "Everything in bf16";
    case "offload":
      return change.value === "all" ? "All states in the host’s memory" : "Optimizer in the host’s memory";
  }
}

const STAGE_WORDS = {
  1: "optimizer states and master weights",
  2: "optimizer states, master weights and gradients",
  3: "all of it, weights too (FSDP)",
} as const;

function costWords(change: Change, cost: ChangeCost): string {
  switch (cost.kind) {
    case "none":
      return "costs no time";
    case "slower":
      return "somewhat slower";
    case "longer":
      return change.field === "recompute"
        ? `${shareText(cost.share)} more operations`
        : `cards wait: ${shareText(cost.share)} longer`;
    case "cards":
      return "more cards at once";
    case "result":
      return "another training: its result may differ";
    case "host":
      return "much slower: steps wait for the host";
  }
}

const effectWords = ({ fit, saved }: FittingChange): string =>
  [
    `${bytesText(fit.memory.total)} on ${fit.cards === 1 ? "1 card" : `each of ${exact(fit.cards)} cards`}`,
    ...(saved > 0 ? [`${bytesText(saved)} less`] : []),
    ...(fit.hostBytes > 0 ? [`${bytesText(fit.hostBytes)} on a node’s host`] : []),
  ].join(", ");

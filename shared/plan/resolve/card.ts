/** The card that a run trains on: its format, peak, speed and price. */
import {
  type Accelerator,
  type AcceleratorFields,
  completeAccelerator,
  densePeakOf,
  formatsOf,
} from "../../hardware/accelerator.ts";
import { carriedSpeed } from "../../hardware/achieved-speed.ts";
import type { HardwareFields, MeasuredFields } from "../../hardware/hardware-fields.ts";
import type { NumberFormat } from "../../hardware/number-format.ts";
import { utilisationPrior } from "../../hardware/utilisation.ts";
import { isWidthTable, utilisationAtWidth, type WidthTable } from "../../hardware/width-table.ts";
import { err, ok, type Result } from "../../lib/result.ts";
import type { ModelItems } from "../../models/shape.ts";
import { isRange, isUse, type Quantity } from "../../ranges/quantity.ts";
import { DEFAULT_RUN_KIND, RUN_KINDS, type RunKind } from "../../training/run-kind.ts";
import { exact } from "../../units/format/exact.ts";
import type { Catalogue } from "../catalogue.ts";
import { DEFAULT_CARDS_PER_NODE } from "../defaults.ts";
import type { PlanDocument } from "../document.ts";
import type { DocumentPath, Fault } from "../fault.ts";
import { unpriced } from "../faults/unpriced.ts";
import type { ResolvedCard } from "../resolved.ts";
import type { SweepSource } from "../sweep-source.ts";
import { pathText } from "../text/document-path.ts";
import type { Inputs } from "./inputs.ts";
import { type Merged, mergeLevels, plainFields, type Stated } from "./merge.ts";
import type { Pricing } from "./quotes.ts";

/** Formats that a run trains in where the plan names none: the first that the card has a known peak for. */
const USUAL_FORMATS = ["bf16", "fp16", "fp32"] as const satisfies readonly NumberFormat[];

export interface CardContext {
  readonly document: PlanDocument;
  readonly catalogue: Catalogue;
  readonly inputs: Inputs;
  readonly pricing: Pricing;
}

interface CardAndFormat {
  readonly accelerator: Accelerator;
  readonly format: NumberFormat;
  readonly densePeak: number;
}

/** What of a model the speed of a card may depend on. */
export interface SpeedOfModel {
  readonly items: ModelItems;
  /** Null for a model that has none. Only a table of utilisations asks for it. */
  readonly width: number | null;
}

/** Whether the speed that `merged` describes is another for each width of a model. */
export const goesByWidth = ({ utilisation }: Merged): boolean => isWidthTable(utilisation?.value);

/** The card that `merged` describes for such a model, or every fault of the description. */
export function resolveCard(
  merged: Merged,
  model: SpeedOfModel,
  source: SweepSource,
  context: CardContext,
): Result<ResolvedCard, Fault[]> {
  const stated = merged.accelerator;
  if (stated === undefined) return err([noAccelerator(source.path)]);
  const chosen = cardAndFormat(merged, context.catalogue);
  if (!chosen.ok) return err([chosen.error]);
  const { accelerator, format, densePeak } = chosen.value;
  const speed = resolveSpeed(merged, model, chosen.value, source, context);
  const quote = context.pricing.quoteFor(accelerator.id);
  const faults = [
    ...(speed.ok ? tooSlow(speed.value, chosen.value, merged, context.inputs) : [speed.error]),
    ...ofAnotherPeak(merged, chosen.value),
    ...(quote === null && context.pricing.isComplete ? [unpriced(stated.path, accelerator)] : []),
  ];
  if (!speed.ok || faults.length > 0) return err(faults);
  return ok({
    accelerator,
    format,
    densePeak,
    ...speed.value,
    cardsPerNode:
      plainFields<HardwareFields>(merged).cardsPerNode ?? accelerator.cardsPerNode ?? DEFAULT_CARDS_PER_NODE,
    quote: quote ?? 0,
    places: { accelerator: pathText(stated.path), speed: pathText(speedPlace(merged, stated)) },
  });
}

/** Where the speed is stated, or where it would be beside the accelerator. */
function speedPlace(merged: Merged, accelerator: Stated): DocumentPath {
  const speed = merged.measured ?? merged.achieved ?? merged.utilisation;
  return speed?.path ?? [...accelerator.path.slice(0, -1), "utilisation"];
}

function cardAndFormat(merged: Merged, catalogue: Catalogue): Result<CardAndFormat, Fault> {
  const { accelerator: named, format: stated } = plainFields<HardwareFields>(merged);
  const accelerator = findAccelerator(named, catalogue);
  const place = nearer(merged.format, merged.accelerator);
  if (accelerator === undefined) return err(unknownAccelerator(place, named));
  const format = stated ?? USUAL_FORMATS.find((usual) => densePeakOf(accelerator, usual) !== null) ?? "bf16";
  const densePeak = densePeakOf(accelerator, format);
  if (densePeak !== null) return ok({ accelerator, format, densePeak });
  const known = formatsOf(accelerator);
  return err({
    path: place,
    message: `No dense peak is known of ${accelerator.name} in ${format}`,
    value: format,
    allowed: known.length === 0 ? "a card with a known dense peak" : known.join(", "),
  });
}

function findAccelerator(named: string | AcceleratorFields | undefined, { accelerators }: Catalogue) {
  return typeof named === "object" ? completeAccelerator(named) : accelerators.find(({ id }) => id === named);
}

const nearer = (a: Stated | undefined, b: Stated | undefined): DocumentPath =>
  (b === undefined || (a !== undefined && a.nearness >= b.nearness) ? a?.path : b.path) ?? [];

type Speed = Pick<ResolvedCard, "speed" | "speedSource" | "speedIsDefault">;

function resolveSpeed(
  merged: Merged,
  { items, width }: SpeedOfModel,
  card: CardAndFormat,
  source: SweepSource,
  { document, catalogue, inputs }: CardContext,
): Result<Speed, Fault> {
  const { utilisation, achieved, measured: pilot } = merged;
  if (pilot !== undefined) return measuredSpeed(pilot, card, source, { catalogue, inputs });
  const speedSource = sourceOf(achieved ?? utilisation, source, document);
  if (utilisation !== undefined && isWidthTable(utilisation.value)) {
    if (width === null) return err(noWidth(utilisation));
    return ok({ speed: speedAtWidth(utilisation.value, width), speedSource, speedIsDefault: false });
  }
  if (utilisation !== undefined) {
    const amount = inputs.amount(utilisation.value as Quantity, utilisation.path);
    return ok({ speed: { kind: "utilisation", utilisation: amount }, speedSource, speedIsDefault: false });
  }
  if (achieved === undefined) {
    const prior = utilisationPrior(catalogue.utilisation, items);
    const amount = { likely: prior.utilisation, input: null };
    return ok({ speed: { kind: "utilisation", utilisation: amount }, speedSource: prior.source, speedIsDefault: true });
  }
  const amount = inputs.amount(achieved.value as Quantity, achieved.path);
  const measured = cardWhereStated(achieved, source, catalogue);
  if (measured === null || isSame(measured, card)) {
    const speed = { kind: "achieved", flopPerSecond: amount, carriedFrom: null } as const;
    return ok({ speed, speedSource, speedIsDefault: false });
  }
  if (amount.input !== null) return err(doubtfulSpeed(achieved, measured, card));
  const carried = carriedSpeed({
    achieved: amount.likely,
    densePeak: measured.densePeak,
    otherDensePeak: card.densePeak,
  });
  const speed = {
    kind: "achieved",
    flopPerSecond: { likely: carried, input: null },
    carriedFrom: `${measured.accelerator.name}, ${measured.format}`,
  } as const;
  return ok({ speed, speedSource, speedIsDefault: false });
}

function speedAtWidth({ byWidth }: WidthTable, width: number): Speed["speed"] {
  const utilisation = { likely: utilisationAtWidth(byWidth, width), input: null };
  return { kind: "byWidth", utilisation, width, points: byWidth };
}

/**
 * A utilisation that says of which format's peak it is, where the runs compute in another: half of the fp8 peak is what the
 * whole bf16 peak is, so the two are not taken for each other. It speaks for the utilisation that stands beside it only.
 */
function ofAnotherPeak(merged: Merged, { accelerator, format }: CardAndFormat): Fault[] {
  const { utilisation, utilisationOf } = merged;
  if (utilisation === undefined || utilisationOf === undefined || utilisationOf.value === format) return [];
  if (!standBeside(utilisation, utilisationOf)) return [];
  const of = utilisationOf.value as NumberFormat;
  const path = nearer(utilisationOf, merged.format);
  const isAtFormat = path === merged.format?.path;
  const [peak, own] = [densePeakOf(accelerator, of), densePeakOf(accelerator, format)];
  const converted =
    typeof utilisation.value === "number" && peak !== null && own !== null
      ? Number(((utilisation.value * peak) / own).toPrecision(4))
      : null;
  return [
    {
      path,
      message: `This utilisation is a share of the ${of} peak, and the runs compute in ${format}`,
      value: isAtFormat ? format : of,
      allowed: isAtFormat ? `${of}, or a utilisation of the ${format} peak` : format,
      hint:
        converted === null
          ? `State it as a share of the ${format} peak, or let the runs compute in ${of}.`
          : `${exact(Number(utilisation.value))} of the ${of} peak of this card is ${exact(converted)} of its ${format} peak.`,
    },
  ];
}

const standBeside = (a: Stated, b: Stated): boolean => pathText(a.path.slice(0, -1)) === pathText(b.path.slice(0, -1));
/** What a pilot was measured at, carried over where it ran on another card. */
function measuredSpeed(
  stated: Stated,
  card: CardAndFormat,
  source: SweepSource,
  { catalogue, inputs }: Pick<CardContext, "catalogue" | "inputs">,
): Result<Speed, Fault> {
  const fields = stated.value as MeasuredFields;
  const { tokensPerSecondPerCard, secondsPerStep = 1, cards = 1 } = fields;
  const pace =
    tokensPerSecondPerCard === undefined
      ? ({ per: "step", seconds: secondsPerStep, cards } as const)
      : ({
          per: "item",
          itemsPerSecond: inputs.amount(tokensPerSecondPerCard, [...stated.path, "tokensPerSecondPerCard"]),
        } as const);
  const ran = pilotCard(fields, stated, card, source, catalogue);
  if (ran === null && fields.accelerator !== undefined) return err(noPeakOfPilot(stated, fields, card));
  const isOwn = ran === null || isSame(ran, card);
  return ok({
    speed: {
      kind: "measured",
      pace,
      ofKind: kindWhereStated(stated, source),
      factor: isOwn ? 1 : card.densePeak / ran.densePeak,
      carriedFrom: isOwn ? null : `${ran.accelerator.name}, ${ran.format}`,
    },
    speedSource: pilotSource(fields) ?? source.levels[stated.nearness]?.level.hardware?.source ?? null,
    speedIsDefault: false,
  });
}

const noPeakOfPilot = ({ path }: Stated, { accelerator }: MeasuredFields, { format }: CardAndFormat): Fault => ({
  path: [...path, "accelerator"],
  message: `No dense peak is known of the pilot's card in ${format}`,
  value: accelerator,
  allowed: `a card of the catalogue with a known dense peak in ${format}`,
});

/** The card that a pilot names, in the format at hand, or the one in force at the level that states it. */
function pilotCard(
  { accelerator: id }: MeasuredFields,
  stated: Stated,
  { format }: CardAndFormat,
  source: SweepSource,
  catalogue: Catalogue,
): CardAndFormat | null {
  if (id === undefined) return cardWhereStated(stated, source, catalogue);
  const accelerator = findAccelerator(id, catalogue);
  const densePeak = accelerator === undefined ? null : densePeakOf(accelerator, format);
  return accelerator === undefined || densePeak === null ? null : { accelerator, format, densePeak };
}

/** What the runs do at the level that states a pilot; of an axis, what those of its sweep do. */
function kindWhereStated({ nearness }: Stated, { levels }: SweepSource): RunKind {
  const stated = mergeLevels("training", levels.slice(0, nearness + 1)).runKind?.value;
  return RUN_KINDS.find((kind) => kind === stated) ?? DEFAULT_RUN_KIND;
}

/** "a pilot of 2026-03-01, commit 1a2b3c4": who says so. */
function pilotSource({ source, date, commit }: MeasuredFields): string | null {
  const parts = [
    source ?? ((date ?? commit) ? "a pilot run" : null),
    date ?? null,
    commit === undefined ? null : `commit ${commit}`,
  ];
  const said = parts.filter((part) => part !== null);
  return said.length === 0 ? null : said.join(", ");
}

/** FLOP/s below which card-hours could grow beyond what a number holds; any card does a billion times as many. */
const LEAST_SPEED = 1;

function tooSlow({ speed }: Speed, { densePeak }: CardAndFormat, merged: Merged, inputs: Inputs): Fault[] {
  // Of a pilot the items have a least number a second, and each has operations.
  if (speed.kind === "measured") return [];
  const amount = speed.kind === "achieved" ? speed.flopPerSecond : speed.utilisation;
  const lowest = amount.input === null ? amount.likely : (inputs.list[amount.input]?.low ?? amount.likely);
  const least = speed.kind === "achieved" ? lowest : densePeak * lowest;
  const stated = merged.achieved ?? merged.utilisation ?? merged.accelerator;
  if (least >= LEAST_SPEED || Number.isNaN(least) || stated === undefined) return [];
  return [
    {
      path: stated.path,
      message: `This is a speed of ${least} FLOP/s, less than any card has`,
      value: stated.value,
      allowed: `a speed of at least ${LEAST_SPEED} FLOP/s`,
    },
  ];
}

/** The card and format in force at the level that states a speed: those it was measured on; null where it names none. */
function cardWhereStated(achieved: Stated, { levels }: SweepSource, catalogue: Catalogue): CardAndFormat | null {
  const far = mergeLevels("hardware", levels.slice(0, achieved.nearness + 1));
  if (achieved.nearness >= levels.length || far.accelerator === undefined) return null;
  const found = cardAndFormat(far, catalogue);
  return found.ok ? found.value : null;
}

const isSame = (a: CardAndFormat, b: CardAndFormat): boolean =>
  a.accelerator.id === b.accelerator.id && a.format === b.format;

/** Who says how fast: the range itself, its variable, or the hardware that states it. */
function sourceOf(stated: Stated | undefined, { levels }: SweepSource, document: PlanDocument): string | null {
  if (stated === undefined) return null;
  const quantity = stated.value as Quantity;
  if (isWidthTable(stated.value) && stated.value.source !== undefined) return stated.value.source;
  const range = isUse(quantity) ? document.variables?.[quantity.use] : isRange(quantity) ? quantity : undefined;
  return range?.source ?? levels[stated.nearness]?.level.hardware?.source ?? null;
}

const noWidth = ({ path, value }: Stated): Fault => ({
  path,
  message: "This utilisation goes by width, and the model has none",
  value,
  allowed: "one utilisation, or a model with a width",
  hint: "State a utilisation of its own in the sweep or the experiment.",
});

const noAccelerator = (sweep: DocumentPath): Fault => ({
  path: [...sweep, "hardware", "accelerator"],
  message: "No accelerator is stated",
  value: undefined,
  allowed: "the id of a card in the catalogue, or a card with name and densePeak",
  hint: "State it in the sweep, its experiment or the plan's defaults.",
});

const unknownAccelerator = (path: DocumentPath, value: unknown): Fault => ({
  path,
  message: "This accelerator is not in the catalogue",
  value,
  allowed: "the id of a card in the catalogue, or a card with name and densePeak",
});

const doubtfulSpeed = (achieved: Stated, measured: CardAndFormat, card: CardAndFormat): Fault => ({
  path: achieved.path,
  message: `A range of speeds of ${measured.accelerator.name} cannot be carried over to ${card.accelerator.name}`,
  value: achieved.value,
  allowed: "one achieved speed, or a range of utilisation, which holds for any card",
  hint: `Divide by the dense peak of ${measured.accelerator.name}, ${measured.densePeak} FLOP/s, and state it as utilisation.`,
});

/** A sweep with everything that the document says about it, near and far, each part with its place. */

import type { HardwareFields } from "../hardware/hardware-fields.ts";
import type { ModelFields } from "../models/model-fields.ts";
import type { Quantity } from "../ranges/quantity.ts";
import type { TrainingFields } from "../training/training-fields.ts";
import type { AxisDocument } from "./axes.ts";
import type { DisputeDocument, ExperimentDocument, PlanDocument, SweepDocument } from "./document.ts";
import type { DocumentPath } from "./fault.ts";
import type { Group } from "./fields.ts";
import { type Merged, placeFields } from "./resolve/merge.ts";

/** The fields that one level of the document states: the plan's defaults, an experiment, a sweep or a dispute. */
export interface Level {
  readonly model?: ModelFields | undefined;
  readonly training?: TrainingFields | undefined;
  readonly hardware?: HardwareFields | undefined;
}

/** A level with its place. One is made for all sweeps that share it, so that its fields are placed once. */
export interface PlacedLevel {
  readonly level: Level;
  readonly path: DocumentPath;
  readonly fields: Readonly<Record<Group, Merged>>;
}

export interface PlacedAxis {
  readonly name: string;
  readonly axis: AxisDocument;
  readonly path: DocumentPath;
}

export interface PlacedQuantity {
  readonly quantity: Quantity;
  readonly path: DocumentPath;
}

export interface SweepSource {
  readonly experiment: ExperimentDocument;
  readonly sweep: SweepDocument;
  /** Index of the experiment in the document, and of the sweep in the experiment. */
  readonly at: { readonly experiment: number; readonly sweep: number };
  /** Where faults of the sweep as a whole belong. */
  readonly path: DocumentPath;
  /** Index of the dispute that reads the sweep otherwise; null for the plan's own reading. */
  readonly dispute: number | null;
  /** From the farthest to the nearest. */
  readonly levels: readonly PlacedLevel[];
  readonly axes: readonly PlacedAxis[];
  readonly repeats: PlacedQuantity | null;
}

/** The plan's own sweeps, in its order. */
export function sweepSources(document: PlanDocument): SweepSource[] {
  const defaults = defaultLevel(document);
  return document.experiments.flatMap((_, index) => experimentSources(document, index, defaults));
}

/**
 * One of the plan's `own` sweeps as a dispute reads it: the dispute's fields over the sweep's, one by one, axes by name.
 * Undefined where the dispute names no sweep that is there.
 */
export function disputedSource(
  own: readonly SweepSource[],
  dispute: DisputeDocument,
  disputeIndex: number,
): SweepSource | undefined {
  const disputed = own.find(
    ({ experiment, at }) => experiment.id === dispute.experiment && at.sweep === disputedSweep(experiment, dispute),
  );
  return disputed && readOtherwise(disputed, dispute, disputeIndex);
}

/** Index of the sweep that a dispute reads otherwise: the only one, or the one it names; -1 where there is none. */
function disputedSweep(experiment: ExperimentDocument, dispute: DisputeDocument): number {
  if (dispute.sweep === undefined) return experiment.sweeps.length === 1 ? 0 : -1;
  return experiment.sweeps.findIndex(({ id }) => id === dispute.sweep);
}

const defaultLevel = ({ defaults }: PlanDocument): PlacedLevel => placeLevel(defaults ?? {}, ["defaults"], 0);

function experimentSources(document: PlanDocument, index: number, defaults: PlacedLevel): SweepSource[] {
  const experiment = document.experiments[index];
  if (experiment === undefined) return [];
  const experimentPath = ["experiments", index];
  const far = [defaults, placeLevel(experiment, experimentPath, 1)];
  return experiment.sweeps.map((sweep, at) => {
    const path = [...experimentPath, "sweeps", at];
    return {
      experiment,
      sweep,
      at: { experiment: index, sweep: at },
      path,
      dispute: null,
      levels: [...far, placeLevel(sweep, path, 2)],
      axes: Object.entries(sweep.axes ?? {}).map(([name, axis]) => ({ name, axis, path: [...path, "axes", name] })),
      repeats:
        placed(sweep.repeats, [...path, "repeats"]) ?? placed(experiment.repeats, [...experimentPath, "repeats"]),
    };
  });
}

function placeLevel(level: Level, path: DocumentPath, nearness: number): PlacedLevel {
  const fieldsOf = (group: Group) => placeFields(level[group], [...path, group], nearness);
  return {
    level,
    path,
    fields: { model: fieldsOf("model"), training: fieldsOf("training"), hardware: fieldsOf("hardware") },
  };
}

function readOtherwise(own: SweepSource, { instead }: DisputeDocument, disputeIndex: number): SweepSource {
  const path = ["disputes", disputeIndex, "instead"];
  const axes = new Map(own.axes.map((axis) => [axis.name, axis]));
  for (const [name, axis] of Object.entries(instead.axes ?? {})) {
    axes.set(name, { name, axis, path: [...path, "axes", name] });
  }
  return {
    ...own,
    path,
    dispute: disputeIndex,
    levels: [...own.levels, placeLevel(instead, path, 3)],
    axes: [...axes.values()],
    repeats: placed(instead.repeats, [...path, "repeats"]) ?? own.repeats,
  };
}

function placed(quantity: Quantity | undefined, path: DocumentPath): PlacedQuantity | null {
  return quantity === undefined ? null : { quantity, path };
}

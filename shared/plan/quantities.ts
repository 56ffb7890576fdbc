/** Every number of a document that may be a range. */
import type { z } from "zod";
import { clusterSchema } from "../cluster/cluster.ts";
import { hardwareFieldsSchema } from "../hardware/hardware-fields.ts";
import { isWidthTable } from "../hardware/width-table.ts";
import { quoteSchema } from "../money/quote.ts";
import type { Quantity } from "../ranges/quantity.ts";
import { tokensPerParameterSchema, trainingFieldsSchema } from "../training/training-fields.ts";
import { countSchema } from "./axes.ts";
import { axisKind } from "./axis-kind.ts";
import { experimentSchema, type PlanDocument, planSchema, sweepSchema } from "./document.ts";
import type { DocumentPath } from "./fault.ts";
import type { Level } from "./sweep-source.ts";

/** A number with its place and what is allowed there. */
export interface QuantityPlace {
  readonly quantity: Quantity;
  readonly path: DocumentPath;
  readonly schema: z.core.$ZodType;
}

const LENGTHS = ["steps", "tokens", "epochs", "examples"] as const;
const SPEEDS = ["utilisation", "achieved"] as const;
const OFFERS = ["price", "interruptionHours", "storagePerTBMonth", "egressPerTB", "utilisation"] as const;
const EARLY = ["share", "at"] as const;
const CLUSTER = ["queueWaitHours", "cardMtbfHours"] as const;
const early = sweepSchema.shape.earlyStopped.unwrap().shape;

/** All of them, in no particular order, those inside disputes included. */
export function* quantityPlaces(document: PlanDocument): Generator<QuantityPlace> {
  const { overhead } = document;
  if (overhead !== undefined) {
    const schema = planSchema.shape.overhead.unwrap().shape.reruns;
    yield { quantity: overhead.reruns, path: ["overhead", "reruns"], schema };
  }
  for (const [index, quote] of document.quotes.entries()) {
    for (const field of OFFERS) {
      const quantity = quote[field];
      if (quantity !== undefined) {
        yield { quantity, path: ["quotes", index, field], schema: quoteSchema.shape[field] };
      }
    }
  }
  for (const [index, cluster] of (document.clusters ?? []).entries()) {
    for (const field of CLUSTER) {
      const quantity = cluster[field];
      if (quantity !== undefined) {
        yield { quantity, path: ["clusters", index, field], schema: clusterSchema.shape[field] };
      }
    }
  }
  yield* ofLevel(document.defaults ?? {}, ["defaults"]);
  for (const [index, experiment] of document.experiments.entries()) {
    const path = ["experiments", index];
    yield* ofLevel(experiment, path);
    yield* ofRuns(experiment, path);
    for (const [sweepIndex, sweep] of experiment.sweeps.entries()) {
      const sweepPath = [...path, "sweeps", sweepIndex];
      yield* ofLevel(sweep, sweepPath);
      yield* ofRuns(sweep, sweepPath);
      for (const member of EARLY) {
        const quantity = sweep.earlyStopped?.[member];
        if (quantity !== undefined) {
          yield { quantity, path: [...sweepPath, "earlyStopped", member], schema: early[member] };
        }
      }
    }
  }
  for (const [index, { instead }] of (document.disputes ?? []).entries()) {
    const path = ["disputes", index, "instead"];
    yield* ofLevel(instead, path);
    yield* ofRuns(instead, path);
  }
}

function* ofLevel({ training, hardware }: Level, path: DocumentPath): Generator<QuantityPlace> {
  for (const field of LENGTHS) {
    const quantity = training?.[field];
    if (quantity !== undefined) {
      yield { quantity, path: [...path, "training", field], schema: trainingFieldsSchema.shape[field] };
    }
  }
  if (training?.tokensPerParameter !== undefined) {
    const ratioPath = [...path, "training", "tokensPerParameter", "ratio"];
    yield {
      quantity: training.tokensPerParameter.ratio,
      path: ratioPath,
      schema: tokensPerParameterSchema.shape.ratio,
    };
  }
  for (const field of SPEEDS) {
    const quantity = hardware?.[field];
    if (quantity !== undefined && !isWidthTable(quantity)) {
      yield { quantity, path: [...path, "hardware", field], schema: hardwareFieldsSchema.shape[field] };
    }
  }
}

type Runs = Pick<PlanDocument["experiments"][number]["sweeps"][number], "axes" | "repeats">;

function* ofRuns({ axes, repeats }: Runs, path: DocumentPath): Generator<QuantityPlace> {
  if (repeats !== undefined) {
    yield { quantity: repeats, path: [...path, "repeats"], schema: experimentSchema.shape.repeats };
  }
  for (const [name, axis] of Object.entries(axes ?? {})) {
    const kind = axisKind(name, axis);
    const axisPath = [...path, "axes", name];
    if (kind.kind === "count") yield { quantity: kind.count, path: axisPath, schema: countSchema };
    if (kind.kind !== "table") continue;
    for (const [value, quantity] of Object.entries(kind.table.counts)) {
      yield { quantity, path: [...axisPath, "counts", value], schema: countSchema };
    }
    if (kind.table.otherwise !== undefined) {
      yield { quantity: kind.table.otherwise, path: [...axisPath, "otherwise"], schema: countSchema };
    }
  }
}

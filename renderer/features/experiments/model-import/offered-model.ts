/** A model that is looked at before it is taken: from a file, or from the catalogue. Pure. */
import type { Inferred, ModelConfig } from "../../../../shared/formats/model-config/model-config.ts";
import { readModelConfig } from "../../../../shared/formats/model-config/read-model-config.ts";
import { err, ok, type Result } from "../../../../shared/lib/result.ts";
import { completeShape } from "../../../../shared/models/complete-shape.ts";
import type { ModelFields } from "../../../../shared/models/model-fields.ts";
import type { PublishedModel } from "../../../../shared/models/published-model.ts";
import type { ModelShape } from "../../../../shared/models/shape.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";

export interface OfferedModel {
  readonly title: string;
  /** What stands under the title: the family of a file, the sources of a row. */
  readonly about: string;
  /** Where it comes from, as the plan will say it in `model.source`. */
  readonly source: string;
  readonly fields: ModelFields;
  readonly shape: ModelShape;
  readonly context: number | null;
  readonly recognised: boolean;
  readonly inferred: readonly Inferred[];
  readonly warnings: readonly string[];
  /** What else its source says; null for nothing. */
  readonly note: string | null;
}

/** The model that a file describes, or the file's faults. */
export function offeredFile(name: string, text: string): Result<OfferedModel, readonly PlanFault[]> {
  const read = readModelConfig(text);
  return read.ok ? ok(fromConfig(name, read.value)) : err(read.error);
}

function fromConfig(name: string, config: ModelConfig): OfferedModel {
  const { family, wrapper, recognised, inferred, warnings, context, fields, shape } = config;
  const inside = wrapper === null || wrapper === family ? family : `${family}, the text model of ${wrapper}`;
  return {
    title: name,
    about: recognised ? inside : `${inside}: not a family that is known, so its fields were taken by their usual names`,
    source: `${name} (${family})`.slice(0, LONGEST_SOURCE),
    fields,
    shape,
    context,
    recognised,
    inferred,
    warnings,
    note: null,
  };
}

const LONGEST_SOURCE = 200;

/** The model of a row; null for a row whose shape nobody published. */
export function offeredRow(row: PublishedModel): OfferedModel | null {
  const { id, name, model, context, sources, note, unverified, differs } = row;
  if (model === null) return null;
  const shape = completeShape(model);
  if (!shape.ok) return null;
  return {
    title: name,
    about: sources.join("; "),
    source: `catalogue of published models, ${id}`,
    fields: model,
    shape: shape.value,
    context,
    recognised: true,
    inferred: [],
    warnings: [
      ...(unverified.includes("model") ? ["Parts of this shape were recalled and not found in a source."] : []),
      ...(differs === null ? [] : [`The count differs from the published one by ${percentOf(differs)}.`]),
    ],
    note,
  };
}

/** @example percentOf(-0.0778) // "−7.8 %" */
const percentOf = (share: number): string => `${share < 0 ? "−" : "+"}${(Math.abs(share) * 100).toFixed(1)} %`;

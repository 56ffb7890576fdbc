/** What `flopsheet model --json` prints, documented in docs/model-files.md. */
import type { ParameterParts } from "../../models/parameter-count.ts";
import type { Inferred, ModelConfig } from "./model-config.ts";
import type { ModelSummary } from "./summarise-model.ts";

export interface ModelJson {
  readonly schemaVersion: 1;
  readonly family: string;
  readonly wrapper: string | null;
  readonly recognised: boolean;
  /** Tokens of the sequence that FLOP are counted on; null for a model of examples without one. */
  readonly context: number | null;
  readonly parameters: {
    readonly total: number;
    readonly active: number;
    readonly nonEmbedding: number | null;
    readonly predictionHeads: number;
  } & Partial<Readonly<Record<keyof ParameterParts, number>>>;
  /** By convention; null where it does not apply to the model, and altogether for a model whose items are examples. */
  readonly flopPerToken: Readonly<Record<string, number | null>> | null;
  /** The same for a model whose items are examples, else null. */
  readonly flopPerExample: Readonly<Record<string, number | null>> | null;
  /** Why a convention does not apply. */
  readonly notApplicable: Readonly<Record<string, string>>;
  readonly inferred: readonly Inferred[];
  readonly warnings: readonly string[];
  /** The model as a plan writes it down. */
  readonly model: Readonly<Record<string, unknown>>;
}

export function modelToJson(
  { family, wrapper, recognised, inferred, warnings, fields }: ModelConfig,
  { count, items, context, conventions }: ModelSummary,
): string {
  const flop = Object.fromEntries(conventions.map(({ key, flop }) => [key, flop]));
  const json: ModelJson = {
    schemaVersion: 1,
    family,
    wrapper,
    recognised,
    context,
    parameters: {
      total: count.total,
      active: count.active,
      nonEmbedding: count.nonEmbedding,
      predictionHeads: count.predictionHeads,
      ...count.parts,
    },
    flopPerToken: items === "tokens" ? flop : null,
    flopPerExample: items === "examples" ? flop : null,
    notApplicable: Object.fromEntries(
      conventions.flatMap(({ key, reason }) => (reason === null ? [] : [[key, reason]])),
    ),
    inferred,
    warnings,
    model: fields,
  };
  return `${JSON.stringify(json, null, 2)}\n`;
}

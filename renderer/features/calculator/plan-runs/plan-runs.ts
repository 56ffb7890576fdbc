/** The largest runs of a plan as scaling laws see them. Pure. */

import { countParameters } from "../../../../shared/models/count-parameters.ts";
import type { ModelShape } from "../../../../shared/models/shape.ts";
import type { ScalingFit } from "../../../../shared/scaling/fit.ts";
import { type CountedRun, type RunOutlook, runOutlook } from "../../../../shared/scaling/run-outlook.ts";
import { RUN_KIND_WORDS } from "../../../../shared/training/run-kind.ts";
import { Tokens } from "../../../../shared/units/brands.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";

/** A size and a number of tokens that runs of the plan have. */
export interface PlanRun extends CountedRun {
  readonly model: string;
  /** Title of the experiment that has such a run first. */
  readonly experiment: string;
  /** FLOP of one run by the plan's convention. */
  readonly flop: number;
  readonly outlook: RunOutlook;
}

export interface PlanRuns {
  /** The largest by FLOP, largest first, each size and length once. */
  readonly runs: readonly PlanRun[];
  /** How many different runs there are beside those. */
  readonly others: number;
  /** Models that are left out, because the laws are of dense decoders of text. */
  readonly notCovered: readonly string[];
  /** What other runs do that are left out, because they do not train a model from the start: "fine-tuning". */
  readonly otherWork: readonly string[];
}

/**
 * The `most` largest different runs of a plan with what they are predicted to lose. Laws of language models say nothing of images,
 * of stated counts, or of a mixture, whose parameters do not all take part: those are named and left out, as is all work but
 * pre-training.
 *
 * @param fits at least one of which counts
 */
export function planRuns({ resolved, estimated }: OpenedPlan, fits: readonly ScalingFit[], most: number): PlanRuns {
  const counts = resolved.models.map(({ shape }) => countsOf(shape));
  const found = new Map<string, Omit<PlanRun, "outlook">>();
  const otherWork = new Set<string>();
  resolved.classes.forEach(({ model, experiment, training }, index) => {
    // What does not train all of a model from the start buys no loss that a law predicts.
    if (training.work !== undefined) otherWork.add(RUN_KIND_WORDS[training.work.recipe.kind]);
    if (model === null || training.work !== undefined) return;
    const parameters = counts[model] ?? null;
    const figures = estimated.classes[index];
    const key = `${model} ${figures?.items}`;
    if (parameters === null || figures === undefined || training.sequence === null || found.has(key)) return;
    found.set(key, {
      model: resolved.models[model]?.label ?? "",
      experiment: resolved.experiments[experiment]?.title ?? "",
      parameters,
      tokens: Tokens(figures.items),
      flop: figures.flopPerRun,
    });
  });
  const all = [...found.values()].sort((a, b) => b.flop - a.flop);
  const shown = all.slice(0, most);
  return {
    runs: shown.map((run) => ({ ...run, outlook: runOutlook(fits, run) })),
    others: all.length - shown.length,
    notCovered: resolved.models.flatMap(({ label }, model) => (counts[model] === null ? [label] : [])),
    otherWork: [...otherWork],
  };
}

/** What the fits call N, of a model that they are of: a dense causal decoder whose every block has its own weights; else null. */
function countsOf(shape: ModelShape): CountedRun["parameters"] | null {
  if (shape.kind !== "transformer" || shape.mask !== "causal") return null;
  if (shape.mixture !== null || shape.encoder !== null || shape.stateSpace !== null || shape.image !== null)
    return null;
  if (shape.uniqueLayers < shape.layers) return null;
  const { total, nonEmbedding } = countParameters(shape);
  return { total, nonEmbedding };
}

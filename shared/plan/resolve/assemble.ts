import { DEFAULT_POLICY } from "../../cluster/policy.ts";
import { conventionOf, DEFAULT_CONVENTION } from "../../compute/convention.ts";
import { DEFAULT_CURRENCY } from "../defaults.ts";
import type { Expansion } from "../expand.ts";
import type { ResolvedDispute, ResolvedPlan, RunClass } from "../resolved.ts";
import type { SweepSource } from "../sweep-source.ts";
import { resolveBudget } from "./budget.ts";
import { resolveClusters } from "./clusters.ts";
import { resolveEnergy } from "./energy.ts";
import { resolveExperiment } from "./experiments.ts";
import { resolveQuotes } from "./quotes.ts";
import { resolveStorage } from "./storage.ts";

/** The resolved plan of sweeps that have been expanded into `classes` without a fault; without disputes so far. */
export function assemble(
  own: readonly SweepSource[],
  classes: readonly RunClass[],
  expansion: Expansion,
): ResolvedPlan {
  const { document, catalogue, inputs } = expansion;
  const { models, places } = expansion.models.list(classes.flatMap(({ model }) => model ?? []));
  const cards = expansion.cards.cards.slice();
  const { overhead, compareWith } = document;
  return {
    title: document.title,
    subtitle: document.subtitle ?? null,
    date: document.date ?? null,
    funder: document.funder ?? null,
    ceiling: document.ceiling ?? null,
    currency: document.currency ?? DEFAULT_CURRENCY,
    convention: document.convention === undefined ? DEFAULT_CONVENTION : conventionOf(document.convention),
    experiments: document.experiments.map((experiment, index) =>
      resolveExperiment(
        experiment,
        own.filter(({ at }) => at.experiment === index),
        inputs,
      ),
    ),
    models,
    cards,
    layouts: expansion.layouts.layouts.slice(),
    classes: classes.map((runClass) => placed(runClass, runClass.experiment, places)),
    quotes: resolveQuotes(document, cards, catalogue, inputs),
    storage: resolveStorage(document.storage),
    reruns: inputs.amount(overhead?.reruns ?? 0, ["overhead", "reruns"]),
    rerunsSource: overhead?.source ?? null,
    clusters: resolveClusters(document, own, cards, catalogue, inputs),
    policy: document.schedule?.policy ?? DEFAULT_POLICY,
    energy: resolveEnergy(document.energy, cards, catalogue),
    ...(document.budget === undefined ? {} : { budget: resolveBudget(document.budget, document, catalogue) }),
    disputes: [],
    compareWith:
      compareWith === undefined
        ? null
        : { title: compareWith.title, flop: compareWith.flop, source: compareWith.source ?? null },
    assumptions: document.assumptions ?? [],
    sources: (document.sources ?? []).map(({ text, url, date }) => ({ text, url: url ?? null, date: date ?? null })),
    // Last: all of the above register their ranges. A copy, because disputes may add ranges of their own.
    inputs: inputs.list.slice(),
  };
}

/**
 * What the dispute of `disputed` makes of `plan`: a plan of the one experiment whose sweeps are `sources`, `disputed`
 * among them, with their `classes`. All else is the plan's own.
 */
export function assembleDispute(
  { dispute: index, at, experiment }: SweepSource,
  plan: ResolvedPlan,
  sources: readonly SweepSource[],
  classes: readonly RunClass[],
  expansion: Expansion,
): ResolvedDispute {
  const { document, inputs } = expansion;
  const { models, places } = expansion.models.list(classes.flatMap(({ model }) => model ?? []));
  const dispute = document.disputes?.[index ?? -1];
  if (dispute === undefined) throw new RangeError("this sweep is not read by any dispute");
  return {
    id: dispute.id,
    title: dispute.title,
    note: dispute.note ?? null,
    source: dispute.source ?? null,
    experiment: at.experiment,
    alternative: {
      ...plan,
      // Read by itself, the experiment follows no other.
      experiments: [resolveExperiment({ ...experiment, after: [] }, sources, inputs)],
      models,
      cards: expansion.cards.cards.slice(),
      layouts: expansion.layouts.layouts.slice(),
      classes: classes.map((runClass) => placed(runClass, 0, places)),
      inputs: inputs.list.slice(),
    },
  };
}

/** A class with its places in a plan, in place of its numbers in the registries. */
function placed(own: RunClass, experiment: number, places: ReadonlyMap<number, number>): RunClass {
  return { ...own, experiment, model: own.model === null ? null : (places.get(own.model) ?? own.model) };
}

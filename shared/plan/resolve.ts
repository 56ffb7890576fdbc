/** From a document to a plan with every default, override, variable and catalogue id put in. */
import { err, ok, type Result } from "../lib/result.ts";
import type { Catalogue } from "./catalogue.ts";
import { checkPlan, distinct } from "./checks/check-plan.ts";
import { namesOf } from "./checks/names.ts";
import type { PlanDocument } from "./document.ts";
import { type Expansion, expandSweep } from "./expand.ts";
import type { DocumentPath, Fault } from "./fault.ts";
import { GROUPS } from "./fields.ts";
import { type SoundPlan, soundWhole } from "./prune.ts";
import { assemble, assembleDispute } from "./resolve/assemble.ts";
import { CardRegistry } from "./resolve/card-registry.ts";
import { clusterFaults } from "./resolve/clusters.ts";
import { gatherMissing } from "./resolve/gather-missing.ts";
import { Inputs } from "./resolve/inputs.ts";
import { LayoutRegistry } from "./resolve/layout.ts";
import { Memory } from "./resolve/memory.ts";
import { ModelRegistry } from "./resolve/model-registry.ts";
import { pricingOf } from "./resolve/quotes.ts";
import type { ResolvedPlan, RunClass } from "./resolved.ts";
import { disputedSource, type SweepSource, sweepSources } from "./sweep-source.ts";

/**
 * The plan that `document` means, complete in itself, or every fault that several of its places make together. The
 * document has passed its schema; that it agrees with itself is checked here.
 *
 * The plan of arXiv 2407.05872 resolves to 9 experiments of 12 sweeps, 14 models and 120 run classes.
 */
export function resolve(document: PlanDocument, catalogue: Catalogue): Result<ResolvedPlan, Fault[]> {
  return resolveSound(soundWhole(document), catalogue);
}

/** The same for the sound parts of a document that has faults: places are those in `sound.document`. */
export function resolveSound(sound: SoundPlan, catalogue: Catalogue): Result<ResolvedPlan, Fault[]> {
  const { document, lacks } = sound;
  const own = sweepSources(document);
  const disputed = (document.disputes ?? []).flatMap((dispute, index) => disputedSource(own, dispute, index) ?? []);
  const broken = checkPlan({ document, catalogue, sweeps: [...own, ...disputed], names: namesOf(sound.raw), lacks });
  const isSound = (source: SweepSource) =>
    (broken.length === 0 && sound.isWhole) ||
    placesOf(source).every((place) => !lacks(place) && !broken.some(({ path }) => startsWith(path, place)));

  const expansion = startExpansion(sound, catalogue, broken);
  const classesOf = new Map<SweepSource, RunClass[]>();
  const expand = (sources: readonly SweepSource[]): Fault[] =>
    sources.filter(isSound).flatMap((source) => {
      const expanded = expandSweep(source, expansion);
      classesOf.set(source, expanded.ok ? expanded.value : []);
      return expanded.ok ? [] : expanded.error;
    });
  const gather = (sources: readonly SweepSource[]): RunClass[] =>
    sources.flatMap((source) => classesOf.get(source) ?? []);

  const faults = expand(own);
  // Before the disputes are expanded: what only a dispute brings in is not the plan's.
  const plan = broken.length + faults.length === 0 ? assemble(own, gather(own), expansion) : null;
  const all = distinct([
    ...broken,
    ...gatherMissing(faults, own.filter(isSound).length),
    ...(plan === null ? [] : clusterFaults(plan)),
    ...expand(disputed),
  ]);
  if (plan === null || all.length > 0) return err(all);

  const disputes = disputed.map((source) => {
    const sources = own
      .filter(({ at }) => at.experiment === source.at.experiment)
      .map((sibling) => (sibling.at.sweep === source.at.sweep ? source : sibling));
    return assembleDispute(source, plan, sources, gather(sources), expansion);
  });
  return ok({ ...plan, disputes });
}

function startExpansion({ document, lacks }: SoundPlan, catalogue: Catalogue, broken: readonly Fault[]): Expansion {
  const allQuotes = !lacks(["quotes"]) && !broken.some(({ path }) => path[0] === "quotes");
  return {
    document,
    catalogue,
    inputs: new Inputs(document),
    pricing: pricingOf(document, catalogue, allQuotes),
    models: new ModelRegistry(),
    cards: new CardRegistry(),
    layouts: new LayoutRegistry(),
    made: {
      models: new Memory(),
      recipes: { tokens: new Memory(), examples: new Memory() },
      cards: { tokens: new Memory(), examples: new Memory() },
    },
  };
}

/** The places that a sweep's classes depend on. */
function placesOf({ path, levels, axes }: SweepSource): DocumentPath[] {
  const fields = levels.flatMap((level) => GROUPS.map((group) => [...level.path, group]));
  return [path, ...fields, ...axes.map((axis) => axis.path)];
}

const startsWith = (path: DocumentPath, start: DocumentPath): boolean =>
  start.every((step, depth) => step === path[depth]);

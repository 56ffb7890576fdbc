/** Search spaces as people keep them beside an Optuna or Ray Tune program. */
import type { SourceNode } from "../../../plan/text/source.ts";
import { countOf, memberOf, sweepValue, textOf } from "../nodes.ts";
import type { Notes } from "../notes.ts";
import type { Constant, SweepAxis, SweepFile, SweepMethod } from "../sweep-file.ts";
import { domainOf } from "./domain.ts";

type Reading = Pick<SweepFile, "format" | "method" | "axes" | "constants" | "trials" | "cap" | "maxParallel">;

/** Keys under which the space itself may stand. */
const WRAPPERS = [
  "search_space",
  "searchSpace",
  "param_space",
  "space",
  "param_grid",
  "grid",
  "parameters",
  "params",
  "hyperparameters",
  "config",
];
const TRIALS = ["num_samples", "n_trials", "max_trials", "num_trials", "trials", "max_evals", "maxTrialNumber"];
const PARALLEL = ["max_concurrent_trials", "max_concurrent", "n_jobs", "trialConcurrency"];
const SAMPLERS = ["sampler", "search_alg", "searcher", "algorithm", "method", "tuner"];
/** Keys beside the parameters where the space has no key of its own. */
const ABOUT = new Set([
  ...TRIALS,
  ...PARALLEL,
  ...SAMPLERS,
  "tune_config",
  "metric",
  "mode",
  "direction",
  "directions",
  "name",
  "study_name",
  "storage",
]);

/** Reads the space; null where the document describes no parameter that varies. */
export function readSearchSpace(root: SourceNode, notes: Notes): Reading | null {
  const wrapper = WRAPPERS.find((key) => memberOf(root, key) !== undefined);
  const space = (wrapper === undefined ? undefined : memberOf(root, wrapper)) ?? root;
  const gathered: Gathered = { axes: [], constants: [], lists: [], isRay: memberOf(root, "tune_config") !== undefined };
  gather(space, "", space === root, gathered, notes);
  // A file of lists, as scikit-learn's grids: only where its key says that it is a space.
  if (gathered.axes.length === 0 && wrapper !== undefined && gathered.lists.length > 0) {
    gathered.axes.push(...gathered.lists);
    notes.warn("Lists were read as values that are combined with each other.");
  } else if (gathered.lists.length > 0) {
    for (const { name, values } of gathered.lists) gathered.constants.push({ name, value: sweepValue(values) });
    notes.warn("A list without a distribution is one value. Write choice or grid_search to try each of its items.");
  }
  const { axes, constants } = gathered;
  if (axes.length === 0) return null;
  const { isRay } = gathered;
  const about = memberOf(root, "tune_config");
  const stated = firstCount(root, TRIALS) ?? firstCount(about, TRIALS);
  const drawn = axes.filter((axis) => axis.drawn);
  if (drawn.length > 0 && stated === null) {
    const endless = TRIALS.some((key) => memberOf(root, key) !== undefined || memberOf(about, key) !== undefined);
    const why = endless
      ? "The number of trials in the file is no whole number above 0"
      : "The file says what is drawn, not how often";
    notes.need("trials", why, null);
  }
  return {
    format: isRay ? "ray" : "search-space",
    method: drawn.length === 0 ? "grid" : methodOf(root, isRay),
    axes,
    constants,
    trials: stated ?? (drawn.length === 0 ? 1 : null),
    cap: null,
    maxParallel: firstCount(root, PARALLEL) ?? firstCount(about, PARALLEL),
  };
}

interface Gathered {
  readonly axes: SweepAxis[];
  readonly constants: Constant[];
  readonly lists: { name: string; drawn: false; kind: "values"; values: ReturnType<typeof sweepValue>[] }[];
  isRay: boolean;
}

function gather(space: SourceNode, prefix: string, skipAbout: boolean, into: Gathered, notes: Notes): void {
  for (const [key, node] of entriesOf(space)) {
    if (skipAbout && ABOUT.has(key)) continue;
    const name = `${prefix}${key}`;
    if (node.items !== null) {
      const values = node.items.map(({ value }) => sweepValue(value));
      if (values.length > 1) into.lists.push({ name, drawn: false, kind: "values", values });
      else into.constants.push({ name, value: sweepValue(node.value) });
      continue;
    }
    const domain = domainOf(name, node, notes);
    if (domain === null) continue;
    if (domain.kind === "group") gather(node, `${name}.`, false, into, notes);
    else if (domain.kind === "constant") into.constants.push({ name, value: domain.value });
    else {
      into.axes.push(domain.axis);
      into.isRay ||= domain.isRay;
    }
  }
}

/** Parameters by their names; a list of them has the name inside each. */
function entriesOf(space: SourceNode): (readonly [string, SourceNode])[] {
  if (space.members !== null) return [...space.members];
  return (space.items ?? []).flatMap((item) => {
    const name = textOf(item, "name");
    if (name === null || item.members === null) return [];
    const members = new Map(item.members);
    members.delete("name");
    return [[name, { ...item, members }] as const];
  });
}

function firstCount(node: SourceNode | undefined, keys: readonly string[]): number | null {
  for (const key of keys) {
    const count = countOf(node, key);
    if (count !== null) return count;
  }
  return null;
}

const METHODS: readonly (readonly [RegExp, SweepMethod])[] = [
  [/grid/i, "grid"],
  [/random|qmc/i, "random"],
  [/cma|nsga|evol|genetic/i, "evolution"],
  [/tpe|bayes|bohb|gp|ax|optuna|hyperopt|hebo/i, "bayes"],
];

/** The sampler that the file names. Ray Tune draws at random where none is named; of others nobody knows. */
function methodOf(root: SourceNode, isRay: boolean): SweepMethod {
  for (const node of [root, memberOf(root, "tune_config")]) {
    for (const key of SAMPLERS) {
      const member = memberOf(node, key);
      const named = textOf(node, key) ?? textOf(member, "name") ?? textOf(member, "_target_") ?? textOf(member, "type");
      const method = named === null ? undefined : METHODS.find(([pattern]) => pattern.test(named))?.[1];
      if (method !== undefined) return method === "grid" ? "search" : method;
    }
  }
  return isRay ? "random" : "search";
}

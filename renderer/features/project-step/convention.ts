/** The convention as the document has it, and as it is chosen. Pure. */
import { whyNotApplicable } from "../../../shared/compute/applicability.ts";
import type { Convention, ConventionName } from "../../../shared/compute/convention.ts";
import { PARAMETERS_OF, type ParametersOf } from "../../../shared/models/parameter-count.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import type { ResolvedModel } from "../../../shared/plan/resolved.ts";
import { percent } from "../../../shared/units/format/exact.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { treeValue } from "../../fields/tree-value.ts";

const PATH = ["convention"] as const;

/** The convention that the document states; `matmul` where it states none, null where it states something else. */
export function statedConvention(tree: unknown): ConventionName | null {
  const value = treeValue(tree, PATH);
  if (value === undefined) return "matmul";
  const name = typeof value === "string" ? value : treeValue(value, ["name"]);
  return CONVENTION_NAMES.find((known) => known === name) ?? null;
}

/** The conventions as a person chooses among them, the default first. */
export const CONVENTION_NAMES: readonly ConventionName[] = [
  "matmul",
  "palm",
  "six-nd",
  "megatron",
  "chinchilla",
  "coppock",
];

/** Whether the document's megatron counts a second forward pass. */
export const statedRecomputation = (tree: unknown): boolean => treeValue(tree, [...PATH, "recomputation"]) === true;

/** Which parameters six-nd counts; all of them where the document does not say. */
export function statedN(tree: unknown): ParametersOf {
  const of = treeValue(tree, [...PATH, "of"]);
  return PARAMETERS_OF.find((known) => known === of) ?? "total";
}

/** What a convention is chosen with, beside its name. */
export interface ConventionDetail {
  readonly of: ParametersOf;
  readonly recomputation: boolean;
}

export const chooseConvention = (name: ConventionName, { of, recomputation }: ConventionDetail): PlanEdit => ({
  op: "set",
  path: PATH,
  value: name === "six-nd" ? { name, of } : name === "megatron" && recomputation ? { name, recomputation } : name,
});

/** The convention itself. */
export function conventionWith(name: ConventionName, { of, recomputation }: ConventionDetail): Convention {
  switch (name) {
    case "six-nd":
      return { name, of };
    case "megatron":
      return { name, recomputation };
    default:
      return { name };
  }
}

/** The models that a convention does not hold for, by the reason: they are counted by matmul. */
export function refusals(
  models: readonly ResolvedModel[],
  convention: Convention,
): { readonly why: string; readonly labels: readonly string[] }[] {
  const byReason = new Map<string, string[]>();
  for (const { label, shape } of models) {
    const why = whyNotApplicable(shape, convention);
    if (why !== null) byReason.set(why, [...(byReason.get(why) ?? []), label]);
  }
  return [...byReason].map(([why, labels]) => ({ why, labels }));
}

/** "Does not hold for 3 of 14 models, which are counted by matrix multiplications: …" */
export function refusalWords(
  { labels, why }: { readonly why: string; readonly labels: readonly string[] },
  all: number,
): string {
  const which =
    labels.length === all
      ? all === 1
        ? "the model, which is"
        : `any of the ${all} models, which are`
      : labels.length === 1
        ? `${labels[0]}, which is`
        : `${labels.length} of ${all} models, which are`;
  return `Does not hold for ${which} counted by matrix multiplications: ${why}.`;
}

/** "+3.1 %", "the same": how many more operations than the plan's own convention counts. */
export function compared(flop: number, own: number): string {
  if (own === 0 || Math.abs(flop - own) <= 1e-12 * own) return "the same";
  const text = percent(flop / own - 1);
  return /[1-9]/.test(text) ? `${withPlus(text)} %` : "less than 0.1 % apart";
}

/** The convention as the document has it, and as it is chosen. Pure. */
import type { ConventionName } from "../../../shared/compute/convention.ts";
import { PARAMETERS_OF, type ParametersOf } from "../../../shared/models/parameter-count.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { percent } from "../../../shared/units/format/exact.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { treeValue } from "../../fields/tree-value.ts";

const PATH = ["convention"] as const;

/** The convention that the document states; `matmul` where it states none, null where it states something else. */
export function statedConvention(tree: unknown): ConventionName | null {
  const value = treeValue(tree, PATH);
  if (value === undefined) return "matmul";
  const name = typeof value === "string" ? value : treeValue(value, ["name"]);
  return name === "matmul" || name === "palm" || name === "six-nd" ? name : null;
}

/** Which parameters six-nd counts; all of them where the document does not say. */
export function statedN(tree: unknown): ParametersOf {
  const of = treeValue(tree, [...PATH, "of"]);
  return PARAMETERS_OF.find((known) => known === of) ?? "total";
}

export const chooseConvention = (name: ConventionName, of: ParametersOf): PlanEdit => ({
  op: "set",
  path: PATH,
  value: name === "six-nd" ? { name, of } : name,
});

/** "+3.1 %", "the same": how many more operations than the plan's own convention counts. */
export function compared(flop: number, own: number): string {
  if (own === 0 || Math.abs(flop - own) <= 1e-12 * own) return "the same";
  const text = percent(flop / own - 1);
  return /[1-9]/.test(text) ? `${withPlus(text)} %` : "less than 0.1 % apart";
}

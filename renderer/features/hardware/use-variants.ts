import { useEffect, useState } from "react";
import { editText } from "../../../shared/plan/edit/edit-text.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { catalogue } from "../../estimating/catalogue.ts";
import { openPlan } from "../../estimating/opened-plan.ts";

/** A pause after which nobody is typing any more. */
const PAUSE_MS = 200;

export interface Variant {
  readonly name: string;
  readonly edits: readonly PlanEdit[];
}

export interface VariantCost {
  readonly name: string;
  /** Total of the plan with the edits; null where they make no plan. */
  readonly total: number | null;
}

/** What the plan would cost with each variant's edits: worked out when the typing rests, the old figures until then. */
export function useVariants(text: string, variants: readonly Variant[]): readonly VariantCost[] {
  const [costs, setCosts] = useState<readonly VariantCost[]>([]);
  const asked = JSON.stringify(variants);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says what the variants are
  useEffect(() => {
    const timer = setTimeout(
      () => setCosts(variants.map(({ name, edits }) => ({ name, total: totalOf(text, edits) }))),
      PAUSE_MS,
    );
    return () => clearTimeout(timer);
  }, [text, asked]);
  return costs;
}

/** The plan's total with some edits; null where the text is then no plan. */
export function totalOf(text: string, edits: readonly PlanEdit[]): number | null {
  const edited = editText(text, edits);
  if (!edited.ok) return null;
  const opened = openPlan({ name: "", text: edited.value }, catalogue);
  return opened.ok ? opened.value.estimated.withReruns.cost : null;
}

import { useEffect, useState } from "react";
import type { Totals } from "../../shared/estimate/types.ts";
import { editText } from "../../shared/plan/edit/edit-text.ts";
import type { PlanEdit } from "../../shared/plan/edit/plan-edit.ts";
import { catalogue } from "./catalogue.ts";
import { openPlan } from "./opened-plan.ts";

/** A pause after which nobody is typing any more. */
const PAUSE_MS = 200;

export interface Variant {
  readonly name: string;
  readonly edits: readonly PlanEdit[];
}

/** By name: the totals of the plan with the variant's edits; null where they make no plan. */
export type VariantTotals = ReadonlyMap<string, Totals | null>;

/**
 * What the plan would come to with each variant's edits: worked out one after another when the typing rests, the figures of the
 * text before until then.
 */
export function useVariants(text: string, variants: readonly Variant[]): VariantTotals {
  const [totals, setTotals] = useState<VariantTotals>(new Map());
  const asked = JSON.stringify(variants);
  // biome-ignore lint/correctness/useExhaustiveDependencies: `asked` says what the variants are
  useEffect(() => {
    const left = [...variants];
    const found = new Map<string, Totals | null>();
    const next = () => {
      const variant = left.shift();
      if (variant === undefined) return setTotals(found);
      found.set(variant.name, totalsOf(text, variant.edits));
      timer = setTimeout(next);
    };
    let timer = setTimeout(next, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [text, asked]);
  return totals;
}

/** The plan's totals with some edits, reruns included; null where the text is then no plan. */
export function totalsOf(text: string, edits: readonly PlanEdit[]): Totals | null {
  const edited = editText(text, edits);
  if (!edited.ok) return null;
  const opened = openPlan({ name: "", text: edited.value }, catalogue);
  return opened.ok ? opened.value.estimated.withReruns : null;
}

import type { FunderLayout, FunderRule } from "./funder-layout.ts";

/** Every rule of a layout, those with a threshold first, each with its words, source and date. */
export function layoutRules(layout: FunderLayout): FunderRule[] {
  const { indirect, modular, funded } = layout;
  const ofIndirect =
    indirect.kind === "base" ? [indirect.rate, indirect.excluded, indirect.subawardCap] : [indirect.rule];
  const threshold = indirect.kind === "none" ? null : indirect.equipmentThreshold;
  const rules: (FunderRule | null | undefined)[] = [
    ...ofIndirect,
    threshold,
    modular?.step,
    modular?.mostDirectPerYear,
    funded?.share,
    layout.contingency,
    layout.escalation,
    layout.roundTo,
    layout.mostPages,
    ...layout.notes,
  ];
  return rules.flatMap((rule) => rule ?? []);
}

/** Stand-ins until shared/plan/changes lands. */
import type { PlanDocument } from "../../shared/plan/document.ts";

export const describeChange = (
  before: PlanDocument,
  after: PlanDocument,
): { readonly words: string; readonly where: string | null } => ({
  words: JSON.stringify(before) === JSON.stringify(after) ? "" : "Plan changed",
  where: null,
});

export const usesOf = (_: PlanDocument): readonly { readonly kind: "quote"; readonly id: string }[] => [];

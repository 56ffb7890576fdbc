/**
 * In which order a cluster takes the experiments of a plan: whatever ends soonest, the first experiments of the plan first, or
 * one experiment after another.
 */
export const POLICIES = ["shortest", "priority", "sequence"] as const;
export type Policy = (typeof POLICIES)[number];

export const DEFAULT_POLICY: Policy = "shortest";

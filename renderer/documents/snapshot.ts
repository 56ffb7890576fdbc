/** What the record keeps of a plan as it stands. */
import type { Figures, Snapshot } from "../../shared/contract/methods/projects.ts";
import { usesOf } from "../../shared/plan/library/uses.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";

interface Source {
  readonly name: string;
  readonly text: string;
  readonly tree: unknown;
  readonly faults: readonly unknown[];
  readonly live: OpenedPlan | null;
  readonly isStale: boolean;
}

export function figuresOf({ resolved, estimated, ranges }: OpenedPlan): Figures {
  const { cost, cardHours, flop, runs } = estimated.withReruns;
  const spread = ranges?.total.cost ?? null;
  return {
    currency: resolved.currency,
    total: cost,
    low: spread?.low ?? null,
    p10: spread?.p10 ?? null,
    p50: spread?.p50 ?? null,
    p90: spread?.p90 ?? null,
    high: spread?.high ?? null,
    cardHours,
    flop,
    runs,
  };
}

export function snapshotOf({ name, text, tree, faults, live, isStale }: Source, change: string): Snapshot {
  const plan = isStale ? null : live;
  return {
    name,
    text,
    title: titleOf({ name, tree }),
    funder: stated(tree, "funder"),
    figures: plan === null ? null : figuresOf(plan),
    faults: faults.length,
    parts:
      plan === null
        ? []
        : plan.resolved.experiments.map(({ id, title }, index) => ({
            id,
            title,
            total: plan.estimated.experiments[index]?.cost ?? null,
            runs: plan.estimated.experiments[index]?.runs ?? 0,
          })),
    uses: usesOf(tree).slice(0, 2_000),
    change: change.slice(0, 2_000),
  };
}

/** What a document is called: its title, or else its file. */
export const titleOf = ({ name, tree }: Pick<Source, "name" | "tree">): string => stated(tree, "title") ?? name;

/** A text that the document states at its top, in a document with faults too. */
function stated(tree: unknown, key: "title" | "funder"): string | null {
  if (typeof tree !== "object" || tree === null || !(key in tree)) return null;
  const value = (tree as Readonly<Record<string, unknown>>)[key];
  return typeof value === "string" && value.trim() !== "" ? value.trim().slice(0, 2_000) : null;
}

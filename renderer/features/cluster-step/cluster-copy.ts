/** Between a cluster of the plan and one of the library. Pure. */
import { type Cluster, libraryClusterSchema } from "../../../shared/cluster/cluster.ts";
import { treeEntries, treeValue } from "../../fields/tree-value.ts";

/** The plan's cluster as the library keeps it, shared variables as the values that they have; null where it is not one yet. */
export function libraryClusterOf(tree: unknown, index: number): Cluster | null {
  const entries = treeEntries(tree, ["clusters", index])
    .filter(([key]) => key !== "from")
    .map(([key, value]) => [key, byValue(tree, value)]);
  const parsed = libraryClusterSchema.safeParse(Object.fromEntries(entries));
  return parsed.success ? parsed.data : null;
}

function byValue(tree: unknown, value: unknown): unknown {
  const name = treeValue(value, ["use"]);
  if (typeof name !== "string") return value;
  const shared = treeValue(tree, ["variables", name]);
  if (typeof shared !== "object" || shared === null) return shared;
  const { low, likely, high } = shared as { low?: unknown; likely?: unknown; high?: unknown };
  return { low, likely, high };
}

import type { ConfigObject } from "../model-config.ts";

/** How many classes a classifier has: as many as it has labels; two where the file names none. */
export function classesOf(config: ConfigObject): number {
  const labels = config.node.members?.get("id2label")?.members?.size ?? 0;
  if (labels > 0) return labels;
  return config.count("classes", "num_labels", { value: 2, reason: "what a file without labels means" });
}

import { exact } from "../../units/format/exact.ts";
import type { Inferred } from "./model-config.ts";

/** An inferred value as people read it: "yes", "no", "none", a number with commas, or the word. */
export function inferredValue({ value }: Inferred): string {
  if (value === null) return "none";
  if (typeof value === "boolean") return value ? "yes" : "no";
  return typeof value === "number" ? exact(value) : value;
}

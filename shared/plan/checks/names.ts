import { memberOf } from "../value-at.ts";
import type { Names } from "./context.ts";

/** The names of a document as read, sound or not: a `use` of a faulty variable is not a second fault. */
export function namesOf(raw: unknown): Names {
  const variables = memberOf(raw, "variables");
  const experiments = memberOf(raw, "experiments");
  const ids = Array.isArray(experiments) ? experiments.map((experiment) => memberOf(experiment, "id")) : [];
  return {
    variables: new Set(typeof variables === "object" && variables !== null ? Object.keys(variables) : []),
    experiments: new Set(ids.filter((id) => typeof id === "string")),
  };
}

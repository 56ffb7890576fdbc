import type { Constant, SweepFile } from "../sweep-file.ts";
import { isHydraSetting, type Parameter } from "./parameters.ts";

/** What the reader of one of Hydra's sweepers answers. */
export type SweeperReading = Pick<
  SweepFile,
  "format" | "method" | "axes" | "constants" | "trials" | "cap" | "maxParallel"
>;

/** Parameters with one value, but for settings of Hydra itself. */
export const constantsOf = (parameters: readonly Parameter[]): Constant[] =>
  parameters.flatMap((parameter) => {
    const { name, swept } = parameter;
    return swept.kind === "constant" && !isHydraSetting(parameter) ? [{ name, value: swept.value }] : [];
  });

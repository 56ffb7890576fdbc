import { countRuns } from "./count-runs.ts";
import type { SweepFile } from "./sweep-file.ts";

/** What `import sweep --json` prints: format, method, runs (null when uncountable), axes, needs and warnings. */
export function sweepToJson(file: SweepFile): string {
  const { format, method, axes, needs, warnings } = file;
  return `${JSON.stringify({ format, method, runs: countRuns(file), axes, needs, warnings }, null, 2)}\n`;
}

/** Work of whole processes: the command line and the printer. */
import { spawnSync } from "node:child_process";
import { median } from "./measure.ts";

/** Median milliseconds of a whole process from start to exit. */
export function timeProcess(command: string, args: readonly string[], samples: number): number {
  const times: number[] = [];
  for (let sample = 0; sample < samples; sample++) {
    const start = performance.now();
    const { status, stderr } = spawnSync(command, args, { encoding: "utf8" });
    if (status !== 0) throw new Error(`${command} ${args.join(" ")} ended with ${status}: ${stderr}`);
    times.push(performance.now() - start);
  }
  return median(times);
}

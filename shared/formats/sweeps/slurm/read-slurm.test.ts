import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { faultOf, runsOf, sweepOf } from "../reading.fixture.ts";
import { arrayTasks } from "./array-tasks.ts";

const script = (...lines: string[]) => `#!/bin/bash\n${lines.join("\n")}\n`;

describe("arrayTasks", () => {
  it.each([
    ["0-99", 100, null],
    ["0-99%10", 100, 10],
    ["1,3,7", 3, null],
    ["0-20:4", 6, null],
    ["0-3,2-5,4", 6, null],
    ["5", 1, null],
    ["0-9%0", 10, null],
    ["0-$N%4", null, 4],
    ["0-4000000", 4_000_001, null],
  ])("%s", (specification, count, limit) => {
    expect(arrayTasks(specification)).toEqual({ count, limit });
  });

  it.each([
    "",
    "a",
    "5-1",
    "0-9:0",
    "1,,2",
    "0-9%x",
    "0-9%1%2",
    "0-5000000",
    "1-2-3",
    Array(9).fill("0-4000000").join(),
  ])("%s is none", (specification) => {
    expect(arrayTasks(specification)).toBeNull();
  });

  it("counts each index once", () => {
    const range = fc.tuple(fc.nat(30), fc.nat(30), fc.integer({ min: 1, max: 5 }));
    fc.assert(
      fc.property(fc.array(range, { minLength: 1, maxLength: 5 }), (ranges) => {
        const indices = new Set<number>();
        for (const [first, length, step] of ranges)
          for (let at = first; at <= first + length; at += step) indices.add(at);
        const text = ranges.map(([first, length, step]) => `${first}-${first + length}:${step}`).join(",");
        return arrayTasks(text)?.count === indices.size;
      }),
    );
  });
});

describe("a Slurm script", () => {
  it("has a run a task, so many at a time", () => {
    const text = script("#SBATCH --job-name=x", "#SBATCH --array=0-99%10  # all", "srun python train.py");
    expect(sweepOf(text, "job.sh")).toMatchObject({
      format: "slurm-array",
      method: "array",
      maxParallel: 10,
      axes: [{ kind: "count", count: 100 }],
    });
    expect(runsOf(text, "job.sh")).toBe(100);
  });

  it("follows Slurm: the last line counts, none after the first command, and -a is the short form", () => {
    const text = script("#SBATCH --array=0-9", '#SBATCH -a "1-4"', "", "# note", "echo", "#SBATCH --array=0-99");
    expect(runsOf(text, "job")).toBe(4);
  });

  it("finds the array of a call of sbatch", () => {
    expect(runsOf(script("# sbatch --array=0-1", "sbatch --array 1-7 job.sh"), "submit.sh")).toBe(7);
  });

  it("asks for a size that the script computes", () => {
    const file = sweepOf(script("#SBATCH --array=0-$N%8"), "job.sh");
    expect(file).toMatchObject({
      needs: [{ what: "tasks", axis: "array task", at: { line: 2, column: 17 } }],
      maxParallel: 8,
    });
    expect(runsOf(script("#SBATCH --array=0-$N%8"), "job.sh")).toBeNull();
  });

  it("is refused without an array, or with one that is none", () => {
    expect(faultOf(script("python train.py"), "job.sh")).toBe("null:null This script has no array of jobs");
    expect(faultOf(script("#SBATCH --array=9-1"), "job.sh")).toBe("2:17 This array cannot be read");
  });
});

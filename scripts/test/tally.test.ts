import { describe, expect, it } from "vitest";
import { playwrightTally, stageTally, sum, vitestTally } from "./tally.ts";

describe("stageTally", () => {
  it("counts a stage without a report as one test", () => {
    expect(stageTally({ exitCode: 0 })).toEqual({ passed: 1, failed: 0, skipped: 0 });
    expect(stageTally({ exitCode: 2 })).toEqual({ passed: 0, failed: 1, skipped: 0 });
    expect(stageTally({ exitCode: null })).toEqual({ passed: 0, failed: 1, skipped: 0 });
  });

  it("takes the counts of a report", () => {
    const passing = { passed: 7, failed: 0, skipped: 1 };
    expect(stageTally({ exitCode: 0, counted: passing })).toEqual(passing);
    const failing = { passed: 5, failed: 2, skipped: 0 };
    expect(stageTally({ exitCode: 1, counted: failing })).toEqual(failing);
  });

  it("fails a runner that crashed, whatever it counted", () => {
    expect(stageTally({ exitCode: 1, counted: { passed: 7, failed: 0, skipped: 0 } }).failed).toBe(1);
    expect(stageTally({ exitCode: null, counted: { passed: 7, failed: 0, skipped: 0 } }).failed).toBe(1);
    expect(stageTally({ exitCode: 0, counted: null }).failed).toBe(1);
  });

  it("fails a runner that ran no test", () => {
    expect(stageTally({ exitCode: 0, counted: { passed: 0, failed: 0, skipped: 0 } }).failed).toBe(1);
    expect(stageTally({ exitCode: 0, counted: { passed: 0, failed: 0, skipped: 9 } }).failed).toBe(1);
  });
});

describe("the reports", () => {
  it("of Vitest", () => {
    const report = { numPassedTests: 3, numFailedTests: 2, numPendingTests: 1, numTodoTests: 4, success: false };
    expect(vitestTally(report)).toEqual({ passed: 3, failed: 2, skipped: 5 });
  });

  it("of Playwright, where flaky is failed", () => {
    const report = { stats: { expected: 3, unexpected: 2, flaky: 1, skipped: 4 } };
    expect(playwrightTally(report)).toEqual({ passed: 3, failed: 3, skipped: 4 });
  });

  it("are refused when they look otherwise", () => {
    expect(() => vitestTally({ numPassedTests: 3 })).toThrow("numFailedTests");
    expect(() => playwrightTally(null)).toThrow("stats.expected");
  });
});

describe("sum", () => {
  it("adds each kind", () => {
    const tallies = [
      { passed: 1, failed: 2, skipped: 3 },
      { passed: 10, failed: 20, skipped: 30 },
    ];
    expect(sum(tallies)).toEqual({ passed: 11, failed: 22, skipped: 33 });
    expect(sum([])).toEqual({ passed: 0, failed: 0, skipped: 0 });
  });
});

/** Numbers of tests. */
export type Tally = { readonly passed: number; readonly failed: number; readonly skipped: number };

/** How a stage ended: its exit code, null when it was killed or could not start, and what its report counted, if it wrote one. */
export type Ending = { readonly exitCode: number | null; readonly counted?: Tally | null };

function count(report: unknown, ...path: readonly string[]): number {
  let value: unknown = report;
  for (const key of path) {
    value = typeof value === "object" && value !== null ? (value as Record<string, unknown>)[key] : undefined;
  }
  if (typeof value !== "number") {
    throw new TypeError(`The report has no number at ${path.join(".")}`);
  }
  return value;
}

/** The counts in the report of Vitest's JSON reporter. A test marked as to do is one that was skipped. */
export function vitestTally(report: unknown): Tally {
  return {
    passed: count(report, "numPassedTests"),
    failed: count(report, "numFailedTests"),
    skipped: count(report, "numPendingTests") + count(report, "numTodoTests"),
  };
}

/** The counts in the report of Playwright's JSON reporter. A test that passed only when tried again has failed. */
export function playwrightTally(report: unknown): Tally {
  return {
    passed: count(report, "stats", "expected"),
    failed: count(report, "stats", "unexpected") + count(report, "stats", "flaky"),
    skipped: count(report, "stats", "skipped"),
  };
}

/**
 * What a stage adds to the sum. A stage without a report of its own is one test. One that should have written a report and did
 * not, counted no test at all, or ended badly though every test passed (a file that did not load, an error outside any test) has
 * one failure more.
 */
export function stageTally({ exitCode, counted }: Ending): Tally {
  const ended = exitCode === 0;
  if (counted === undefined) {
    return { passed: ended ? 1 : 0, failed: ended ? 0 : 1, skipped: 0 };
  }
  if (counted === null) {
    return { passed: 0, failed: 1, skipped: 0 };
  }
  const ran = counted.passed + counted.failed > 0;
  return { ...counted, failed: counted.failed === 0 && !(ended && ran) ? 1 : counted.failed };
}

/** The sum over all stages. */
export function sum(tallies: readonly Tally[]): Tally {
  return tallies.reduce(
    (total, { passed, failed, skipped }) => ({
      passed: total.passed + passed,
      failed: total.failed + failed,
      skipped: total.skipped + skipped,
    }),
    { passed: 0, failed: 0, skipped: 0 },
  );
}

/**
 * `npm test`: every check there is, one after the other, all of them even when one fails. The last line sums the tests of Vitest
 * and Playwright, and one for each other stage.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { root } from "./root.ts";
import { playwrightTally, stageTally, sum, type Tally, vitestTally } from "./test/tally.ts";
import { toolScript } from "./tool.ts";

type Stage = {
  readonly name: string;
  readonly script: string;
  readonly args: readonly string[];
  readonly env?: Readonly<Record<string, string>>;
  readonly report?: { readonly path: string; readonly read: (report: unknown) => Tally };
};

const reports = join(root, "node_modules", ".cache", "flopsheet", "reports");
const vitestReport = join(reports, "vitest.json");
const playwrightReport = join(reports, "playwright.json");

const stages: readonly Stage[] = [
  { name: "types", script: toolScript("tsc"), args: ["-b"] },
  { name: "lint and format", script: toolScript("biome"), args: ["check", "--error-on-warnings"] },
  { name: "unused code", script: toolScript("knip"), args: ["--no-progress"] },
  { name: "schema is current", script: join(root, "scripts", "schema.ts"), args: ["--check"] },
  { name: "build", script: join(root, "scripts", "build.ts"), args: [] },
  { name: "packaging", script: join(root, "scripts", "package-check.ts"), args: [] },
  {
    name: "vitest",
    script: toolScript("vitest"),
    args: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${vitestReport}`],
    report: { path: vitestReport, read: vitestTally },
  },
  {
    name: "playwright",
    script: toolScript("playwright"),
    args: ["test", "--reporter=list,json"],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
    report: { path: playwrightReport, read: playwrightTally },
  },
];

function readReport({ path, read }: NonNullable<Stage["report"]>): Tally | null {
  try {
    return read(JSON.parse(readFileSync(path, "utf8")));
  } catch (error) {
    console.error(`No report: ${error instanceof Error ? error.message : error}`);
    return null;
  }
}

function run(stage: Stage): Tally {
  console.log(`\n── ${stage.name}`);
  const start = performance.now();
  const { status } = spawnSync(process.execPath, [stage.script, ...stage.args], {
    cwd: root,
    env: { ...process.env, ...stage.env },
    stdio: ["ignore", "inherit", "inherit"],
  });
  const counted = stage.report === undefined ? {} : { counted: readReport(stage.report) };
  const tally = stageTally({ exitCode: status, ...counted });
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`── ${stage.name}: ${tally.failed === 0 ? "passed" : "FAILED"} in ${seconds} s`);
  return tally;
}

rmSync(reports, { recursive: true, force: true });
mkdirSync(reports, { recursive: true });
const start = performance.now();
const total = sum(stages.map(run));
console.log(`\n${((performance.now() - start) / 1000).toFixed(1)} s in all`);
console.log(`${total.passed} passed, ${total.failed} failed, ${total.skipped} skipped`);
process.exitCode = total.failed === 0 ? 0 : 1;

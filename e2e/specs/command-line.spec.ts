import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { example } from "../fixtures/plans.ts";
import { root } from "../fixtures/root.ts";
import { SheetScreen } from "../pages/sheet.ts";

const run = promisify(execFile);
const program = join(root, "out", "cli", "main.js");
const plan = join(root, "assets", "templates", example.name);

test("the terminal's PDF is the app's, page by page", async ({ page }, info) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const path = info.outputPath("terminal.pdf");
  const [ours] = await Promise.all([sheet.savePdf(), run(process.execPath, [program, "sheet", plan, "--pdf", path])]);
  const app = await readPdf(ours.content);
  const terminal = await readPdf(await readFile(path));
  expect(terminal.pages).toEqual(app.pages);
  expect(terminal.outline).toEqual(app.outline);
  // Which plan, to the letter of its text.
  expect(app.pages[0]?.text).toMatch(/Plan“scaling-exponents\.json”.*FingerprintSHA-256[0-9a-f]{16}/);
});

test("the terminal says how long a plan really takes, and which sizes are no sizes", async () => {
  const { stdout } = await run(process.execPath, [program, "schedule", plan, "--cards", "10,100000", "--json"]);
  const [small, large] = JSON.parse(stdout).clusters;
  expect([small.cards, small.feasible, small.infeasible[0].minimumCards]).toEqual([10, false, 16]);
  expect([large.cards, large.feasible, large.classes.length]).toEqual([100_000, true, 120]);
  expect(large.idealHours).toBeLessThan(large.scheduledHours);
  expect(large.scheduledHours).toBeLessThan(large.expectedHours);
  await expect(run(process.execPath, [program, "schedule", plan, "--cards", "many"])).rejects.toMatchObject({
    code: 2,
    stderr: expect.stringContaining('"many" is no number of cards'),
  });
});

import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { MethodInput } from "../../../shared/contract/methods.ts";
import { estimate } from "../../../shared/estimate/estimate.ts";
import { estimateRanges } from "../../../shared/estimate/ranges.ts";
import { swings } from "../../../shared/estimate/sensitivity.ts";
import { err, ok, type Result } from "../../../shared/lib/result.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import { buildSheet } from "../../../shared/sheet/build-sheet.ts";
import { catalogue } from "../catalogue.ts";
import { openSqlite } from "../database/sqlite.ts";
import { noChromium, type PrintFault } from "../printing/print-fault.ts";
import type { PrintJob } from "../printing/print-jobs.ts";
import type { Pdf, Printer } from "../printing/printer.ts";
import type { HostRecord } from "../record/record.ts";
import { goldenText, snapshotOf } from "../testing/plans.ts";
import { openedRecord } from "../testing/record-files.ts";
import { fingerprintOf, sheetHandlers } from "./sheets.ts";

let folder: string;
let record: HostRecord;
let printed: PrintJob[];
let answer: (job: PrintJob) => Result<Pdf, PrintFault> | Promise<Result<Pdf, PrintFault>>;

const projectId = "a0000000-0000-4000-8000-000000000000";

const plan = readPlan(goldenText, catalogue);
if (!plan.ok) throw new Error("the golden plan has faults");
const { resolved } = plan.value;
const figures = estimate(resolved);
const built = buildSheet({
  ...{
    resolved,
    estimate: figures,
    ranges: estimateRanges(resolved, figures),
    swings: swings(resolved),
    schedules: null,
  },
  ...{ version: "1.2.3", identity: { file: "scaling-exponents.json", planFingerprint: "0".repeat(64) } },
});

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-sheets-"));
  record = await openedRecord(folder);
  record.change(({ projects }) => projects.create(projectId, snapshotOf(goldenText)));
  printed = [];
  answer = (job) => ok({ pdf: Buffer.from(`PDF of ${job.sheet.foot}`), pages: 1 });
});

afterEach(async () => {
  await record.close();
  await rm(folder, { recursive: true });
});

/** Prints nothing and notes what it was to print: what a Chromium makes of it is told in the contract's suite. */
const printer: Printer = {
  unavailable: () => Promise.resolve(null),
  async print(job) {
    printed.push(job);
    return answer(job);
  },
  close: () => Promise.resolve(),
};

const handlers = () => sheetHandlers(record, printer);

const saving = (given: Partial<MethodInput<"sheets.save">> = {}): MethodInput<"sheets.save"> => ({
  ...{ id: crypto.randomUUID(), projectId, revision: 1, sheet: built, figures: null, paper: "a4", locale: "en-GB" },
  ...given,
});

test("number and fingerprint stand in the foot of what is printed and of what is kept", async () => {
  const sheets = handlers();
  const saved = await sheets["sheets.save"](saving());
  if (!saved.ok) throw new Error(saved.error.message);
  const { fingerprint } = saved.value;
  expect(fingerprint).toBe(fingerprintOf(built, resolved));
  const foot = `Sheet 1. Plan “scaling-exponents.json”, prices of 22 November 2026. Flopsheet 1.2.3. Fingerprint SHA-256 ${fingerprint.slice(0, 4)} `;
  expect(printed[0]?.sheet.foot.startsWith(foot)).toBe(true);

  const read = await sheets["sheets.read"]({ projectId, number: 1 });
  if (!read.ok) throw new Error(read.error.message);
  expect(read.value).toEqual({ row: saved.value, sheet: printed[0]?.sheet, resolved });
  // Whoever has sheet and plan can check the fingerprint that is printed on the sheet.
  expect(fingerprintOf(read.value.sheet, resolved)).toBe(fingerprint);
  const pdf = await sheets["sheets.pdf"]({ projectId, number: 1 });
  expect(pdf.ok && Buffer.from(pdf.value.base64, "base64").toString()).toBe(`PDF of ${printed[0]?.sheet.foot}`);
});

test("the fingerprint tells a changed word and a changed plan", () => {
  const fingerprint = fingerprintOf(built, resolved);
  expect(fingerprintOf({ ...built, title: "Another" }, resolved)).not.toBe(fingerprint);
  expect(fingerprintOf(built, { ...resolved, currency: "EUR" })).not.toBe(fingerprint);
});

test("sheets that are saved at once get a number each, the one that is printed on it", async () => {
  const sheets = handlers();
  const ids = Array.from({ length: 5 }, () => crypto.randomUUID());
  const saved = await Promise.all([...ids, ...ids].map((id) => sheets["sheets.save"](saving({ id }))));
  expect(saved.map((reply) => reply.ok && reply.value.number)).toEqual([1, 2, 3, 4, 5, 1, 2, 3, 4, 5]);
  expect(printed.map(({ sheet }) => sheet.foot.split(".")[0])).toEqual([1, 2, 3, 4, 5].map((of) => `Sheet ${of}`));
});

test("a revision stays what its sheet was made of, and the plan is resolved from its text", async () => {
  const sheets = handlers();
  record.change(({ projects }) => projects.save(projectId, 1, snapshotOf("faulty")));
  expect(await sheets["sheets.save"](saving({ revision: 2 }))).toMatchObject({
    error: { code: "invalidInput", message: "Revision 2 has faults, so no sheet can be made of it." },
  });
  expect(await sheets["sheets.save"](saving({ revision: 3 }))).toMatchObject({ error: { code: "notFound" } });
  expect(await sheets["sheets.save"](saving({ projectId: crypto.randomUUID() }))).toMatchObject({
    error: { code: "notFound" },
  });
  expect(await sheets["sheets.save"](saving())).toMatchObject({ value: { number: 1, revision: 1 } });
});

test("an id is of one sheet in all projects", async () => {
  const other = crypto.randomUUID();
  record.change(({ projects }) => projects.create(other, snapshotOf(goldenText)));
  const id = crypto.randomUUID();
  await handlers()["sheets.save"](saving({ id }));
  expect(await handlers()["sheets.save"](saving({ id, projectId: other }))).toMatchObject({
    error: { code: "conflict" },
  });
});

test("a print that goes wrong leaves nothing behind; the next try has its number", async () => {
  answer = () => err({ code: "timeout", message: "It was not ready." });
  const id = crypto.randomUUID();
  expect(await handlers()["sheets.save"](saving({ id }))).toEqual({
    ok: false,
    error: { code: "unavailable", message: "It was not ready." },
  });
  expect(handlers()["sheets.list"]({ projectId })).toEqual({ ok: true, value: { sheets: [] } });
  answer = () => err(noChromium("None is here."));
  expect(await handlers()["sheets.save"](saving({ id }))).toMatchObject({
    value: { number: 1, pdfBytes: null, pdfReason: expect.stringMatching(/^None is here\. .*CHROMIUM_PATH/) },
  });
});

test("a record that closes while the sheet is printed says so, and keeps nothing half", async () => {
  answer = async () => {
    await record.close();
    return ok({ pdf: Buffer.from("PDF"), pages: 1 });
  };
  expect(await handlers()["sheets.save"](saving())).toMatchObject({ error: { code: "closed" } });
  await record.reopen();
  expect(handlers()["sheets.list"]({ projectId })).toEqual({ ok: true, value: { sheets: [] } });
});

test("a record that is replaced while the sheet is printed gets none of it", async () => {
  const backup = await record.backup();
  await handlers()["sheets.save"](saving());
  answer = async () => {
    if (backup.ok) await record.restore(backup.value.id);
    return ok({ pdf: Buffer.from("PDF"), pages: 1 });
  };
  expect(await handlers()["sheets.save"](saving())).toMatchObject({ error: { code: "conflict" } });
  expect(handlers()["sheets.list"]({ projectId })).toEqual({ ok: true, value: { sheets: [] } });
});

test("a saved sheet cannot be changed or deleted, nor can a revision, not even in the file itself", async () => {
  await handlers()["sheets.save"](saving());
  await record.close();
  const file = openSqlite(record.places.file);
  for (const sql of ["DELETE FROM sheets", "UPDATE sheets SET title = 'x'", "UPDATE sheets SET pdf = x'00'"]) {
    expect(() => file.execute(sql)).toThrow("a saved sheet is never");
  }
  for (const sql of ["DELETE FROM revisions", "UPDATE revisions SET text = 'x'", "UPDATE revisions SET number = 2"]) {
    expect(() => file.execute(sql)).toThrow("a revision is never");
  }
  file.close();
});

test("what is not what was saved is never handed out", async () => {
  const sheets = handlers();
  await sheets["sheets.save"](saving());
  await record.close();
  const file = openSqlite(record.places.file);
  const { sql } = file
    .query("SELECT sql FROM sqlite_schema WHERE name = 'sheets_are_final'", (row) => ({
      sql: String(row.sql),
    }))
    .get() ?? { sql: "" };
  file.execute(
    `DROP TRIGGER sheets_are_final; UPDATE sheets SET sheet = replace(sheet, '12.9', '11.9'), pdf = x'00'; ${sql}`,
  );
  file.close();
  await record.reopen();
  const damaged = {
    ok: false,
    error: { code: "unavailable", message: expect.stringContaining("is not what was saved") },
  };
  expect(await sheets["sheets.read"]({ projectId, number: 1 })).toEqual(damaged);
  expect(await sheets["sheets.pdf"]({ projectId, number: 1 })).toEqual(damaged);
});

/**
 * One suite over every transport: what holds for one holds for all. A host's own test calls `contractSuite` with how it carries the
 * contract's questions to handlers.
 */
import { createHash } from "node:crypto";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient, type Transport } from "../../../shared/contract/client.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { methodNames } from "../../../shared/contract/names.ts";
import type { Reply } from "../../../shared/contract/reply.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import { catalogue } from "../catalogue.ts";
import { createPrinter, type Printer } from "../printing/printer.ts";
import { printJob, stubFiles } from "../printing/testing/stub-renderer.ts";
import { createRecord, type HostRecord } from "../record/record.ts";
import { browserHost } from "../services/app.ts";
import { createHandlers } from "../services/handlers.ts";
import { listTemplates } from "../templates.ts";
import { goldenText, snapshotOf } from "./plans.ts";

/** Handlers behind a transport, as some host puts them there. */
export interface AnsweringHost {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

/** Puts handlers behind one way of asking. */
export type StartHost = (handlers: Required<Handlers>) => Promise<AnsweringHost>;

/** The value of a reply that must have one. */
function answerOf<T>(reply: Reply<T>): T {
  if (!reply.ok) throw new Error(`${reply.error.code}: ${reply.error.message}`);
  return reply.value;
}

interface Host extends AnsweringHost {
  readonly client: Client;
  readonly record: HostRecord;
}

export function contractSuite(name: string, answering: StartHost): void {
  describe(`the contract ${name}`, () => {
    const printer = createPrinter({ files: stubFiles });
    const withoutChromium = createPrinter({
      files: stubFiles,
      find: () => Promise.resolve(null),
      detect: () => Promise.resolve(null),
    });
    const dataDirectory = mkdtempSync(join(tmpdir(), "flopsheet-contract-"));
    const asked = new Set<string>();
    let host: Host;
    let client: Client;

    async function start(directory: string, using: Printer = printer): Promise<Host> {
      const record = createRecord({ directory });
      await record.reopen();
      const app = { facts: browserHost, version: "1.2.3", dataDirectory: directory, printer: using };
      const carried = await answering(createHandlers({ ...app, record }));
      const transport: Transport = (request) => {
        asked.add(request.method);
        return carried.transport(request);
      };
      const close = async () => {
        await carried.close();
        await record.close();
      };
      return { transport, close, client: createClient(transport), record };
    }

    beforeAll(async () => {
      host = await start(dataDirectory);
      ({ client } = host);
    });

    afterAll(async () => {
      await host.close();
      await printer.close();
      rmSync(dataDirectory, { recursive: true });
    });

    test("app.info says who answers and what it can do", async () => {
      expect(await client["app.info"]({})).toEqual({
        ok: true,
        value: {
          name: "Flopsheet",
          version: "1.2.3",
          host: "browser",
          dataDirectory,
          capabilities: { pdf: true, pdfReason: null, menu: false },
          versions: { Node: process.versions.node, SQLite: process.versions.sqlite },
        },
      });
    }, 60_000);

    test("templates.list and templates.read", async () => {
      const list = await client["templates.list"]({});
      expect(list).toEqual({ ok: true, value: listTemplates() });
      const read = answerOf(await client["templates.read"]({ id: "scaling-exponents" }));
      expect(read.name).toBe("scaling-exponents.json");
      expect(JSON.parse(read.text)).toMatchObject({ flopsheet: 1 });
      expect(await client["templates.read"]({ id: "nothing" })).toEqual({
        ok: false,
        error: { code: "notFound", message: 'There is no template "nothing".' },
      });
    });

    test("a prepared sheet is taken once, as it was given", async () => {
      const job = printJob("Größe ≤ 3 \u2028");
      const prepared = answerOf(await client["print.prepare"](job));
      expect(await client["print.take"](prepared)).toEqual({ ok: true, value: job });
      expect(await client["print.take"](prepared)).toMatchObject({ ok: false, error: { code: "notFound" } });
      expect(await client["print.pdf"](prepared)).toMatchObject({ ok: false, error: { code: "notFound" } });
    });

    test("print.pdf gives a PDF and uses the job up", async () => {
      const prepared = answerOf(await client["print.prepare"](printJob("Budget")));
      const printed = answerOf(await client["print.pdf"](prepared));
      expect(await pagesOf(printed.base64)).toBe(printed.pages);
      expect(printed.bytes).toBe(Buffer.from(printed.base64, "base64").length);
      expect(await client["print.take"](prepared)).toMatchObject({ error: { code: "notFound" } });
    }, 60_000);

    test("a page that cannot be printed says why", async () => {
      const prepared = answerOf(await client["print.prepare"](printJob("error")));
      expect(await client["print.pdf"](prepared)).toMatchObject({
        ok: false,
        error: { code: "internal", message: expect.stringContaining("Figure 1 could not be drawn.") },
      });
    }, 60_000);

    test("without a Chromium all that needs one says so, and the rest goes on", async () => {
      const directory = mkdtempSync(join(tmpdir(), "flopsheet-contract-"));
      const other = await start(directory, withoutChromium);
      expect(await other.client["app.info"]({})).toMatchObject({
        value: { capabilities: { pdf: false, pdfReason: expect.stringContaining("CHROMIUM_PATH") } },
      });
      const prepared = answerOf(await other.client["print.prepare"](printJob("Budget")));
      expect(await other.client["print.pdf"](prepared)).toMatchObject({
        ok: false,
        error: { code: "unavailable", message: expect.stringContaining("CHROMIUM_PATH") },
      });
      expect(await other.client["print.take"](prepared)).toMatchObject({ ok: true });

      const projectId = crypto.randomUUID();
      await other.client["projects.create"]({ id: projectId, snapshot: snapshotOf(goldenText) });
      const saving = { ...printJob("Budget"), figures: null, projectId, revision: 1, id: crypto.randomUUID() };
      expect(await other.client["sheets.save"](saving)).toMatchObject({
        value: { number: 1, pdfBytes: null, pdfReason: expect.stringContaining("CHROMIUM_PATH") },
      });
      expect(await other.client["sheets.pdf"]({ projectId, number: 1 })).toMatchObject({
        error: { code: "notFound", message: expect.stringContaining("CHROMIUM_PATH") },
      });
      await other.close();
      rmSync(directory, { recursive: true });
    });

    test("a project from its first revision to its deletion and back", async () => {
      const id = crypto.randomUUID();
      const first = snapshotOf("a: 1\r\n\tß 👍\0", { uses: [{ kind: "quote", id: crypto.randomUUID() }] });
      const created = answerOf(await client["projects.create"]({ id, snapshot: first }));
      const { title, funder, figures, faults } = first;
      const instant = expect.stringMatching(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
      expect(created).toEqual({
        ...{ id, title, funder, figures, faults, revision: 1, experiments: ["Gamma", "β sweep"] },
        ...{ createdAt: instant, changedAt: instant, deletedAt: null },
      });
      expect(await client["projects.create"]({ id, snapshot: first })).toEqual({ ok: true, value: created });
      expect(await client["projects.create"]({ id, snapshot: snapshotOf("other") })).toMatchObject({
        error: { code: "conflict" },
      });

      const second = snapshotOf("a: 2", { figures: null, faults: 3, funder: null, title: "Narrower", parts: [] });
      const saved = answerOf(await client["projects.save"]({ id, baseRevision: 1, snapshot: second }));
      expect(saved).toMatchObject({ revision: 2, title: "Narrower", figures: null, faults: 3, experiments: [] });
      expect(answerOf(await client["projects.save"]({ id, baseRevision: 1, snapshot: second })).revision).toBe(2);
      expect(await client["projects.save"]({ id, baseRevision: 1, snapshot: first })).toMatchObject({
        error: { code: "conflict", message: "This project has revision 2 by now; yours builds on 1." },
      });

      const revisionRow = { label: null, savedAt: instant, change: first.change };
      expect(answerOf(await client["projects.revisions"]({ id })).revisions).toEqual([
        { number: 2, ...revisionRow, figures: null, faults: 3, bytes: 4 },
        { number: 1, ...revisionRow, figures, faults, bytes: 15 },
      ]);
      const label = answerOf(await client["projects.label"]({ id, revision: 1, label: " as submitted " }));
      expect(label).toMatchObject({ number: 1, label: "as submitted" });
      expect(answerOf(await client["projects.read"]({ id, revision: 1 }))).toEqual({
        project: saved,
        revision: { ...label, name: first.name, text: first.text, parts: first.parts },
      });
      expect(answerOf(await client["projects.read"]({ id })).revision.text).toBe("a: 2");
      expect(await client["projects.label"]({ id, revision: 3, label: null })).toMatchObject({
        error: { code: "notFound" },
      });

      const ids = async (deleted: boolean) =>
        answerOf(await client["projects.list"]({ deleted })).projects.map((project) => project.id);
      expect(await ids(false)).toContain(id);
      expect(answerOf(await client["projects.delete"]({ id })).deletedAt).not.toBeNull();
      expect(await ids(false)).not.toContain(id);
      expect(await ids(true)).toContain(id);
      expect(await client["projects.save"]({ id, baseRevision: 2, snapshot: first })).toMatchObject({
        error: { code: "conflict", message: "This project was deleted meanwhile." },
      });
      expect(await client["projects.restore"]({ id })).toEqual({ ok: true, value: saved });
      expect(await ids(false)).toContain(id);
    });

    test("a row of the library, and where it is used", async () => {
      const id = crypto.randomUUID();
      const quote = (price: number) => ({ kind: "quote" as const, value: { title: "Hired", price, currency: "USD" } });
      const made = answerOf(await client["library.save"]({ id, baseRevision: null, content: quote(3) }));
      expect(made).toMatchObject({ id, content: quote(3), revision: 1, deletedAt: null, usedIn: [] });
      const changed = answerOf(await client["library.save"]({ id, baseRevision: 1, content: quote(2.85) }));
      expect(changed).toMatchObject({ revision: 2, content: quote(2.85) });
      expect(await client["library.save"]({ id, baseRevision: 1, content: quote(2.85) })).toMatchObject({
        value: { revision: 2 },
      });
      expect(await client["library.save"]({ id, baseRevision: 1, content: quote(9) })).toMatchObject({
        error: { code: "conflict" },
      });

      const project = crypto.randomUUID();
      const uses = [{ kind: "quote" as const, id }];
      await client["projects.create"]({ id: project, snapshot: snapshotOf("a", { uses }) });
      const usedIn = [{ id: project, title: "Wider is better" }];
      expect(answerOf(await client["library.list"]({ kind: "quote" })).rows).toEqual([{ ...changed, usedIn }]);
      await client["projects.save"]({ id: project, baseRevision: 1, snapshot: snapshotOf("b") });
      expect(answerOf(await client["library.list"]({ kind: "quote" })).rows).toEqual([changed]);
      expect(answerOf(await client["library.list"]({ kind: "cluster" })).rows).toEqual([]);

      const deleted = answerOf(await client["library.delete"]({ kind: "quote", id }));
      expect(deleted.deletedAt).not.toBeNull();
      expect(answerOf(await client["library.list"]({ kind: "quote" })).rows).toEqual([]);
      expect(await client["library.restore"]({ kind: "quote", id })).toEqual({ ok: true, value: changed });
      expect(await client["library.restore"]({ kind: "cluster", id })).toMatchObject({ error: { code: "notFound" } });
    });

    test("many rows of the library at once, or none of them", async () => {
      const ids = [1, 2, 3].map(() => crypto.randomUUID());
      const content = (title: string) => ({ kind: "quote" as const, value: { title, price: 3, currency: "EUR" } });
      const made = answerOf(
        await client["library.saveMany"]({
          rows: ids.map((id, index) => ({ id, baseRevision: null, content: content(`Row ${index}`) })),
        }),
      );
      expect(made.rows.map(({ id, revision }) => [id, revision])).toEqual(ids.map((id) => [id, 1]));
      const [first = "", second = "", third = ""] = ids;
      const refused = await client["library.saveMany"]({
        rows: [
          { id: first, baseRevision: 1, content: content("Changed") },
          { id: second, baseRevision: 7, content: content("Late") },
        ],
      });
      expect(refused).toMatchObject({
        error: { code: "conflict", message: "“Late”: This row was changed meanwhile. Nothing was saved." },
      });
      const listed = async () => {
        const { rows } = answerOf(await client["library.list"]({ kind: "quote" }));
        return rows.map(({ id }) => id).filter((id) => ids.some((made) => made === id));
      };
      expect(answerOf(await client["library.list"]({ kind: "quote" })).rows.find(({ id }) => id === first)).toEqual(
        made.rows[0],
      );
      const gone = answerOf(await client["library.deleteMany"]({ kind: "quote", ids: [first, third] }));
      expect(gone.rows.every(({ deletedAt }) => deletedAt !== null)).toBe(true);
      expect(await listed()).toEqual([second]);
      const back = answerOf(await client["library.restoreMany"]({ kind: "quote", ids: [first, third] }));
      expect(back.rows).toEqual([made.rows[0], made.rows[2]]);
      expect(await client["library.deleteMany"]({ kind: "quote", ids: [first, crypto.randomUUID()] })).toMatchObject({
        error: { code: "notFound" },
      });
      expect((await listed()).sort()).toEqual([...ids].sort());
      expect(await client["library.saveMany"]({ rows: [] })).toEqual({ ok: true, value: { rows: [] } });
      expect(
        await client["library.saveMany"]({
          rows: [
            { id: crypto.randomUUID(), baseRevision: null, content: content("A") },
            { id: crypto.randomUUID(), baseRevision: null, content: { kind: "cluster", value: { cards: 8 } } },
          ],
        }),
      ).toMatchObject({ error: { code: "invalidInput", message: "Rows that are saved together are of one kind." } });
      await client["library.deleteMany"]({ kind: "quote", ids });
    });

    test("a file beside a quote, as long as something names it", async () => {
      const bytes = Buffer.alloc(100_000, "Größe ≤ 3 \0");
      const base64 = bytes.toString("base64");
      const sha256 = createHash("sha256").update(bytes).digest("hex");
      const attachment = { name: "offer.pdf", sha256, bytes: bytes.length };
      expect(await client["library.attachment"]({ sha256 })).toMatchObject({ error: { code: "notFound" } });
      expect(await client["library.attach"]({ sha256: "0".repeat(64), base64 })).toMatchObject({
        error: { code: "invalidInput", message: "The file came over damaged: its SHA-256 is another one." },
      });
      for (const _ of [1, 2]) {
        expect(await client["library.attach"]({ sha256, base64 })).toEqual({
          ok: true,
          value: { sha256, bytes: bytes.length },
        });
      }
      const content = (file?: typeof attachment) => ({
        kind: "quote" as const,
        value: { title: "With file", price: 3, currency: "USD", ...(file === undefined ? {} : { attachment: file }) },
      });
      const [id, other] = [crypto.randomUUID(), crypto.randomUUID()];
      await client["library.save"]({ id, baseRevision: null, content: content(attachment) });
      await client["library.save"]({ id: other, baseRevision: null, content: content(attachment) });
      await client["library.save"]({ id, baseRevision: 1, content: content() });
      expect(answerOf(await client["library.attachment"]({ sha256 })).base64 === base64).toBe(true);
      await client["library.saveMany"]({ rows: [{ id: other, baseRevision: 1, content: content() }] });
      expect(await client["library.attachment"]({ sha256 })).toMatchObject({ error: { code: "notFound" } });
      expect(await client["library.attach"]({ sha256, base64: "" })).toMatchObject({
        error: { code: "invalidInput", message: "The file is empty." },
      });
      await client["library.deleteMany"]({ kind: "quote", ids: [id, other] });
    });

    test("the largest file beside a quote, and one byte more", async () => {
      const directory = mkdtempSync(join(tmpdir(), "flopsheet-contract-"));
      const other = await start(directory);
      const attach = (bytes: Buffer) =>
        other.client["library.attach"]({
          sha256: createHash("sha256").update(bytes).digest("hex"),
          base64: bytes.toString("base64"),
        });
      const largest = Buffer.alloc(10_000_000, "offer");
      const { sha256 } = answerOf(await attach(largest));
      const { base64 } = answerOf(await other.client["library.attachment"]({ sha256 }));
      expect(Buffer.compare(Buffer.from(base64, "base64"), largest)).toBe(0);
      expect(await attach(Buffer.alloc(10_000_001))).toMatchObject({ error: { code: "tooLarge" } });
      await other.close();
      rmSync(directory, { recursive: true });
    }, 60_000);

    test("an import of quotes is in the library when it is committed, and only then", async () => {
      const list = async () => answerOf(await client["library.list"]({ kind: "quote" })).rows.map(({ id }) => id);
      const before = await list();
      const kept = crypto.randomUUID();
      const value = (title: string) => ({ title, price: 2, currency: "USD" });
      const content = { kind: "quote" as const, value: value("Kept") };
      await client["library.save"]({ id: kept, baseRevision: null, content });
      const made = [1, 2].map(() => crypto.randomUUID());
      const id = crypto.randomUUID();
      await client["import.begin"]({ import: id, kind: "quotes" });
      const rows = (quotes: { id: string; baseRevision: number | null; value: ReturnType<typeof value> }[]) => ({
        rows: { quotes },
      });
      await client["import.rows"]({
        import: id,
        part: 0,
        ...rows(made.map((one) => ({ id: one, baseRevision: null, value: value(one) }))),
      });
      await client["import.rows"]({
        import: id,
        part: 1,
        ...rows([{ id: kept, baseRevision: 1, value: value("Cheaper") }]),
      });
      const projects = [{ id: crypto.randomUUID(), snapshot: snapshotOf("a") }];
      expect(await client["import.rows"]({ import: id, part: 2, rows: { projects } })).toMatchObject({
        error: { code: "invalidInput", message: "This is an import of quotes, and takes no projects." },
      });
      expect(await list()).toEqual([kept, ...before]);
      for (const _ of [1, 2]) {
        expect(await client["import.commit"]({ import: id })).toEqual({ ok: true, value: { projects: 0, quotes: 3 } });
      }
      expect((await list()).sort()).toEqual([kept, ...made, ...before].sort());
      const { rows: all } = answerOf(await client["library.list"]({ kind: "quote" }));
      expect(all.find((row) => row.id === kept)).toMatchObject({ revision: 2, content: { value: value("Cheaper") } });

      const late = crypto.randomUUID();
      const another = crypto.randomUUID();
      await client["import.begin"]({ import: late, kind: "quotes" });
      await client["import.rows"]({
        import: late,
        part: 0,
        ...rows([
          { id: another, baseRevision: null, value: value("New") },
          { id: kept, baseRevision: 1, value: value("Late") },
        ]),
      });
      expect(await client["import.commit"]({ import: late })).toMatchObject({ error: { code: "conflict" } });
      expect(await list()).not.toContain(another);
      await client["import.abort"]({ import: late });

      const many = crypto.randomUUID();
      const fresh = Array.from({ length: 5 }, () => crypto.randomUUID());
      await client["import.begin"]({ import: many, kind: "quotes" });
      for (const [part, titles] of [fresh.slice(0, 3), fresh.slice(3)].entries()) {
        const quotes = titles.map((one) => ({ id: one, baseRevision: null, value: value(`“${one}”, größer`) }));
        await client["import.rows"]({ import: many, part, ...rows(quotes) });
      }
      expect(await client["import.commit"]({ import: many })).toEqual({ ok: true, value: { projects: 0, quotes: 5 } });
      const { rows: stored } = answerOf(await client["library.list"]({ kind: "quote" }));
      expect(fresh.map((one) => stored.find((row) => row.id === one))).toEqual(
        fresh.map((one) =>
          expect.objectContaining({
            ...{ id: one, revision: 1, deletedAt: null, usedIn: [] },
            content: { kind: "quote", value: value(`“${one}”, größer`) },
          }),
        ),
      );
      // The same row twice is one that is there already when it comes again.
      const twice = crypto.randomUUID();
      const repeated = { id: crypto.randomUUID(), baseRevision: null };
      await client["import.begin"]({ import: twice, kind: "quotes" });
      const [one, other] = ["One", "Other"].map((title) => ({ ...repeated, value: value(title) }));
      if (one !== undefined && other !== undefined) {
        await client["import.rows"]({ import: twice, part: 0, ...rows([one, other]) });
      }
      expect(await client["import.commit"]({ import: twice })).toMatchObject({ error: { code: "conflict" } });
      expect(await list()).not.toContain(repeated.id);
      await client["import.abort"]({ import: twice });
      await client["library.deleteMany"]({ kind: "quote", ids: fresh });
      await client["library.deleteMany"]({ kind: "quote", ids: [kept, ...made] });
    });

    test("a saved sheet, its foot, its PDF", async () => {
      const projectId = crypto.randomUUID();
      await client["projects.create"]({ id: projectId, snapshot: snapshotOf(goldenText) });
      const { figures } = snapshotOf("");
      const { sheet, ...how } = printJob("Größe 3");
      const foot = "Plan “x”. Flopsheet 1.2.3.";
      const saving = {
        ...how,
        ...{ id: crypto.randomUUID(), projectId, revision: 1, figures },
        sheet: { ...sheet, foot: `${foot} Fingerprint SHA-256 0123 4567 89ab cdef` },
      };
      const row = answerOf(await client["sheets.save"](saving));
      expect(row).toMatchObject({ number: 1, revision: 1, title: "Größe 3", figures, paper: "a4", pdfReason: null });
      expect(await client["sheets.save"](saving)).toEqual({ ok: true, value: row });
      const again = answerOf(await client["sheets.save"]({ ...saving, id: crypto.randomUUID() }));
      expect(again).toMatchObject({ number: 2, fingerprint: row.fingerprint });
      expect(answerOf(await client["sheets.list"]({ projectId })).sheets).toEqual([again, row]);

      const goldenPlan = readPlan(goldenText, catalogue);
      if (!goldenPlan.ok) throw new Error("the golden plan has faults");
      const groups = (row.fingerprint.slice(0, 16).match(/.{4}/g) ?? []).join(" ");
      expect(answerOf(await client["sheets.read"]({ projectId, number: 1 }))).toEqual({
        row,
        sheet: { ...sheet, foot: `Sheet 1. ${foot} Fingerprint SHA-256 ${groups}` },
        resolved: goldenPlan.value.resolved,
      });
      const pdf = answerOf(await client["sheets.pdf"]({ projectId, number: 1 }));
      expect(pdf.name).toBe("gro-e-3-sheet-1.pdf");
      expect(await pagesOf(pdf.base64)).toBe(3);
      for (const method of ["sheets.read", "sheets.pdf"] as const) {
        expect(await client[method]({ projectId, number: 3 })).toMatchObject({ error: { code: "notFound" } });
      }
    }, 60_000);

    test("settings are the defaults until they are changed, one by one", async () => {
      const defaults = {
        paper: null,
        currency: "USD",
        operations: "flop",
        time: "fitting",
        staleAfterDays: 90,
        theme: "system",
        quoteCards: {},
      };
      expect(await client["settings.read"]({})).toEqual({ ok: true, value: defaults });
      await client["settings.write"]({ theme: "dark" });
      const value = { ...defaults, theme: "dark", paper: "letter" };
      expect(await client["settings.write"]({ paper: "letter" })).toEqual({ ok: true, value });
      expect(await client["settings.read"]({})).toEqual({ ok: true, value });
    });

    test("an import of projects is seen when it is committed, and only then", async () => {
      const list = async () => answerOf(await client["projects.list"]({ deleted: false })).projects.map(({ id }) => id);
      const before = await list();
      const projects = ["a", "b", "c"].map((text) => ({ id: crypto.randomUUID(), snapshot: snapshotOf(text) }));
      const id = crypto.randomUUID();
      const part = (number: number) => ({
        import: id,
        part: number,
        rows: { projects: projects.slice(number, number + 1) },
      });
      expect(await client["import.rows"](part(0))).toMatchObject({ error: { code: "notFound" } });
      for (const _ of [1, 2])
        expect(await client["import.begin"]({ import: id, kind: "projects" })).toMatchObject({ ok: true });
      for (const number of [2, 0, 0]) expect(await client["import.rows"](part(number))).toMatchObject({ ok: true });
      expect(await client["import.rows"]({ ...part(1), part: 0 })).toMatchObject({ error: { code: "conflict" } });
      expect(await client["import.commit"]({ import: id })).toMatchObject({
        error: { code: "conflict", message: "Part 1 of this import has not come." },
      });
      await client["import.rows"](part(1));
      expect(await list()).toEqual(before);
      for (const _ of [1, 2]) {
        expect(await client["import.commit"]({ import: id })).toEqual({ ok: true, value: { projects: 3 } });
        expect(await list()).toHaveLength(before.length + 3);
      }

      const given = crypto.randomUUID();
      await client["import.begin"]({ import: given, kind: "projects" });
      await client["import.abort"]({ import: given });
      expect(await client["import.commit"]({ import: given })).toMatchObject({ error: { code: "notFound" } });
    });

    test("the record is told of, backed up, exported, imported, restored", async () => {
      const info = answerOf(await client["record.info"]({}));
      expect(info).toMatchObject({ directory: dataDirectory, closed: null, sqlite: process.versions.sqlite });
      expect(info.bytes).toBeGreaterThan(1_000);
      const backup = answerOf(await client["record.backup"]({}));
      expect(backup).toMatchObject({ reason: "asked", schema: info.schema });

      const exported = crypto.randomUUID();
      const part = answerOf(await client["record.export"]({ export: exported, part: 0 }));
      expect(part).toMatchObject({
        name: expect.stringMatching(/^flopsheet-record-\d{4}-\d\d-\d\d\.sqlite$/),
        parts: 1,
      });
      const bytes = Buffer.from(part.base64, "base64");
      expect(bytes.length).toBe(part.bytes);
      expect(await client["record.export"]({ export: exported, part: 0 })).toEqual({ ok: true, value: part });
      expect(await client["record.export"]({ export: exported, part: 1 })).toMatchObject({
        error: { code: "notFound" },
      });

      const later = crypto.randomUUID();
      await client["projects.create"]({ id: later, snapshot: snapshotOf("made after the export") });
      const id = crypto.randomUUID();
      await client["import.begin"]({ import: id, kind: "record" });
      const half = Math.floor(bytes.length / 2);
      const rows = (from: number, to?: number) => ({ base64: bytes.subarray(from, to).toString("base64") });
      await client["import.rows"]({ import: id, part: 1, rows: rows(half) });
      await client["import.rows"]({ import: id, part: 0, rows: rows(0, half) });
      for (const _ of [1, 2]) {
        expect(await client["import.commit"]({ import: id })).toEqual({ ok: true, value: { projects: info.projects } });
      }
      expect(await client["projects.read"]({ id: later })).toMatchObject({ error: { code: "notFound" } });

      const { backups } = answerOf(await client["record.info"]({}));
      const before = backups.find(({ reason }) => reason === "before-import");
      const restored = answerOf(await client["record.restore"]({ backup: before?.id ?? "" }));
      expect(restored).toMatchObject({ closed: null, projects: info.projects + 1 });
      expect(await client["projects.read"]({ id: later })).toMatchObject({ ok: true });
      expect(await client["record.restore"]({ backup: "record-of-nobody" })).toMatchObject({
        error: { code: "notFound" },
      });
      expect(await client["record.startAnew"]({})).toMatchObject({ error: { code: "conflict" } });
      expect(await client["record.reopen"]({})).toMatchObject({ value: { closed: null } });
    });

    test("what is no record is not imported, and nothing is touched", async () => {
      const before = answerOf(await client["record.info"]({}));
      for (const bytes of [Buffer.from("no database"), Buffer.alloc(0)]) {
        const id = crypto.randomUUID();
        await client["import.begin"]({ import: id, kind: "record" });
        await client["import.rows"]({ import: id, part: 0, rows: { base64: bytes.toString("base64") } });
        expect(await client["import.commit"]({ import: id })).toMatchObject({ error: { code: "invalidInput" } });
      }
      expect(answerOf(await client["record.info"]({}))).toEqual(before);
    });

    test("while the record is closed its methods say so, and all others go on", async () => {
      const directory = mkdtempSync(join(tmpdir(), "flopsheet-contract-"));
      const other = await start(directory);
      await other.record.close();
      const closed = { ok: false, error: { code: "closed", message: "Flopsheet is ending." } };
      const id = crypto.randomUUID();
      expect(await other.client["projects.list"]({ deleted: false })).toEqual(closed);
      expect(await other.client["projects.create"]({ id, snapshot: snapshotOf("a") })).toEqual(closed);
      expect(await other.client["library.list"]({ kind: "quote" })).toEqual(closed);
      expect(await other.client["settings.read"]({})).toEqual(closed);
      expect(await other.client["sheets.list"]({ projectId: id })).toEqual(closed);
      expect(await other.client["record.backup"]({})).toEqual(closed);
      expect(await other.client["record.export"]({ export: id, part: 0 })).toEqual(closed);
      expect(await other.client["import.begin"]({ import: id, kind: "projects" })).toEqual(closed);
      expect(await other.client["import.begin"]({ import: id, kind: "record" })).toEqual(closed);
      expect(await other.client["record.info"]({})).toMatchObject({ value: { closed: { why: "failed" } } });
      expect(await other.client["templates.list"]({})).toMatchObject({ ok: true });
      expect(await other.client["print.prepare"](printJob("a"))).toMatchObject({ ok: true });
      expect(await other.client["record.reopen"]({})).toMatchObject({ value: { closed: null } });
      expect(await other.client["projects.list"]({ deleted: false })).toMatchObject({ ok: true });
      await other.close();
      rmSync(directory, { recursive: true });
    });

    const someId = "01234567-89ab-4cde-8f01-23456789abcd";

    test.each([
      ["templates.read", "id", { id: "../catalog/grids" }],
      ["templates.read", "id", {}],
      ["print.take", "job", { job: "short" }],
      ["print.prepare", "paper", { ...printJob("a"), paper: "a3" }],
      ["print.prepare", "locale", { ...printJob("a"), locale: "<script>" }],
      ["print.prepare", "sheet.version", { ...printJob("a"), sheet: { ...printJob("a").sheet, version: 2 } }],
      ["app.info", "", { more: 1 }],
      ["projects.create", "id", { id: "1", snapshot: snapshotOf("a") }],
      ["projects.create", "snapshot.name", { id: someId, snapshot: { ...snapshotOf("a"), name: "../a" } }],
      ["projects.create", "snapshot.text", { id: someId, snapshot: snapshotOf("half: \ud800") }],
      ["projects.save", "baseRevision", { id: someId, baseRevision: 0, snapshot: snapshotOf("a") }],
      [
        "library.save",
        "content.value.title",
        { id: someId, baseRevision: null, content: { kind: "quote", value: {} } },
      ],
      ["record.restore", "backup", { backup: "../../etc/passwd" }],
      ["settings.write", "currency", { currency: "dollars" }],
      ["settings.write", "staleAfterDays", { staleAfterDays: 0 }],
      ["settings.write", "quoteCards.H100", { quoteCards: { H100: 100 } }],
      ["library.attach", "sha256", { sha256: "abc", base64: "" }],
      ["library.deleteMany", "ids[0]", { kind: "quote", ids: ["1"] }],
      ["import.rows", "part", { import: someId, part: -1, rows: { base64: "" } }],
    ] as const)("%s says that %s is wrong", async (method, path, input) => {
      expect(await host.transport({ method, input })).toMatchObject({
        ok: false,
        error: { code: "invalidInput", path },
      });
    });

    test("what JSON cannot carry is lost on the way, on every transport", async () => {
      const job = printJob("a");
      const value = { text: [], value: Number.NaN, exact: null, figure: null };
      const headline = [{ id: "cost" as const, title: [], value, unit: "", remark: [], range: null }];
      const prepared = answerOf(await client["print.prepare"]({ ...job, sheet: { ...job.sheet, headline } }));
      const taken = answerOf(await client["print.take"](prepared));
      expect(taken.sheet.headline[0]?.value.value).toBeNull();
    });

    test("no method was left out", () => {
      expect([...asked].sort()).toEqual([...methodNames].sort());
    });
  });
}

async function pagesOf(base64: string): Promise<number> {
  const document = await getDocument({ data: new Uint8Array(Buffer.from(base64, "base64")) }).promise;
  const { numPages } = document;
  await document.loadingTask.destroy();
  return numPages;
}

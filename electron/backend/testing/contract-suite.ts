import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient, type Transport } from "../../../shared/contract/client.ts";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { createPrinter, type Printer } from "../printing/printer.ts";
import { printJob, stubFiles } from "../printing/testing/stub-renderer.ts";
import { browserHost, createHandlers } from "../services/handlers.ts";
import { listTemplates } from "../templates.ts";

const dataDirectory = "/home/ada/.local/share/flopsheet";

/** Handlers behind a transport, as some host puts them there. */
export interface AnsweringHost {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

/** Puts handlers behind one way of asking. */
export type StartHost = (handlers: Handlers) => Promise<AnsweringHost>;

/** One suite over every transport: what holds for one holds for all. */
export function contractSuite(name: string, answering: StartHost): void {
  describe(`the contract ${name}`, () => {
    const start = (printer: Printer) =>
      answering(createHandlers({ facts: browserHost, version: "1.2.3", dataDirectory, printer }));
    const printer = createPrinter({ files: stubFiles });
    let host: AnsweringHost;
    let client: Client;

    beforeAll(async () => {
      host = await start(printer);
      client = createClient(host.transport);
    });

    afterAll(async () => {
      await host.close();
      await printer.close();
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
          versions: { Node: process.versions.node },
        },
      });
    }, 60_000);

    test("app.info says why there is no PDF", async () => {
      const without = createPrinter({ files: stubFiles, detect: () => Promise.resolve(null) });
      const other = await start(without);
      expect(await createClient(other.transport)["app.info"]({})).toMatchObject({
        value: { capabilities: { pdf: false, pdfReason: expect.stringContaining("CHROMIUM_PATH") } },
      });
      await other.close();
    });

    test("templates.list and templates.read", async () => {
      const list = await client["templates.list"]({});
      expect(list).toEqual({ ok: true, value: listTemplates() });
      const read = await client["templates.read"]({ id: "scaling-exponents" });
      if (!read.ok) throw new Error(read.error.message);
      expect(read.value.name).toBe("scaling-exponents.json");
      expect(JSON.parse(read.value.text)).toMatchObject({ flopsheet: 1 });
      expect(await client["templates.read"]({ id: "nothing" })).toEqual({
        ok: false,
        error: { code: "notFound", message: 'There is no template "nothing".' },
      });
    });

    test("a prepared sheet is taken once, as it was given", async () => {
      const job = printJob("Größe ≤ 3 \u2028");
      const prepared = await client["print.prepare"](job);
      if (!prepared.ok) throw new Error(prepared.error.message);
      expect(await client["print.take"](prepared.value)).toEqual({ ok: true, value: job });
      expect(await client["print.take"](prepared.value)).toMatchObject({ ok: false, error: { code: "notFound" } });
      expect(await client["print.pdf"](prepared.value)).toMatchObject({ ok: false, error: { code: "notFound" } });
    });

    test("print.pdf gives a PDF and uses the job up", async () => {
      const prepared = await client["print.prepare"](printJob("Budget"));
      if (!prepared.ok) throw new Error(prepared.error.message);
      const printed = await client["print.pdf"](prepared.value);
      if (!printed.ok) throw new Error(printed.error.message);
      const data = new Uint8Array(Buffer.from(printed.value.base64, "base64"));
      expect(printed.value.bytes).toBe(data.length);
      const document = await getDocument({ data }).promise;
      expect(document.numPages).toBe(printed.value.pages);
      await document.loadingTask.destroy();
      expect(await client["print.take"](prepared.value)).toMatchObject({ error: { code: "notFound" } });
    }, 60_000);

    test("a page that cannot be printed says why", async () => {
      const prepared = await client["print.prepare"](printJob("error"));
      if (!prepared.ok) throw new Error(prepared.error.message);
      expect(await client["print.pdf"](prepared.value)).toMatchObject({
        ok: false,
        error: { code: "internal", message: expect.stringContaining("Figure 1 could not be drawn.") },
      });
    }, 60_000);

    test("without a Chromium print.pdf names CHROMIUM_PATH and leaves the job for the print dialog", async () => {
      const without = createPrinter({ files: stubFiles, detect: () => Promise.resolve(null) });
      const other = await start(without);
      const otherClient = createClient(other.transport);
      const prepared = await otherClient["print.prepare"](printJob("Budget"));
      if (!prepared.ok) throw new Error(prepared.error.message);
      expect(await otherClient["print.pdf"](prepared.value)).toMatchObject({
        ok: false,
        error: { code: "unavailable", message: expect.stringContaining("CHROMIUM_PATH") },
      });
      expect(await otherClient["print.take"](prepared.value)).toMatchObject({ ok: true });
      await other.close();
    });

    test.each([
      ["templates.read", { id: "../catalog/grids" }, "id"],
      ["templates.read", {}, "id"],
      ["print.take", { job: "short" }, "job"],
      ["print.prepare", { ...printJob("a"), paper: "a3" }, "paper"],
      ["print.prepare", { ...printJob("a"), locale: "<script>" }, "locale"],
      ["print.prepare", { ...printJob("a"), sheet: { ...printJob("a").sheet, version: 2 } }, "sheet.version"],
      ["app.info", { more: 1 }, ""],
    ] as const)("%s refuses %j and says where", async (method, input, path) => {
      expect(await host.transport({ method, input })).toMatchObject({
        ok: false,
        error: { code: "invalidInput", path },
      });
    });

    test("what JSON cannot carry is lost on the way, on every transport", async () => {
      const job = printJob("a");
      const value = { text: [], value: Number.NaN, exact: null, figure: null };
      const headline = [{ id: "cost" as const, title: [], value, unit: "", remark: [], range: null }];
      const prepared = await client["print.prepare"]({ ...job, sheet: { ...job.sheet, headline } });
      if (!prepared.ok) throw new Error(prepared.error.message);
      const taken = await client["print.take"](prepared.value);
      expect(taken.ok && taken.value.sheet.headline[0]?.value.value).toBeNull();
    });
  });
}

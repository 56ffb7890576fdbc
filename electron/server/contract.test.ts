import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Client, createClient, type Transport } from "../../shared/contract/client.ts";
import { httpTransport, inMemoryTransport } from "../../shared/contract/transports.ts";
import { sessionCookieName } from "../backend/http/guards/session.ts";
import { type LoopbackServer, startLoopbackServer } from "../backend/http/loopback-server.ts";
import { createPrinter, type Printer } from "../backend/printing/printer.ts";
import { printJob, stubFiles } from "../backend/printing/testing/stub-renderer.ts";
import { createHandlers } from "../backend/services/handlers.ts";
import { listTemplates } from "../backend/templates.ts";

const dataDirectory = "/home/ada/.local/share/flopsheet";

interface Host {
  readonly transport: Transport;
  readonly close: () => Promise<void>;
}

/** One suite over every transport: what holds for one holds for all. */
const hosts: readonly [string, (printer: Printer) => Promise<Host>][] = [
  [
    "in memory",
    async (printer) => {
      const transport = inMemoryTransport(createHandlers({ version: "1.2.3", dataDirectory, printer }));
      return { transport, close: () => Promise.resolve() };
    },
  ],
  [
    "over HTTP",
    async (printer) => {
      const handlers = createHandlers({ version: "1.2.3", dataDirectory, printer });
      const onDefect = (defect: unknown) => expect.unreachable(String(defect));
      const server = await startLoopbackServer(0, () => ({ files: new Map(), handlers, session: "s", onDefect }));
      return { transport: httpTransport((path, body) => post(server, path, body)), close: server.close };
    },
  ],
];

async function post({ origin, port }: LoopbackServer, path: string, body: string): Promise<string> {
  const headers = { origin, "content-type": "application/json", cookie: `${sessionCookieName(port)}=s` };
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body });
  return answer.text();
}

describe.each(hosts)("the contract %s", (_, start) => {
  const printer = createPrinter({ files: stubFiles });
  let host: Host;
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
    expect(await host.transport({ method, input })).toMatchObject({ ok: false, error: { code: "invalidInput", path } });
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

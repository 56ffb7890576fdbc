import { chmodSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Chromium, findChromium } from "./chromium.ts";
import { ChromiumError } from "./chromium-error.ts";
import { createPrinter, type Printer, type PrinterOptions } from "./printer.ts";
import { stubFiles as files, printJob as job } from "./testing/stub-renderer.ts";

let folder: string;
let printer: Printer;
let chromium: Chromium | null;

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-printer-"));
  chromium = await findChromium();
  printer = createPrinter({ files });
}, 60_000);

afterAll(async () => {
  await printer.close();
  rmSync(folder, { recursive: true });
});

/** A printer of its own, closed when the test is over. */
async function withPrinter<T>(options: Partial<PrinterOptions>, use: (own: Printer) => Promise<T>): Promise<T> {
  const own = createPrinter({ files, ...options });
  try {
    return await use(own);
  } finally {
    await own.close();
  }
}

test("a sheet becomes a tagged PDF with its title, language, outline and pages, at the page's own size", async () => {
  const result = await printer.print(job("Scaling ≤ 3"));
  if (!result.ok) throw new Error(result.error.message);
  expect(result.value.pages).toBe(3);
  const document = await getDocument({ data: new Uint8Array(result.value.pdf) }).promise;
  try {
    expect(document.numPages).toBe(3);
    const { info } = await document.getMetadata();
    expect(info).toMatchObject({ Title: "Scaling ≤ 3", Language: "en" });
    expect((await document.getOutline())?.map(({ title }) => title)).toEqual(["One"]);
    const first = await document.getPage(1);
    expect(first.view.map(Math.round)).toEqual([0, 0, 420, 595]);
    expect(JSON.stringify(await first.getStructTree())).toContain('"role":"H1"');
    const third = await (await document.getPage(3)).getTextContent();
    expect(third.items.map((item) => ("str" in item ? item.str : ""))).toContain("Three");
  } finally {
    await document.loadingTask.destroy();
  }
}, 30_000);

test.each([
  ["error", "failed", "The sheet could not be printed. Figure 1 could not be drawn. A chart has no canvas."],
  ["throws", "failed", "The sheet could not be printed. width of undefined."],
])("a page that says %j tells why", async (title, code, message) => {
  expect(await printer.print(job(title))).toEqual({ ok: false, error: { code, message } });
});

test("a page reaches nothing but its own server", async () => {
  const result = await printer.print(job("foreign"));
  expect(result).toMatchObject({ ok: false, error: { message: expect.stringContaining("Content Security Policy") } });
});

test("a page can take its sheet once", async () => {
  expect(await printer.print(job("twice"))).toMatchObject({ ok: true });
});

test("what the page never finishes is given up, and the next sheet is printed all the same", async () => {
  await withPrinter({ timeoutMs: 3_000 }, async (own) => {
    expect(await own.print(job("never"))).toEqual({
      ok: false,
      error: { code: "timeout", message: "The sheet could not be printed. It was not ready after 3 s." },
    });
    expect(await own.print(job("next"))).toMatchObject({ ok: true });
  });
}, 30_000);

test.runIf(process.platform !== "win32")(
  "one browser prints sheets at once and one after another, and ends when idle",
  async () => {
    const starts = join(folder, "starts");
    const counting = join(folder, "counting");
    writeFileSync(counting, `#!/bin/sh\necho start >> '${starts}'\nexec '${chromium?.path}' "$@"\n`);
    chmodSync(counting, 0o755);
    const find = () => Promise.resolve(chromium && { ...chromium, path: counting });
    const started = () => readFileSync(starts, "utf8").trim().split("\n").length;
    await withPrinter({ find, idleMs: 100 }, async (own) => {
      const both = await Promise.all([own.print(job("a")), own.print(job("b"))]);
      const third = await own.print(job("c"));
      expect([...both, third].map(({ ok }) => ok)).toEqual([true, true, true]);
      expect(started()).toBe(1);
      const startedAgain = () => own.print(job("d")).then(started);
      await expect.poll(startedAgain, { interval: 300, timeout: 10_000 }).toBeGreaterThan(1);
    });
  },
  30_000,
);

test.runIf(process.platform === "linux")(
  "a Chromium that may not have its sandbox prints without one",
  async () => {
    const restricted = join(folder, "restricted");
    writeFileSync(
      restricted,
      `#!/bin/sh
case "$*" in
  *--no-sandbox*) exec '${chromium?.path}' "$@" ;;
  *) echo "[1:1:FATAL:zygote_host_impl_linux.cc(128)] No usable sandbox!" >&2; exit 1 ;;
esac
`,
    );
    chmodSync(restricted, 0o755);
    const find = () => Promise.resolve(chromium && { ...chromium, args: [], path: restricted });
    expect(await withPrinter({ find }, (own) => own.print(job("a")))).toMatchObject({ ok: true });
  },
  30_000,
);

test("no Chromium, one that CHROMIUM_PATH gets wrong and one that does not start are told apart, with what to do", async () => {
  const none = () => Promise.resolve(null);
  const wrong = () => Promise.reject(new ChromiumError("CHROMIUM_PATH names no program that can be run: /nowhere"));
  const program = join(folder, "broken");
  writeFileSync(program, "#!/bin/sh\necho 'libnothing.so: cannot open shared object file' >&2\nexit 127\n");
  chmodSync(program, 0o755);
  const broken = () => Promise.resolve({ path: program, args: [], env: process.env, origin: "system" as const });
  const advice = "A PDF needs a Chromium or Chrome: install one, or set CHROMIUM_PATH to the program's path.";

  const faults = await Promise.all(
    [none, wrong, broken].map((find) => withPrinter({ find, detect: find }, (own) => own.print(job("a")))),
  );
  expect(faults.map((result) => !result.ok && result.error)).toEqual([
    { code: "noChromium", message: `No Chromium was found on this machine. ${advice}` },
    { code: "noChromium", message: `CHROMIUM_PATH names no program that can be run: /nowhere. ${advice}` },
    {
      code: "noChromium",
      message: `${program} does not start: libnothing.so: cannot open shared object file. ${advice}`,
    },
  ]);
  expect(await createPrinter({ files, detect: none }).unavailable()).toMatchObject({ code: "noChromium" });
  expect(await printer.unavailable()).toBeNull();
}, 30_000);

test("a renderer that is not there is a defect of the installation, told by its path", async () => {
  const missing = () => Promise.reject(new Error("ENOENT: no such file or directory, scandir '/gone'"));
  expect(await withPrinter({ files: missing }, (own) => own.print(job("a")))).toMatchObject({
    ok: false,
    error: { code: "failed", message: expect.stringContaining("/gone") },
  });
}, 30_000);

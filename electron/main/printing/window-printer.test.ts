import { expect, test, vi } from "vitest";
import { ipcChannel } from "../../../shared/contract/names.ts";
import { printJob } from "../../backend/printing/testing/stub-renderer.ts";
import { ORIGIN } from "../app-address.ts";
import { securePreferences } from "../security/web-preferences.ts";
import { fakeContents } from "../testing/fakes.ts";
import { pdfOptions, printWindowOptions } from "./print-window-options.ts";
import { createWindowPrinter, type PrintWindow } from "./window-printer.ts";

const pdf = Buffer.from("%PDF-1.4 << /Type /Pages /Count 3 >>");

type Page = ReturnType<typeof fakeContents> & { readonly id: string };

/** A window whose page does as `behave` says, and then signals what that returns: null for ready, else why not. */
function printing(behave: (page: Page) => Promise<string | null>, timeoutMs?: number) {
  const windows: { destroyed: boolean; readonly address: string[]; readonly options: unknown[] }[] = [];
  const open = (): PrintWindow => {
    const made = fakeContents();
    const seen = { destroyed: false, address: [] as string[], options: [] as unknown[] };
    windows.push(seen);
    const webContents = Object.assign(made.contents, {
      executeJavaScript: () => behave({ ...made, id: seen.address[0]?.split("/").at(-1) ?? "" }),
      printToPDF: async (options: unknown) => {
        seen.options.push(options);
        return pdf;
      },
    });
    return {
      webContents,
      loadURL: async (address) => void seen.address.push(address),
      isDestroyed: () => seen.destroyed,
      destroy: () => {
        seen.destroyed = true;
      },
    } as PrintWindow;
  };
  const onDefect = vi.fn();
  const printer = createWindowPrinter({ open, onDefect, ...(timeoutMs === undefined ? {} : { timeoutMs }) });
  return { printer, windows };
}

const take = ({ ask, id }: Page) => ask(ipcChannel, { method: "print.take", input: { job: id } });

test("a sheet is loaded at its own address, printed with tags and outline, and its window is gone", async () => {
  const { printer, windows } = printing(async () => null);
  expect(await printer.print(printJob("Budget"))).toEqual({ ok: true, value: { pdf, pages: 3 } });
  expect(windows).toHaveLength(1);
  expect(windows[0]?.address[0]).toMatch(new RegExp(`^${ORIGIN}/print/[\\w-]{16,64}$`));
  expect(windows[0]?.options).toEqual([pdfOptions]);
  expect(windows[0]?.destroyed).toBe(true);
});

test("its page can take its sheet, once, and ask nothing else", async () => {
  const answers: unknown[] = [];
  const { printer } = printing(async (page) => {
    answers.push(await take(page), await take(page));
    answers.push(await page.ask(ipcChannel, { method: "projects.list", input: { deleted: false } }));
    answers.push(await page.ask(ipcChannel, { method: "print.take", input: { job: "another-sheets-name" } }));
    return null;
  });
  expect((await printer.print(printJob("Größe"))).ok).toBe(true);
  expect(answers).toMatchObject([
    { ok: true, value: printJob("Größe") },
    { ok: false, error: { code: "notFound" } },
    { ok: false, error: { code: "unknownMethod" } },
    { ok: false, error: { code: "notFound" } },
  ]);
});

test("two sheets at once do not see each other", async () => {
  const titles: unknown[] = [];
  const { printer, windows } = printing(async (page) => {
    const taken = (await take(page)) as { value: { sheet: { title: string } } };
    titles.push(taken.value.sheet.title);
    return null;
  });
  await Promise.all([printer.print(printJob("a")), printer.print(printJob("b"))]);
  expect(titles.sort()).toEqual(["a", "b"]);
  expect(windows).toHaveLength(2);
});

test.each<[string, (page: Page) => Promise<string | null>, string]>([
  ["says why it cannot be printed", async () => "Figure 1 could not be drawn.", "Figure 1 could not be drawn."],
  [
    "throws",
    ({ contents }) => {
      contents.emit("console-message", { level: "error", message: "Uncaught TypeError: width of undefined" });
      return new Promise(() => {});
    },
    "Uncaught TypeError: width of undefined.",
  ],
  [
    "loses its process",
    ({ contents }) => {
      contents.emit("render-process-gone", {}, { reason: "oom" });
      return new Promise(() => {});
    },
    "Its process ended: oom.",
  ],
  [
    "complains before it gives up",
    async ({ contents }) => {
      contents.emit("console-message", { level: "error", message: "A chart has no canvas." });
      return "Figure 1 could not be drawn.";
    },
    "Figure 1 could not be drawn. A chart has no canvas.",
  ],
])("a page that %s is told of, and its window is gone", async (_, behave, message) => {
  const { printer, windows } = printing(behave);
  expect(await printer.print(printJob("a"))).toEqual({
    ok: false,
    error: { code: "failed", message: `The sheet could not be printed. ${message}` },
  });
  expect(windows[0]?.destroyed).toBe(true);
});

test("a page that is never ready is given up after its time", async () => {
  const { printer, windows } = printing(() => new Promise(() => {}), 20);
  expect(await printer.print(printJob("a"))).toEqual({
    ok: false,
    error: { code: "timeout", message: "The sheet could not be printed. It was not ready after 0.02 s." },
  });
  expect(windows[0]?.destroyed).toBe(true);
});

test("closing the printer takes the windows away that still print", async () => {
  const { printer, windows } = printing(() => new Promise(() => {}), 50);
  const pending = printer.print(printJob("a"));
  await printer.close();
  expect(windows[0]?.destroyed).toBe(true);
  expect((await pending).ok).toBe(false);
});

test("this host can always print", async () => {
  expect(await printing(async () => null).printer.unavailable()).toBeNull();
});

test("the window that prints is as safe as the one that is seen, and shares no storage with it", () => {
  expect(printWindowOptions("/app/preload.cjs")).toMatchObject({
    show: false,
    webPreferences: { ...securePreferences, preload: "/app/preload.cjs", devTools: false, partition: "print" },
  });
});

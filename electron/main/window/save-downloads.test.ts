import { join } from "node:path";
import type { SaveDialogOptions, Session } from "electron";
import { expect, test, vi } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { emitting, event } from "../testing/fakes.ts";
import { refuseDownloads, saveDownloads } from "./save-downloads.ts";

const downloads = join("/home", "ada", "Downloads");

function saving() {
  const session = emitting({});
  const [complain, remember] = [vi.fn(), vi.fn()];
  saveDownloads(session as unknown as Session, { folder: () => downloads, complain, remember });
  const save = (name: string, address = `blob:${ORIGIN}/3f0c`) => {
    const asked: SaveDialogOptions[] = [];
    const item = emitting({
      getURL: () => address,
      getFilename: () => name,
      getSavePath: () => join("/srv", "sheets", name),
      setSaveDialogOptions: (options: SaveDialogOptions) => void asked.push(options),
    });
    const starting = event();
    session.emit("will-download", starting, item);
    return { item, asked, refused: starting.defaultPrevented };
  };
  return { save, complain, remember };
}

test("a file is asked for under its name, first among the downloads, then where the last one went", () => {
  const { save } = saving();
  const first = save("budget.pdf");
  expect(first.asked).toMatchObject([
    { title: "Save budget.pdf", defaultPath: join(downloads, "budget.pdf"), filters: [{ extensions: ["pdf"] }, {}] },
  ]);
  first.item.emit("done", {}, "completed");
  expect(save("budget.csv").asked[0]?.defaultPath).toBe(join("/srv", "sheets", "budget.csv"));
});

test("a name that holds folders names a file only", () => {
  const { save } = saving();
  expect(save("../../etc/passwd").asked[0]?.defaultPath).toBe(join(downloads, "passwd"));
  expect(save("..\\..\\x.pdf").asked[0]?.defaultPath).toBe(join(downloads, "x.pdf"));
  expect(save("").asked[0]?.defaultPath).toBe(join(downloads, "flopsheet"));
});

test.each([
  "https://example.org/x.exe",
  "blob:https://example.org/1",
  "blob:null/1",
  "data:text/csv,a",
  `${ORIGIN}/a.js`,
])("%s is not saved", (address) => {
  const { asked, refused } = saving().save("x.exe", address);
  expect(refused).toBe(true);
  expect(asked).toEqual([]);
});

test("plan files are remembered, other files and files given up are not", () => {
  const { save, remember, complain } = saving();
  save("a.flopsheet.json").item.emit("done", {}, "cancelled");
  save("a.csv").item.emit("done", {}, "completed");
  save("b.flopsheet.json").item.emit("done", {}, "completed");
  expect(remember.mock.calls).toEqual([[join("/srv", "sheets", "b.flopsheet.json")]]);
  expect(complain).not.toHaveBeenCalled();
});

test("a file that could not be written is complained of", () => {
  const { save, complain } = saving();
  save("a.pdf").item.emit("done", {}, "interrupted");
  expect(complain).toHaveBeenCalledWith("a.pdf could not be saved. Is there room, and may you write there?");
});

test("a page that is printed saves nothing", () => {
  const session = emitting({});
  refuseDownloads(session as unknown as Session);
  const starting = event();
  session.emit("will-download", starting, {});
  expect(starting.defaultPrevented).toBe(true);
});

import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { BrowserWindow } from "electron";
import { afterAll, beforeAll, expect, test } from "vitest";
import { emitting } from "../testing/fakes.ts";
import { keepWindowState, placeWindow, readWindowState, type WindowState } from "./window-state.ts";

const screen = (x: number, y: number, width: number, height: number) => ({ workArea: { x, y, width, height } });
const laptop = screen(0, 25, 1440, 875);
const left = screen(-1920, 0, 1920, 1080);
const state: WindowState = { x: 100, y: 80, width: 1200, height: 700, maximised: false };

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-window-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

test("a first start lets the system place a window no larger than the screen", () => {
  expect(placeWindow(null, [screen(0, 0, 1280, 720)])).toEqual({
    bounds: { width: 1280, height: 720 },
    maximised: false,
  });
  expect(placeWindow(null, [screen(0, 0, 3840, 2160)])).toEqual({
    bounds: { width: 1440, height: 900 },
    maximised: false,
  });
  expect(placeWindow(null, [])).toEqual({ bounds: { width: 1440, height: 900 }, maximised: false });
});

test("a window comes back where it stood, also on a second screen and partly outside", () => {
  expect(placeWindow(state, [laptop])).toEqual({
    bounds: { x: 100, y: 80, width: 1200, height: 700 },
    maximised: false,
  });
  const second = { ...state, x: -1800, y: 10, maximised: true };
  expect(placeWindow(second, [laptop, left])).toMatchObject({ bounds: { x: -1800, y: 10 }, maximised: true });
  expect(placeWindow({ ...state, x: 1300 }, [laptop])).toMatchObject({ bounds: { x: 1300 } });
});

test.each([
  ["its screen is gone", { ...state, x: -1800 }],
  ["too little of it would be seen", { ...state, x: 1400 }],
  ["its title bar would be above the screen", { ...state, y: -200 }],
  ["its title bar would be below the screen", { ...state, y: 890 }],
])("when %s, it keeps its size and the system places it", (_, kept) => {
  expect(placeWindow(kept, [laptop])).toEqual({ bounds: { width: 1200, height: 700 }, maximised: false });
});

test("what is kept at the end is there at the next start: the size before it was maximised, and that it was", async () => {
  const path = join(folder, "window.json");
  const { maximised: _, ...normal } = state;
  const window = emitting({ getNormalBounds: () => normal, isMaximized: () => true });
  const kept = keepWindowState(window as unknown as BrowserWindow, path);
  await kept.written();
  expect(await readWindowState(path)).toBeNull();
  window.emit("close");
  await kept.written();
  expect(await readWindowState(path)).toEqual({ ...state, maximised: true });
  expect(JSON.parse(readFileSync(path, "utf8"))).toEqual({ ...state, maximised: true });
});

test.each(["", "{}", "null", '{"x":0,"y":0,"width":-5,"height":700,"maximised":false}', '{"x":1e9}', "\u0000"])(
  "%j is as no state at all",
  async (text) => {
    const path = join(folder, "broken.json");
    writeFileSync(path, text);
    expect(await readWindowState(path)).toBeNull();
  },
);

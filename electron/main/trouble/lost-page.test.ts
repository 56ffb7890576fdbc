import type { App, BrowserWindow, Dialog } from "electron";
import { expect, test, vi } from "vitest";
import { deferred, emitting } from "../testing/fakes.ts";
import { noteLostHelpers, offerReloadAfterCrash, offerReloadWhenStuck } from "./lost-page.ts";

interface Box {
  readonly message: string;
  readonly detail: string;
  readonly buttons: readonly string[];
  readonly signal?: AbortSignal;
}

function watched(response: number | Promise<number>, destroyed = false) {
  const webContents = emitting({ reload: vi.fn(), forcefullyCrashRenderer: vi.fn() });
  const window = emitting({ webContents, isDestroyed: () => destroyed });
  const boxes: Box[] = [];
  const showMessageBox = vi.fn(async (_window: unknown, box: Box) => {
    boxes.push(box);
    return { response: await response };
  });
  const app = { quit: vi.fn() };
  const log = vi.fn();
  const means = { app, log, dialog: { showMessageBox } as unknown as Dialog };
  return { window: window as unknown as BrowserWindow & typeof window, webContents, boxes, app, log, means };
}

test("a page that crashed can be loaded again, and what was typed is said to be kept", async () => {
  const { window, webContents, boxes, app, log, means } = watched(0);
  offerReloadAfterCrash(window, means);
  webContents.emit("render-process-gone", {}, { reason: "crashed", exitCode: 139 });
  await vi.waitFor(() => expect(webContents.reload).toHaveBeenCalledOnce());
  expect(boxes[0]).toMatchObject({ message: "Flopsheet's page has stopped.", buttons: ["Load it again", "Quit"] });
  expect(boxes[0]?.detail).toContain("kept as a draft");
  expect(log).toHaveBeenCalledWith("The page's process ended: crashed, 139.");
  expect(app.quit).not.toHaveBeenCalled();
});

test("or the program quits", async () => {
  const { window, webContents, app, means } = watched(1);
  offerReloadAfterCrash(window, means);
  webContents.emit("render-process-gone", {}, { reason: "oom", exitCode: 1 });
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  expect(webContents.reload).not.toHaveBeenCalled();
});

test("a page that ended as it should, and a window that is gone, are no matter for a dialog", () => {
  const clean = watched(0);
  offerReloadAfterCrash(clean.window, clean.means);
  clean.webContents.emit("render-process-gone", {}, { reason: "clean-exit", exitCode: 0 });
  const gone = watched(0, true);
  offerReloadAfterCrash(gone.window, gone.means);
  gone.webContents.emit("render-process-gone", {}, { reason: "killed", exitCode: 9 });
  expect([...clean.boxes, ...gone.boxes]).toEqual([]);
});

test("a page that does not respond is asked about once, and can be loaded again", async () => {
  const answer = deferred<number>();
  const { window, webContents, boxes, means } = watched(answer.promise);
  offerReloadWhenStuck(window, means);
  window.emit("unresponsive");
  window.emit("unresponsive");
  expect(boxes).toHaveLength(1);
  answer.resolve(1);
  await vi.waitFor(() => expect(webContents.reload).toHaveBeenCalledOnce());
  expect(webContents.forcefullyCrashRenderer).toHaveBeenCalledBefore(webContents.reload);
});

test("to wait changes nothing, and a page that is stuck again is asked about again", async () => {
  const { window, webContents, boxes, means } = watched(0);
  offerReloadWhenStuck(window, means);
  window.emit("unresponsive");
  await vi.waitFor(() => {
    window.emit("unresponsive");
    expect(boxes.length).toBeGreaterThan(1);
  });
  expect(webContents.reload).not.toHaveBeenCalled();
});

test("a page that comes back by itself takes the question away, and is not loaded again", async () => {
  const answer = deferred<number>();
  const { window, webContents, boxes, means } = watched(answer.promise);
  offerReloadWhenStuck(window, means);
  window.emit("unresponsive");
  window.emit("responsive");
  expect(boxes[0]?.signal?.aborted).toBe(true);
  // Whatever the closing dialog answers.
  answer.resolve(1);
  await answer.promise;
  await new Promise(setImmediate);
  expect(webContents.reload).not.toHaveBeenCalled();
});

test("a helper that is lost is noted, one that ended is not", () => {
  const app = emitting({});
  const log = vi.fn();
  noteLostHelpers(app as unknown as App, log);
  app.emit("child-process-gone", {}, { type: "GPU", reason: "crashed", exitCode: 11 });
  app.emit("child-process-gone", {}, { type: "Utility", name: "Network Service", reason: "killed", exitCode: 9 });
  app.emit("child-process-gone", {}, { type: "Utility", reason: "clean-exit", exitCode: 0 });
  expect(log.mock.calls).toEqual([["GPU ended: crashed, 11."], ["Network Service ended: killed, 9."]]);
});

import { EventEmitter } from "node:events";
import { expect, test, vi } from "vitest";
import { catchDefects, createFatal } from "./fatal.ts";

function made() {
  const means = {
    app: { exit: vi.fn() },
    dialog: { showErrorBox: vi.fn() },
    log: vi.fn(),
    logPath: "/data/desktop.log",
  };
  return { ...means, fatal: createFatal(means) };
}

test("what the person can mend is told in their words, with the log's place, and ends the program", () => {
  const { fatal, app, dialog, log } = made();
  fatal.because("/data cannot be written: you are not allowed to.");
  expect(dialog.showErrorBox.mock.calls).toEqual([
    ["Flopsheet cannot go on", "/data cannot be written: you are not allowed to.\n\nThe log is /data/desktop.log."],
  ]);
  expect(log).toHaveBeenCalledWith("/data cannot be written: you are not allowed to.");
  expect(app.exit).toHaveBeenCalledWith(1);
});

test("a defect is one line for the person, and its place in the log; a second one is in the log alone", () => {
  const { fatal, dialog, log } = made();
  fatal.defect(new Error("width of undefined"));
  fatal.defect(new Error("another"));
  const [, told = ""] = dialog.showErrorBox.mock.calls[0] ?? [];
  expect(told).toContain("Flopsheet has a defect: width of undefined.");
  expect(told).not.toContain("fatal.test.ts");
  expect(log.mock.calls[0]?.[0]).toContain("fatal.test.ts");
  expect(dialog.showErrorBox).toHaveBeenCalledOnce();
  expect(log).toHaveBeenCalledTimes(2);
});

test("what nobody caught is a defect, thrown or rejected", () => {
  const { fatal, app } = made();
  const process = new EventEmitter();
  catchDefects(process as unknown as NodeJS.Process, fatal);
  process.emit("uncaughtException", new Error("a"));
  process.emit("unhandledRejection", "b");
  expect(app.exit).toHaveBeenCalledOnce();
});

import type { App } from "electron";
import { expect, test } from "vitest";
import { emitting } from "../testing/fakes.ts";
import { isOnlyInstance } from "./single-instance.ts";

test("a second start is told to end, and hears nothing", () => {
  const app = emitting({ requestSingleInstanceLock: () => false });
  expect(isOnlyInstance(app as unknown as App, () => expect.unreachable())).toBe(false);
  expect(app.listenerCount("second-instance")).toBe(0);
});

test("the first one hears of a second start, and of its files where that one stood", () => {
  const app = emitting({ requestSingleInstanceLock: () => true });
  const again: (readonly string[])[] = [];
  expect(isOnlyInstance(app as unknown as App, (paths) => again.push(paths))).toBe(true);
  app.emit("second-instance", {}, ["flopsheet", "--flag", "b.flopsheet.json"], "/srv/plans");
  app.emit("second-instance", {}, ["flopsheet"], "/");
  expect(again).toEqual([["/srv/plans/b.flopsheet.json"], []]);
});

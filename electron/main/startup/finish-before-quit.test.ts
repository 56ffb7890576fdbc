import type { App } from "electron";
import { expect, test, vi } from "vitest";
import { deferred, emitting, event } from "../testing/fakes.ts";
import { finishBeforeQuit, quitWithWindow } from "./finish-before-quit.ts";

function fakeApp() {
  const app = emitting({ quit: vi.fn() });
  return app as typeof app & App;
}

test("the program ends with its window", () => {
  const app = fakeApp();
  quitWithWindow(app);
  app.emit("window-all-closed");
  expect(app.quit).toHaveBeenCalledOnce();
});

test.each([
  ["well", () => Promise.resolve()],
  ["badly", () => Promise.reject(new Error("full disk"))],
])("it waits for work that ends %s, once, and then really ends", async (_, end) => {
  const app = fakeApp();
  const done = deferred<void>();
  const work = vi.fn(() => done.promise.then(end));
  finishBeforeQuit(app, work);
  const [first, impatient, last] = [event(), event(), event()];
  app.emit("will-quit", first);
  app.emit("will-quit", impatient);
  expect([first.defaultPrevented, impatient.defaultPrevented]).toEqual([true, true]);
  expect(app.quit).not.toHaveBeenCalled();
  done.resolve(undefined);
  await vi.waitFor(() => expect(app.quit).toHaveBeenCalledOnce());
  app.emit("will-quit", last);
  expect(last.defaultPrevented).toBe(false);
  expect(work).toHaveBeenCalledOnce();
});

import type { BrowserWindow } from "electron";
import { expect, test, vi } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { emitting } from "../testing/fakes.ts";
import { bringToFront, showWithPage } from "./open-window.ts";

function fakeWindow(loading: Promise<void> = Promise.resolve()) {
  const window = emitting({ show: vi.fn(), maximize: vi.fn(), loadURL: vi.fn((_address: string) => loading) });
  return window as typeof window & BrowserWindow;
}

test.each([true, false])(
  "the window is shown with its first picture and not before; maximised: %s",
  async (maximised) => {
    const window = fakeWindow();
    await showWithPage(window, maximised);
    expect(window.loadURL.mock.calls).toEqual([[`${ORIGIN}/`]]);
    expect(window.show).not.toHaveBeenCalled();
    window.emit("ready-to-show");
    expect(window.show).toHaveBeenCalledOnce();
    expect(window.maximize).toHaveBeenCalledTimes(maximised ? 1 : 0);
  },
);

test("a page that cannot be loaded is an error of the start", async () => {
  await expect(showWithPage(fakeWindow(Promise.reject(new Error("ERR_FAILED"))), false)).rejects.toThrow("ERR_FAILED");
});

test("a second start brings the window to the front, from wherever it is, unless it is gone", () => {
  const window = { restore: vi.fn(), focus: vi.fn(), isMinimized: () => true, isDestroyed: () => false };
  bringToFront(window);
  expect(window.restore).toHaveBeenCalledOnce();
  expect(window.focus).toHaveBeenCalledOnce();
  bringToFront({ ...window, isMinimized: () => false });
  expect(window.restore).toHaveBeenCalledOnce();
  bringToFront({ ...window, isDestroyed: () => true });
  expect(window.focus).toHaveBeenCalledTimes(2);
});

import { expect, test } from "vitest";
import { hasDisplay, openBrowser, openCommand, startDetached } from "./open-browser.ts";

const address = "http://127.0.0.1:47180/?token=a&b";

test("a display is a desktop's own, or a server of windows", () => {
  expect(hasDisplay({}, "darwin")).toBe(true);
  expect(hasDisplay({}, "win32")).toBe(true);
  expect(hasDisplay({}, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: "" }, "linux")).toBe(false);
  expect(hasDisplay({ DISPLAY: ":0" }, "linux")).toBe(true);
  expect(hasDisplay({ WAYLAND_DISPLAY: "wayland-0" }, "linux")).toBe(true);
});

test("the address is one argument of a program, never part of a shell's line", () => {
  expect(openCommand(address, "linux")).toEqual(["xdg-open", [address]]);
  expect(openCommand(address, "darwin")).toEqual(["open", [address]]);
  expect(openCommand(address, "win32")).toEqual(["rundll32.exe", ["url.dll,FileProtocolHandler", address]]);
});

test("it opens, or says in one line why not", async () => {
  const started: unknown[] = [];
  const start = (works: boolean) => (program: string, args: readonly string[]) => {
    started.push([program, args]);
    return Promise.resolve(works);
  };
  const env = { DISPLAY: ":0" };
  expect(await openBrowser(address, { env, platform: "linux", start: start(true) })).toBeNull();
  expect(await openBrowser(address, { env, platform: "linux", start: start(false) })).toBe(
    "No browser could be opened with xdg-open: open the address yourself.",
  );
  expect(started).toEqual([
    ["xdg-open", [address]],
    ["xdg-open", [address]],
  ]);
  expect(await openBrowser(address, { env: {}, platform: "linux", start: () => expect.unreachable() })).toBe(
    "There is no display here, so no browser was opened: open the address yourself.",
  );
});

test("a program that is not there, one that fails and one that works", async () => {
  expect(await startDetached("flopsheet-has-no-such-program", [])).toBe(false);
  expect(await startDetached(process.execPath, ["-e", "process.exit(3)"])).toBe(false);
  expect(await startDetached(process.execPath, ["-e", ""])).toBe(true);
});

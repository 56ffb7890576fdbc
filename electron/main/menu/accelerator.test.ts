import { expect, test } from "vitest";
import { commands } from "../../../shared/contract/commands.ts";
import { accelerator } from "./accelerator.ts";

test.each([
  ["Ctrl+S", "CmdOrCtrl+S"],
  ["Ctrl+Shift+S", "CmdOrCtrl+Shift+S"],
  ["Ctrl+,", "CmdOrCtrl+,"],
  ["Ctrl++", "CmdOrCtrl+Plus"],
  ["Ctrl+-", "CmdOrCtrl+-"],
  ["Alt+N", "Alt+N"],
  ["Alt+1", "Alt+1"],
  ["F8", "F8"],
  ["Shift+F8", "Shift+F8"],
])("%s is %s", (keys, written) => {
  expect(accelerator(keys)).toBe(written);
});

test.each(["?", "a", "Shift+A", null])("%j is what a person types, and no key of a menu", (keys) => {
  expect(accelerator(keys)).toBeUndefined();
});

test("every key of the commands is written so that Electron reads it, and none is there twice", () => {
  const written = commands.flatMap(({ keys }) => accelerator(keys) ?? []);
  for (const keys of written) expect(keys).toMatch(/^(CmdOrCtrl\+)?(Alt\+)?(Shift\+)?([A-Z0-9,]|Plus|F\d+)$/);
  expect(new Set(written).size).toBe(written.length);
});

import { expect, it } from "vitest";
import { keysText } from "./keys-text.ts";

it("tells keys as they stand on the keyboard", () => {
  expect(keysText("Ctrl+Shift+Z", false)).toBe("Ctrl Shift Z");
  expect(keysText("Ctrl+Shift+Z", true)).toBe("Cmd Shift Z");
  expect(keysText("Alt+ArrowLeft", true)).toBe("Option Left");
  expect(keysText("Ctrl++", false)).toBe("Ctrl +");
  expect(keysText("Ctrl+-", false)).toBe("Ctrl -");
  expect(keysText("?", false)).toBe("?");
});

import { expect, it } from "vitest";
import { noteRestored, restoredWords } from "./restored.ts";

it("names the revision while the draft still has its text", () => {
  expect(restoredWords("a", "text")).toBeNull();
  noteRestored("a", 3, "text");
  expect(restoredWords("a", "text")).toBe("Restored revision 3");
  expect(restoredWords("a", "text, changed")).toBeNull();
  expect(restoredWords("b", "text")).toBeNull();
});

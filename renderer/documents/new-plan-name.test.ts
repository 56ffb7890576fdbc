import { expect, it } from "vitest";
import { newPlanName } from "./new-plan-name.ts";

it("is made of the title's letters and digits", () => {
  expect(newPlanName("Base model 7B, on 2 T tokens")).toBe("base-model-7b-on-2-t-tokens.flopsheet.json");
  expect(newPlanName("Größe / Überblick")).toBe("größe-überblick.flopsheet.json");
  expect(newPlanName("../../etc/passwd")).toBe("etc-passwd.flopsheet.json");
});

it("is never empty, and short", () => {
  expect(newPlanName("?")).toBe("plan.flopsheet.json");
  expect(newPlanName("word ".repeat(50))).toMatch(/^[a-z-]{1,60}\.flopsheet\.json$/);
});

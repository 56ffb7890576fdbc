import { expect, it } from "vitest";
import { planFileName } from "./plan-file-name.ts";

it("keeps a file's own name, and gives one to a plan without", () => {
  expect(planFileName("exponents.yaml", "title: A")).toBe("exponents.yaml");
  expect(planFileName("sheet.flopsheet.json", "{}")).toBe("sheet.flopsheet.json");
  expect(planFileName("New project", '{"title": "A"}')).toBe("New project.flopsheet.json");
  expect(planFileName("New project", "title: A")).toBe("New project.yaml");
});

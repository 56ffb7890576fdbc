// @vitest-environment node
import { expect, it } from "vitest";
import { catalogue } from "./catalogue.ts";
import { catalogueName } from "./catalogue-name.ts";

it("knows every card of the catalogue, and only where a field names a card", () => {
  for (const { id, name } of catalogue.accelerators) expect(catalogueName("accelerator", id)).toBe(name);
  expect(catalogueName("accelerator", "no-such-card")).toBeNull();
  expect(catalogueName("title", catalogue.accelerators[0]?.id ?? "")).toBeNull();
});

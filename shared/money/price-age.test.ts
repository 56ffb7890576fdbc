import { expect, it } from "vitest";
import { isOldPrice } from "./price-age.ts";

it.each([
  ["2025-11-25", "2026-11-26", true],
  ["2025-11-26", "2026-11-26", false],
  ["2026-12-01", "2026-11-26", false],
  ["2025", "2026-11-26", false],
  ["2024", "2026-11-26", true],
  ["2025-11", "2026-11-26", false],
  ["2025-10", "2026-11-26", true],
  ["2025-01-31", "2026-01-01", false],
  ["2024-12-31", "2026-01-01", true],
  ["2024-02-29", "2025-02-28", false],
  ["2024-02-27", "2025-02-28", true],
  [null, "2026-11-26", false],
])("a price of %s is old on %s: %s", (date, today, isOld) => {
  expect(isOldPrice(date, today)).toBe(isOld);
});

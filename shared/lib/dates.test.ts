import { describe, expect, it } from "vitest";
import { calendarDateSchema, partialDateSchema } from "./dates.ts";

describe("calendarDateSchema", () => {
  it.each(["2026-01-21", "2024-02-29"])("takes %s", (text) => {
    expect(calendarDateSchema.parse(text)).toBe(text);
  });

  it.each(["2026-02-30", "2026-1-2", "2026-01", "today", "", 20260121])(
    "refuses %s and says what is allowed",
    (value) => {
      const issue = calendarDateSchema.safeParse(value).error?.issues[0];
      expect(issue?.message).toBe("Allowed: a date as YYYY-MM-DD");
    },
  );
});

describe("partialDateSchema", () => {
  it.each(["2023", "2024-12", "2026-01-21"])("takes %s", (text) => {
    expect(partialDateSchema.parse(text)).toBe(text);
  });

  it.each(["23", "2024-13", "2024-00", "2024-12-32", "2023-2024", "FY2025"])("refuses %s", (text) => {
    expect(partialDateSchema.safeParse(text).success).toBe(false);
  });
});

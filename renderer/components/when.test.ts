import { describe, expect, it } from "vitest";
import { fullWhen, whenWords } from "./when.ts";

const at = (year: number, month: number, day: number, hour = 12, minute = 0) =>
  new Date(year, month - 1, day, hour, minute).getTime();
const now = at(2026, 11, 26, 14, 30);

describe("whenWords", () => {
  it("tells the clock today and yesterday, the day before that, and the year when it is another", () => {
    expect(whenWords(at(2026, 11, 26, 14, 2), now)).toBe("today, 14:02");
    expect(whenWords(at(2026, 11, 26, 0, 0), now)).toBe("today, 00:00");
    expect(whenWords(at(2026, 11, 25, 23, 59), now)).toBe("yesterday, 23:59");
    expect(whenWords(at(2026, 11, 24, 23, 59), now)).toBe("24 November");
    expect(whenWords(at(2025, 10, 14), now)).toBe("14 October 2025");
  });

  it("tells a moment after now by its day: clocks differ", () => {
    expect(whenWords(at(2026, 11, 27), now)).toBe("27 November");
  });
});

describe("fullWhen", () => {
  it("tells day and minute", () => {
    expect(fullWhen(at(2026, 3, 1, 9, 5))).toBe("1 March 2026, 09:05");
  });
});

// @vitest-environment node
import { describe, expect, it } from "vitest";
import { cssString, pageBoxes } from "./page-boxes.ts";

const sheet = { kind: "Compute budget", title: "A study", foot: "Plan “x.json”" };

describe("pageBoxes", () => {
  it("names the paper and counts the pages", () => {
    expect(pageBoxes(sheet, "a4")).toContain("size: A4;");
    expect(pageBoxes(sheet, "letter")).toContain("size: letter;");
    expect(pageBoxes(sheet, "a4")).toContain('"Page " counter(page) " of " counter(pages)');
  });

  it("cuts a long title in the running head", () => {
    const title = "long ".repeat(40);
    expect(pageBoxes({ ...sheet, title }, "a4")).toContain("…");
    expect(pageBoxes({ ...sheet, title }, "a4")).not.toContain(title);
  });
});

describe("the foot", () => {
  it("loses the middle of a plan's long name, and keeps the fingerprint", () => {
    const foot = `Plan “${"long-".repeat(50)}.json” of 22 November 2026. Fingerprint SHA-256 9c8d 4ce3 937a 8052`;
    const boxes = pageBoxes({ ...sheet, foot }, "a4");
    expect(boxes).toContain('"Plan “long-long-');
    expect(boxes).toContain("…");
    expect(boxes).toContain('Fingerprint SHA-256 9c8d 4ce3 937a 8052"');
    expect(boxes).not.toContain(foot);
  });

  it("stays whole where two lines hold it", () => {
    const foot =
      "Plan “a.json” of 22 November 2026, prices of 1 November 2026. Fingerprint SHA-256 9c8d 4ce3 937a 8052";
    expect(pageBoxes({ ...sheet, foot }, "a4")).toContain(`"${foot}"`);
  });
});

describe("cssString", () => {
  it("cannot be ended from inside", () => {
    expect(cssString('a "quoted" \\ title\n}')).toBe('"a \\22 quoted\\22  \\5c  title\\a }"');
    expect(cssString("</style>")).toBe('"\\3c /style>"');
  });
});

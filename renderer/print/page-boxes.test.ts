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

it("sets a long foot smaller, beside the number of its page", () => {
  const foot = `Plan “${"long ".repeat(20)}”`;
  expect(pageBoxes({ ...sheet, foot }, "a4")).toContain("font: 400 9px/14px");
  expect(pageBoxes(sheet, "a4")).not.toContain("font: 400 9px/14px");
});

describe("cssString", () => {
  it("cannot be ended from inside", () => {
    expect(cssString('a "quoted" \\ title\n}')).toBe('"a \\22 quoted\\22  \\5c  title\\a }"');
    expect(cssString("</style>")).toBe('"\\3c /style>"');
  });
});

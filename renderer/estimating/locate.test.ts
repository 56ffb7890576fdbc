// @vitest-environment node
import { describe, expect, it } from "vitest";
import { locate } from "./locate.ts";

const json = '{\n  "variables": {\n    "points": {"low": 1}\n  },\n  "quotes": [{"price": 3}, {"price": 4}]\n}';

describe("locate", () => {
  it.each([
    ["variables.points", 3, '"points": {"low": 1}'],
    ["quotes[1].price", 5, '"price": 4'],
    ["quotes[1].source", 5, '{"price": 4}'],
    ["variables.pointsPerLine", 2, '"variables": {\n    "points": {"low": 1}\n  }'],
  ])("%s is on line %d", (place, line, text) => {
    const found = locate(json, place);
    expect(found?.line).toBe(line);
    expect(json.slice(found?.from, found?.to)).toBe(text);
  });

  it("reads YAML, and gives up on what is neither", () => {
    expect(locate("quotes:\n  - price: 3\n", "quotes[0].price")?.line).toBe(2);
    expect(locate('{"a": ', "a")).toBeNull();
  });
});

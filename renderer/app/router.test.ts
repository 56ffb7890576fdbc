import { describe, expect, it } from "vitest";
import { goTo, routeOf } from "./router.ts";

describe("routeOf", () => {
  it.each([
    ["/", "", { kind: "sheet" }],
    ["/", "#text", { kind: "text" }],
    ["/", "#elsewhere", { kind: "sheet" }],
    ["/print/abc_DEF-123", "", { kind: "print", job: "abc_DEF-123" }],
    ["/print/", "", { kind: "unknown", path: "/print/" }],
    ["/quotes", "", { kind: "unknown", path: "/quotes" }],
  ])("%s%s", (path, hash, route) => {
    expect(routeOf(path, hash)).toEqual(route);
  });
});

describe("goTo", () => {
  it("leaves a way back, and none where it stays", () => {
    const before = history.length;
    goTo("text");
    goTo("text");
    expect([location.hash, history.length]).toEqual(["#text", before + 1]);
    goTo("sheet");
    expect([location.pathname, location.hash]).toEqual(["/", ""]);
  });
});

import { describe, expect, it } from "vitest";
import { addressOf, type Route, routeOf } from "./router.ts";

const id = "0c9b2a8e-1f53-4a5e-9d0b-7a7c4be1d2f0";

describe("routeOf", () => {
  const known: readonly [string, Exclude<Route, { readonly kind: "unknown" }>][] = [
    ["/", { kind: "projects" }],
    [`/project/${id}/quotes`, { kind: "plan", id, view: "quotes", place: null }],
    [`/project/${id}/text#quotes%5B0%5D.price`, { kind: "plan", id, view: "text", place: "quotes[0].price" }],
    ["/project/example/sheet", { kind: "plan", id: "example", view: "sheet", place: null }],
    [`/project/${id}/fit`, { kind: "plan", id, view: "fit", place: null }],
    ["/project/example/redteam", { kind: "plan", id: "example", view: "redteam", place: null }],
    ["/clusters", { kind: "library", page: "clusters" }],
    ["/quotes/import", { kind: "quoteImport" }],
    ["/calculator", { kind: "calculator", question: "model", plan: null }],
    ["/calculator/optimum", { kind: "calculator", question: "optimum", plan: null }],
    [`/calculator/plan#${id}`, { kind: "calculator", question: "plan", plan: id }],
    ["/settings", { kind: "settings" }],
    ["/print/abc_DEF-123", { kind: "print", job: "abc_DEF-123" }],
  ];

  it.each(known)("%s", (address, route) => {
    const [path = "", hash] = address.split("#");
    expect(routeOf(path, hash === undefined ? "" : `#${hash}`)).toEqual(route);
    expect(addressOf(route)).toBe(address);
  });

  it("opens a project at its experiments", () => {
    expect(routeOf(`/project/${id}`, "")).toEqual({ kind: "plan", id, view: "experiments", place: null });
  });

  it.each([
    "/print/",
    "/print/a/b",
    "/sheet",
    "/print/a%20b",
    "/project/",
    "/project/x/nowhere",
    "/calculator/nothing",
  ])("knows nothing at %s", (path) => {
    expect(routeOf(path, "")).toEqual({ kind: "unknown", path });
  });

  it("takes a place that is no address for none", () => {
    expect(routeOf("/project/example/text", "#%E0%A4%A")).toMatchObject({ place: null });
  });
});

import { expect, test } from "vitest";
import { dispatch, type Handlers } from "./dispatch.ts";
import { methodNames } from "./names.ts";

const list = [{ id: "scaling-exponents", title: "Scaling exponents", description: "" }];

const handlers: Handlers = {
  "templates.list": () => ({ ok: true, value: list }),
  "templates.read": ({ id }) => ({ ok: false, error: { code: "notFound", message: `No template ${id}.` } }),
};

test("a known method is called with its checked input", async () => {
  expect(await dispatch(handlers, { method: "templates.list", input: {} })).toEqual({ ok: true, value: list });
});

test("an error of a handler is passed on as it is", async () => {
  expect(await dispatch(handlers, { method: "templates.read", input: { id: "nothing" } })).toEqual({
    ok: false,
    error: { code: "notFound", message: "No template nothing." },
  });
});

test.each(["", "constructor", "__proto__", "toString", "hasOwnProperty", "templates.LIST", "templates.list "])(
  "%j is no method",
  async (method) => {
    expect(await dispatch(handlers, { method, input: {} })).toMatchObject({
      ok: false,
      error: { code: "unknownMethod" },
    });
  },
);

test("a method that this host has no handler for is unknown, even where a prototype has one", async () => {
  const inherited: Handlers = Object.create({ "app.info": () => expect.unreachable() });
  for (const method of methodNames) {
    expect(await dispatch(inherited, { method, input: {} })).toMatchObject({ error: { code: "unknownMethod" } });
  }
});

test.each([
  [{}, "id"],
  [{ id: 5 }, "id"],
  [{ id: "../../etc/passwd" }, "id"],
  [{ id: "a", more: true }, ""],
  [undefined, ""],
  [null, ""],
  [[], ""],
])("input %j is refused before the handler sees it, with its place", async (input, path) => {
  const strict: Handlers = { "templates.read": () => expect.unreachable() };
  expect(await dispatch(strict, { method: "templates.read", input })).toMatchObject({
    ok: false,
    error: { code: "invalidInput", path },
  });
});

test("a place inside lists and objects reads like the document's own", async () => {
  const handlers: Handlers = { "print.prepare": () => expect.unreachable() };
  const sheet = {
    ...{ version: 1, kind: "", title: "", subtitle: "", currency: "USD", date: null, headline: [], lead: [] },
    ...{ sections: [{ kind: "picture" }], footnotes: [], warnings: [], foot: "" },
  };
  const input = { sheet, paper: "a4", locale: "en" };
  expect(await dispatch(handlers, { method: "print.prepare", input })).toMatchObject({
    error: { path: "sheet.sections[0].kind" },
  });
});

test.each([
  ["throws", () => Promise.reject(new Error("/home/anna/secret is not readable"))],
  [
    "answers with what the method does not give",
    () => ({ ok: true, value: [{ id: "UPPER", title: "", description: "" }] }),
  ],
])("a handler that %s is a defect: reported to the host, kept from the one who asked", async (_, handler) => {
  const defects: unknown[] = [];
  const broken = { "templates.list": handler } as Handlers;
  const reply = await dispatch(broken, { method: "templates.list", input: {} }, (defect) => defects.push(defect));
  expect(reply).toEqual({
    ok: false,
    error: { code: "internal", message: "Something went wrong inside Flopsheet while it answered templates.list." },
  });
  expect(defects).toHaveLength(1);
});

import { expect, test } from "vitest";
import { createClient } from "./client.ts";
import { methodNames } from "./names.ts";
import { httpTransport } from "./transports.ts";

test("a client has a function for every name of the closed list, and nothing else", () => {
  expect(Object.keys(createClient(() => Promise.reject()))).toEqual([...methodNames]);
});

test("HTTP: a method is a path, its input the body", async () => {
  const sent: string[] = [];
  const client = createClient(
    httpTransport((path, body) => {
      sent.push(path, body);
      return Promise.resolve('{"ok":true,"value":{"id":"a","name":"a.json","text":"{}"}}');
    }),
  );
  expect(await client["templates.read"]({ id: "a" })).toEqual({
    ok: true,
    value: { id: "a", name: "a.json", text: "{}" },
  });
  expect(sent).toEqual(["/api/templates.read", '{"id":"a"}']);
});

test.each([
  ["no host", () => Promise.reject(new Error("ECONNREFUSED")), "unreachable"],
  ["a page that is no reply", () => Promise.resolve("<html>"), "internal"],
  ["an envelope with more in it", () => Promise.resolve({ ok: true, value: [], more: 1 }), "internal"],
  [
    "an error with a code of its own",
    () => Promise.resolve({ ok: false, error: { code: "x", message: "" } }),
    "internal",
  ],
  ["a value of another form", () => Promise.resolve({ ok: true, value: [{ id: "a" }] }), "internal"],
])("%s is an error, never an exception and never a value", async (_, transport, code) => {
  expect(await createClient(transport)["templates.list"]({})).toMatchObject({ ok: false, error: { code } });
});

import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Handlers } from "../../../../shared/contract/dispatch.ts";
import { type LoopbackServer, startLoopbackServer } from "../loopback-server.ts";
import { MAX_BODY_BYTES } from "../read-body.ts";
import { type Sent, Wire } from "../testing/wire.ts";

const SESSION = "the-session";

let server: LoopbackServer;
let wire: Wire;
const defects: unknown[] = [];

const handlers: Handlers = {
  "templates.list": () => ({ ok: true, value: [{ id: "a", title: "A", description: "" }] }),
  "templates.read": () => Promise.reject(new Error("a defect")),
};

const file = (content: string) => ({ type: "text/html", content: Buffer.from(content), immutable: false });

beforeAll(async () => {
  server = await startLoopbackServer(0, () => ({
    files: new Map([
      ["/index.html", file("<p>app</p>")],
      ["/assets/main-4f3a.js", file("run()")],
    ]),
    handlers,
    session: SESSION,
    onDefect: (defect) => defects.push(defect),
  }));
  wire = new Wire(server.port, SESSION);
});

afterAll(() => server.close());

describe("who is not let through", () => {
  const refused = { ok: false, error: { code: "refused" } };
  const everywhere: readonly [string, Sent, number][] = [
    ["a foreign Host", { headers: { host: "evil.example" } }, 421],
    ["a rebound Host with our port", { headers: { host: "evil.example:PORT" } }, 421],
    ["localhost, which is another origin", { headers: { host: "localhost:PORT" } }, 421],
    ["our address without the port", { headers: { host: "127.0.0.1" } }, 421],
    ["a foreign Origin", { headers: { origin: "https://evil.example" } }, 403],
    ["another port's Origin", { headers: { origin: "http://127.0.0.1:1" } }, 403],
    ["the Origin of a sandboxed frame", { headers: { origin: "null" } }, 403],
    ["a request from another site", { headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["a request from another port", { headers: { "sec-fetch-site": "same-site" } }, 403],
    ["nobody's cookie", { cookie: null }, 401],
    ["a wrong cookie", { cookie: "flopsheet-PORT=wrong" }, 401],
    ["a cookie cut short", { cookie: `flopsheet-PORT=${SESSION.slice(0, -1)}` }, 401],
    ["an empty cookie", { cookie: "flopsheet-PORT=" }, 401],
    ["another port's cookie", { cookie: `flopsheet-1=${SESSION}` }, 401],
  ];
  const atPort = <T>(sent: T): T => JSON.parse(JSON.stringify(sent).replaceAll("PORT", String(server.port)));

  test.each(everywhere)("%s, at the contract", async (_, sent, status) => {
    const got = await wire.api(atPort(sent));
    expect(got.status).toBe(status);
    expect(JSON.parse(got.body)).toMatchObject(refused);
    expect(got.body).not.toContain(SESSION);
  });

  test.each(everywhere)("%s, at the app's page", async (_, sent, status) => {
    const got = await wire.send({ ...atPort(sent), headers: { accept: "text/html", ...atPort(sent).headers } });
    expect(got).toMatchObject({ status, body: expect.not.stringContaining("<p>app</p>") });
  });

  test.each(everywhere)("%s, at a file", async (_, sent, status) => {
    expect(await wire.send({ path: "/assets/main-4f3a.js", ...atPort(sent) })).toMatchObject({ status });
  });

  test("a method asked by an address that the person typed, or without an Origin", async () => {
    expect(await wire.api({ headers: { "sec-fetch-site": "none" } })).toMatchObject({ status: 403 });
    const headers = { "content-type": "application/json" };
    expect(await wire.send({ method: "POST", path: "/api/templates.list", body: "{}", headers })).toMatchObject({
      status: 403,
    });
  });

  test.each(["GET", "HEAD", "PUT", "DELETE", "PATCH"])("%s at the contract", async (method) => {
    const got = await wire.api({ method, body: [] });
    expect(got).toMatchObject({ status: 405, headers: { allow: "POST" } });
  });

  test("a preflight: it allows nothing", async () => {
    const headers = { "access-control-request-method": "POST", "access-control-request-headers": "content-type" };
    const foreign = await wire.api({
      method: "OPTIONS",
      headers: { ...headers, origin: "https://evil.example" },
      body: [],
    });
    expect(foreign.status).toBe(403);
    const own = await wire.api({ method: "OPTIONS", headers, body: [] });
    expect(own.status).toBe(405);
    expect(Object.keys(own.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });

  test.each(["POST", "PUT", "DELETE"])("%s at a page", async (method) => {
    const got = await wire.send({ method, headers: { origin: server.origin } });
    expect(got).toMatchObject({ status: 405, headers: { allow: "GET, HEAD" } });
  });

  test.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data", "application/jsonp", ""])(
    "content of type %j",
    async (type) => {
      expect(await wire.api({ headers: { "content-type": type } })).toMatchObject({ status: 415 });
    },
  );

  test("content of no type; but JSON with its charset is JSON", async () => {
    const headers = { origin: server.origin };
    expect(await wire.send({ method: "POST", path: "/api/templates.list", body: "{}", headers })).toMatchObject({
      status: 415,
    });
    expect(await wire.api({ headers: { "content-type": "application/json; charset=UTF-8" } })).toMatchObject({
      status: 200,
    });
  });

  test("a body over the limit, by its announced length: before it is sent", async () => {
    const headers = { "content-length": String(MAX_BODY_BYTES + 1) };
    const got = await wire.api({ headers, body: "{" });
    expect(got).toMatchObject({ status: 413, headers: { connection: "close" } });
    expect(JSON.parse(got.body)).toMatchObject({ error: { code: "tooLarge" } });
  });

  test("a body over the limit in chunks: as soon as it is over", async () => {
    function* endless() {
      for (let sent = 0; sent < 2 * MAX_BODY_BYTES; sent += 1_000_000) yield " ".repeat(1_000_000);
    }
    const got = await wire.api({ headers: { "transfer-encoding": "chunked" }, body: endless() });
    expect(got).toMatchObject({ status: 413 });
    expect(await wire.api()).toMatchObject({ status: 200 });
  });

  test.each(["", "{", "{'a': 1}", "undefined", "\u0000"])("the body %j, which is no JSON", async (body) => {
    const got = await wire.api({ body });
    expect(got.status).toBe(400);
    expect(JSON.parse(got.body)).toMatchObject({ ok: false, error: { code: "invalidInput" } });
  });

  test.each(["constructor", "__proto__", "templates.list/", "", "print.pdf"])(
    "the method %j, which this host does not have",
    async (method) => {
      const got = await wire.api({ path: `/api/${method}` });
      expect(JSON.parse(got.body)).toMatchObject({
        ok: false,
        error: { code: "unknownMethod" },
      });
    },
  );

  test("a defect's own words", async () => {
    const got = await wire.api({ path: "/api/templates.read", body: '{"id":"a"}' });
    expect(JSON.parse(got.body)).toMatchObject({ ok: false, error: { code: "internal" } });
    expect(got.body).not.toContain("a defect");
    expect(defects).toEqual([new Error("a defect")]);
  });
});

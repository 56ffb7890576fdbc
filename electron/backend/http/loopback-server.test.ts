import { mkdir, mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { request } from "node:http";
import { networkInterfaces, tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { type LoopbackServer, startLoopbackServer } from "./loopback-server.ts";
import { loadStaticFiles } from "./static-files.ts";
import { type Sent, Wire } from "./testing/wire.ts";

const SESSION = "the-session";

let outside: string;
let server: LoopbackServer;
let wire: Wire;
let tokens: string[];
const defects: unknown[] = [];

const handlers: Handlers = {
  "templates.list": () => ({ ok: true, value: [{ id: "a", title: "A", description: "" }] }),
};

beforeAll(async () => {
  outside = await mkdtemp(join(tmpdir(), "flopsheet-site-"));
  const folder = join(outside, "renderer");
  await mkdir(join(folder, "assets"), { recursive: true });
  await writeFile(join(outside, "secret.txt"), "nobody sees this");
  await writeFile(join(folder, "index.html"), '<meta property="csp-nonce" nonce="__CSP_NONCE__"><p>app</p>');
  await writeFile(join(folder, "robots.txt"), "robots");
  await writeFile(join(folder, "assets", "main-4f3a.js"), "run()");
  await writeFile(join(folder, "assets", "inter-1b2c.woff2"), "font");
  await symlink(join(outside, "secret.txt"), join(folder, "linked.txt"));
  await symlink(outside, join(folder, "linked"));
  const files = await loadStaticFiles(folder);
  server = await startLoopbackServer(0, () => ({
    files,
    handlers,
    session: SESSION,
    spendToken: (token) => {
      const before = tokens.length;
      tokens = tokens.filter((known) => known !== token);
      return tokens.length < before;
    },
    prove: (challenge) => `signed ${challenge}`,
    onDefect: (defect) => defects.push(defect),
  }));
  wire = new Wire(server.port, SESSION);
  tokens = [];
});

afterAll(async () => {
  await server.close();
  await rm(outside, { recursive: true });
});

describe("what our own page may do", () => {
  test("ask a method", async () => {
    const { status, headers, body } = await wire.api();
    expect(status).toBe(200);
    expect(headers["content-type"]).toBe("application/json; charset=utf-8");
    expect(headers["cache-control"]).toBe("no-store");
    expect(JSON.parse(body)).toEqual({ ok: true, value: [{ id: "a", title: "A", description: "" }] });
  });

  test.each(["/", "/sheet", "/print/Zm9v", "/anything/of/the/app"])("go to %s and get the app", async (path) => {
    const { status, headers, body } = await wire.send({ path, headers: { "sec-fetch-mode": "navigate" } });
    expect(status).toBe(200);
    expect(body).toContain("<p>app</p>");
    const nonce = /nonce="([^"]+)"/.exec(body)?.[1];
    expect(headers["content-security-policy"]).toContain(`style-src 'self' 'nonce-${nonce}'`);
    expect(headers["cache-control"]).toBe("no-store");
  });

  test("get files with their types; hashed ones for good", async () => {
    const script = await wire.send({ path: "/assets/main-4f3a.js" });
    expect(script).toMatchObject({ status: 200, body: "run()" });
    expect(script.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(script.headers["cache-control"]).toBe("private, max-age=31536000, immutable");
    const font = await wire.send({ path: "/assets/inter-1b2c.woff2" });
    expect(font.headers["content-type"]).toBe("font/woff2");
    const robots = await wire.send({ path: "/robots.txt" });
    expect(robots.headers["cache-control"]).toBe("no-cache");
    expect(await wire.send({ path: "/robots.txt", method: "HEAD" })).toMatchObject({ status: 200, body: "" });
  });

  test("nothing of a missing file is made up from the app's page", async () => {
    expect(await wire.send({ path: "/assets/gone", headers: { "sec-fetch-mode": "navigate" } })).toMatchObject({
      status: 404,
    });
    expect(await wire.send({ path: "/gone.js", headers: { accept: "text/html" } })).toMatchObject({ status: 404 });
    expect(await wire.send({ path: "/sheet", headers: { "sec-fetch-mode": "cors" } })).toMatchObject({ status: 404 });
    expect(await wire.send({ path: "/sheet", headers: { accept: "*/*" } })).toMatchObject({ status: 404 });
  });
});

describe("a host proves itself to its owner's next one", () => {
  const challenge = "c".repeat(22);
  const ask = (more: Sent = {}) =>
    wire.send({
      path: "/running",
      cookie: null,
      ...more,
      headers: { "flopsheet-challenge": challenge, ...more.headers },
    });

  test("without being sent a secret", async () => {
    expect(await ask()).toMatchObject({ status: 200, body: `{"proof":"signed ${challenge}"}` });
  });

  test.each<[string, Sent, number]>([
    ["a page of another site", { headers: { "sec-fetch-site": "cross-site" } }, 403],
    ["another origin", { headers: { origin: "http://evil.example" } }, 403],
    ["another Host", { headers: { host: "evil.example" } }, 421],
    ["something to be done", { method: "POST" }, 403],
    ["no challenge", { headers: { "flopsheet-challenge": "" } }, 401],
    ["a challenge of any length", { headers: { "flopsheet-challenge": "c".repeat(65) } }, 401],
    ["a challenge with more in it", { headers: { "flopsheet-challenge": `${challenge} session 47180` } }, 401],
    ["another path", { path: "/running/more" }, 401],
  ])("not to %s", async (_, more, status) => {
    const got = await ask(more);
    expect(got.status).toBe(status);
    expect(got.body).not.toContain("signed");
  });
});

describe("every answer", () => {
  test.each([
    ["the app", () => wire.send({ headers: { accept: "text/html" } })],
    ["a file", () => wire.send({ path: "/assets/main-4f3a.js" })],
    ["a reply", () => wire.api()],
    ["a refusal", () => wire.send({ cookie: null })],
  ])("%s carries the security headers, a nonce of its own and no CORS header", async (_, get) => {
    const [first, second] = await Promise.all([get(), get()]);
    const policy = first.headers["content-security-policy"];
    expect(policy).toMatch(
      /^default-src 'none'; script-src 'self' 'nonce-[\w+/=]{24}'; style-src 'self' 'nonce-[\w+/=]{24}'; img-src 'self'; font-src 'self'; connect-src 'self'; worker-src 'self'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'$/,
    );
    expect(second.headers["content-security-policy"]).not.toBe(policy);
    expect(first.headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
      "cross-origin-resource-policy": "same-origin",
    });
    expect(Object.keys(first.headers).filter((name) => name.startsWith("access-control-"))).toEqual([]);
  });
});

describe("paths that lead outside", () => {
  test.each([
    "/../secret.txt",
    "/assets/../../secret.txt",
    "/assets/%2e%2e/%2e%2e/secret.txt",
    "/assets/..%2f..%2fsecret.txt",
    "/assets/..%5c..%5csecret.txt",
    "/..\\secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/robots.txt%00.js",
    "/%",
    "/%ff",
    "//evil.example/",
    "http://evil.example/",
    "*",
  ])("%s is no address", async (path) => {
    const got = await wire.send({ path, headers: { accept: "text/html" } });
    expect(got).toMatchObject({ status: 400, body: expect.not.stringContaining("nobody sees this") });
  });

  test.each([
    "/linked.txt",
    "/linked/secret.txt",
    "/%252e%252e/secret.txt",
    "/....//secret.txt",
    "/assets",
    "/secret.txt",
  ])("%s leads nowhere", async (path) => {
    expect(await wire.send({ path })).toMatchObject({ status: 404 });
  });
});

describe("the one-time address", () => {
  test("lets a browser in once, from anywhere, by a page that replaces the location", async () => {
    tokens = ["good"];
    const headers = { "sec-fetch-site": "cross-site", "sec-fetch-mode": "navigate" };
    const got = await wire.send({ path: "/?token=good", cookie: null, headers });
    expect(got.status).toBe(200);
    expect(got.headers["set-cookie"]).toEqual([
      `flopsheet-${server.port}=${SESSION}; Path=/; HttpOnly; SameSite=Strict; Max-Age=34560000`,
    ]);
    const nonce = /'nonce-([^']+)'/.exec(got.headers["content-security-policy"] as string)?.[1];
    expect(got.body).toContain(`<script nonce="${nonce}">location.replace("/");</script>`);
    expect(got.headers["cache-control"]).toBe("no-store");

    const again = await wire.send({ path: "/?token=good", cookie: null });
    expect(again).toMatchObject({
      status: 401,
      headers: expect.not.objectContaining({ "set-cookie": expect.anything() }),
    });
  });

  test.each(["/?token=", "/?token=wrong", "/?token=goo", "/?token=good&token=x", "/?Token=good", "/sheet?token=good"])(
    "%s lets nobody in and uses nothing up",
    async (path) => {
      tokens = path.includes("&") ? ["x"] : ["good"];
      const got = await wire.send({ path, cookie: null, headers: { accept: "text/html" } });
      expect(got.status).toBe(401);
      expect(got.headers["set-cookie"]).toBeUndefined();
      expect(tokens).toHaveLength(1);
    },
  );

  test("a used one takes a browser that is in already to the app", async () => {
    tokens = [];
    const got = await wire.send({ path: "/?token=used" });
    expect(got).toMatchObject({ status: 200, body: expect.stringContaining('location.replace("/")') });
    expect(got.headers["set-cookie"]).toBeUndefined();
  });

  test("a rebound host or another method cannot use it", async () => {
    tokens = ["good"];
    expect(await wire.send({ path: "/?token=good", headers: { host: "evil.example" } })).toMatchObject({ status: 421 });
    expect(await wire.send({ path: "/?token=good", method: "HEAD" })).toMatchObject({ status: 405 });
    expect(tokens).toEqual(["good"]);
  });
});

test("it listens on the loopback address only", async () => {
  const others = Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ internal, family }) => !internal && family === "IPv4");
  for (const { address } of others) {
    const attempt = new Promise((resolve, reject) => {
      request({ host: address, port: server.port, timeout: 1_000 }, resolve).on("error", reject).end();
    });
    await expect(attempt).rejects.toThrow("ECONNREFUSED");
  }
});

test("closing ends what is open", async () => {
  const other = await startLoopbackServer(0, () => ({
    files: new Map(),
    handlers: {},
    session: SESSION,
    onDefect: (defect) => defects.push(defect),
  }));
  const hanging = new Promise((resolve) => {
    const headers = {
      host: `127.0.0.1:${other.port}`,
      origin: other.origin,
      cookie: `flopsheet-${other.port}=${SESSION}`,
      "content-type": "application/json",
      "content-length": "10",
    };
    const asked = request({ host: "127.0.0.1", port: other.port, method: "POST", path: "/api/app.info", headers });
    asked.on("error", resolve);
    asked.write("{", () => setImmediate(() => other.close()));
  });
  expect(await hanging).toMatchObject({ code: "ECONNRESET" });
});

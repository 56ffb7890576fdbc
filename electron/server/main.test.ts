import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtemp, readdir, readFile, rm, stat } from "node:fs/promises";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeAll, beforeEach, expect, test, vi } from "vitest";
import { Wire } from "../backend/http/testing/wire.ts";
import { build, type Ended, program, run } from "../backend/testing/built.ts";
import { snapshotOf } from "../backend/testing/plans.ts";
import { openedRecord } from "../backend/testing/record-files.ts";

// Processes, on a machine that has other work, too.
vi.setConfig({ testTimeout: 30_000 });

let directory: string;
const started: ChildProcessWithoutNullStreams[] = [];

beforeAll(build, 60_000);

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "flopsheet-host-"));
});

afterEach(async () => {
  for (const child of started.splice(0)) {
    if (child.exitCode === null && child.signalCode === null) child.kill("SIGKILL");
  }
  await rm(directory, { recursive: true });
});

const env = () => ({ FLOPSHEET_DATA_DIR: directory, DISPLAY: "", WAYLAND_DISPLAY: "" });

interface Host {
  readonly address: string;
  readonly origin: string;
  readonly end: (signal: NodeJS.Signals) => Promise<Ended>;
}

async function start(...args: string[]): Promise<Host> {
  const child = spawn(process.execPath, [program("server"), ...args], { env: { ...process.env, ...env() } });
  started.push(child);
  let [out, err] = ["", ""];
  child.stderr.on("data", (chunk) => {
    err += chunk;
  });
  const address = await new Promise<string>((resolve, reject) => {
    child.stdout.on("data", (chunk) => {
      out += chunk;
      const found = /^Flopsheet is at (\S+)\n/.exec(out)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once("exit", () => reject(new Error(`${out}${err}`)));
  });
  return {
    address,
    origin: new URL(address).origin,
    end: async (signal) => {
      child.kill(signal);
      const [code] = await once(child, "close");
      return { code, out, err };
    },
  };
}

/** Enters as a browser does, and gives the cookie it is let in by. */
async function enter(address: string): Promise<string> {
  const answer = await fetch(address);
  expect(answer.status).toBe(200);
  return (answer.headers.get("set-cookie") ?? "").split(";")[0] ?? "";
}

/** The app's page as a browser goes to it; fetch() would say that it only fetches. */
const page = (origin: string, cookie: string) =>
  new Wire(Number(new URL(origin).port), "").send({ cookie, headers: { "sec-fetch-mode": "navigate" } });

test("it prints one address, which lets one browser in, once, to the built app", async () => {
  const host = await start("--no-open");
  expect(host.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/\?token=[\w-]+\.[\w-]+$/);
  expect((await fetch(host.origin)).status).toBe(401);
  const cookie = await enter(host.address);
  expect((await fetch(host.address)).status).toBe(401);
  const app = await page(host.origin, cookie);
  expect(app.status).toBe(200);
  expect(app.body).not.toContain("__CSP_NONCE__");
  const nonce = /nonce="([^"]+)"/.exec(app.body)?.[1];
  expect(app.headers["content-security-policy"]).toContain(`'nonce-${nonce}'`);
  const script = /src="(\/assets\/[^"]+\.js)"/.exec(app.body)?.[1] ?? "";
  expect((await fetch(`${host.origin}${script}`, { headers: { cookie } })).status).toBe(200);

  expect(await host.end("SIGTERM")).toEqual({ code: 0, out: `Flopsheet is at ${host.address}\n`, err: "" });
});

test.each(["SIGINT", "SIGTERM", "SIGHUP"] as const)(
  "%s ends it cleanly, and leaves what it keeps for its owner alone",
  async (signal) => {
    const host = await start("--no-open", "--port", "0");
    expect(await readdir(directory)).toContain("browser-host.json");
    expect((await host.end(signal)).code).toBe(0);
    // Neither a log nor a note of who has the record: it was closed.
    expect(await readdir(directory)).toEqual(expect.arrayContaining(["browser-secret", "record.sqlite"]));
    expect(
      (await readdir(directory)).filter(
        (name) => !["backups", "browser-secret", "record.lock", "record.sqlite"].includes(name),
      ),
    ).toEqual([]);
    expect((await stat(join(directory, "browser-secret"))).mode & 0o777).toBe(0o600);
  },
);

test("the address and a browser's way in stay the same from start to start", async () => {
  const first = await start("--no-open");
  const cookie = await enter(first.address);
  await first.end("SIGTERM");
  expect(await readFile(join(directory, "browser-port"), "utf8")).toBe(`${new URL(first.origin).port}\n`);

  const second = await start("--no-open");
  expect(second.origin).toBe(first.origin);
  expect((await page(second.origin, cookie)).status).toBe(200);
  expect((await fetch(first.address)).status).toBe(401);
  await second.end("SIGTERM");
});

test("a second host names the first one, by an address that lets another browser in", async () => {
  const first = await start("--no-open");
  const second = await run(program("server"), ["--no-open"], { env: env() });
  expect(second).toMatchObject({ code: 4, out: "" });
  const address = /^Flopsheet runs already \(process \d+\)\. It is at (\S+)\n$/.exec(second.err)?.[1] ?? "";
  expect(new URL(address).origin).toBe(first.origin);
  expect(await enter(address)).toMatch(/^flopsheet-\d+=/);
  await first.end("SIGTERM");
});

test("after a kill the next host starts, and takes the address over", async () => {
  const first = await start("--no-open");
  await first.end("SIGKILL");
  expect(await readdir(directory)).toContain("browser-host.json");
  const second = await start("--no-open");
  expect(second.origin).toBe(first.origin);
  await second.end("SIGTERM");
});

/** Asks as the page does. */
async function ask(origin: string, cookie: string, method: string, input: unknown = {}): Promise<unknown> {
  const headers = { origin, cookie, "content-type": "application/json" };
  const answer = await fetch(`${origin}/api/${method}`, { method: "POST", headers, body: JSON.stringify(input) });
  return answer.json();
}

test("what was saved is there after a kill", async () => {
  const first = await start("--no-open");
  const id = crypto.randomUUID();
  const snapshot = snapshotOf("kept");
  expect(await ask(first.origin, await enter(first.address), "projects.create", { id, snapshot })).toMatchObject({
    ok: true,
  });
  await first.end("SIGKILL");
  const second = await start("--no-open");
  expect(await ask(second.origin, await enter(second.address), "projects.read", { id })).toMatchObject({
    value: { revision: { number: 1, text: "kept" } },
  });
  await second.end("SIGTERM");
});

test("while another program has the record the app is there, says who, and goes on when it is free", async () => {
  const record = await openedRecord(directory);
  const host = await start("--no-open", "--port", "0");
  const cookie = await enter(host.address);
  expect(await ask(host.origin, cookie, "record.info")).toMatchObject({
    value: { closed: { why: "inUse", owner: { pid: process.pid } } },
  });
  expect(await ask(host.origin, cookie, "projects.list", { deleted: false })).toMatchObject({
    error: { code: "closed" },
  });
  expect(await ask(host.origin, cookie, "templates.list")).toMatchObject({ ok: true });
  await record.close();
  expect(await ask(host.origin, cookie, "record.reopen")).toMatchObject({ value: { closed: null } });
  expect(await ask(host.origin, cookie, "projects.list", { deleted: false })).toEqual({
    ok: true,
    value: { projects: [] },
  });
  expect(await host.end("SIGTERM")).toMatchObject({ code: 0, err: "" });
});

test("a kept port that another program took: it starts elsewhere and says what that means", async () => {
  const first = await start("--no-open");
  await first.end("SIGTERM");
  const port = Number(new URL(first.origin).port);
  const other = createServer().listen(port, "127.0.0.1");
  await once(other, "listening");
  const second = await start("--no-open");
  expect(second.origin).not.toBe(first.origin);
  expect((await second.end("SIGTERM")).err).toContain(
    `Port ${port} is taken by another program. Drafts belong to an address`,
  );

  expect(await run(program("server"), ["--port", String(port)], { env: env() })).toMatchObject({
    code: 3,
    err: `Port ${port} is taken by another program. Choose another with --port, or 0 for any that is free.\n`,
  });
  other.close();
});

test("without a display it says that it opened nothing", async () => {
  const host = await start("--port", "0");
  expect((await host.end("SIGTERM")).err).toBe(
    "There is no display here, so no browser was opened: open the address yourself.\n",
  );
});

test.each([
  [["--port", "65536"], "--port 65536: a port is a number from 0 to 65535."],
  [["--port", "http"], "--port http: a port is a number from 0 to 65535."],
  [["--prot", "1"], "serve has no option --prot. Did you mean --port?"],
  [["plan.json"], 'serve does not know what to do with "plan.json".'],
])("%j is bad input", async (args, message) => {
  const { code, out, err } = await run(program("server"), args, { env: env() });
  expect([code, out]).toEqual([2, ""]);
  expect(err.split("\n")[0]).toBe(message);
});

test("a data directory that cannot be made is told with the way out", async () => {
  const { code, err } = await run(program("server"), [], {
    env: { ...env(), FLOPSHEET_DATA_DIR: "/dev/null/flopsheet" },
  });
  expect(code).toBe(3);
  expect(err).toMatch(
    /^\/dev\/null\/flopsheet cannot be written: .* FLOPSHEET_DATA_DIR names another place for Flopsheet's files\.\n$/,
  );
});

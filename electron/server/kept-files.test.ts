import { chmod, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { hostname, tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { startLoopbackServer } from "../backend/http/loopback-server.ts";
import { listTemplates } from "../backend/templates.ts";
import { runningProof, sessionKey } from "./entry-tokens.ts";
import { keepPort, keptPort } from "./port-file.ts";
import { noteEnded, noteRunning, runningHost } from "./running-file.ts";
import { keptSecret } from "./secret-file.ts";

let directory: string;

beforeEach(async () => {
  directory = await mkdtemp(join(tmpdir(), "flopsheet-kept-"));
});

afterEach(() => rm(directory, { recursive: true }));

describe("the secret", () => {
  const path = () => join(directory, "browser-secret");
  const secret = async () => {
    const result = await keptSecret(directory);
    return result.ok ? result.value : expect.unreachable();
  };

  test("is made once, for its owner's eyes, and kept", async () => {
    const first = await secret();
    expect(first).toMatch(/^[0-9a-f]{64}$/);
    expect((await stat(path())).mode & 0o777).toBe(0o600);
    expect(await secret()).toBe(first);
    expect(await readdir(directory)).toEqual(["browser-secret"]);
  });

  test.runIf(process.platform !== "win32").each([0o644, 0o640, 0o606])(
    "is replaced when others could read it: %o",
    async (mode) => {
      const first = await secret();
      await chmod(path(), mode);
      expect(await secret()).not.toBe(first);
      expect((await stat(path())).mode & 0o777).toBe(0o600);
    },
  );

  test.each(["", "short", "g".repeat(64)])("is replaced when it is %j", async (content) => {
    await writeFile(path(), content, { mode: 0o600 });
    expect(await secret()).toMatch(/^[0-9a-f]{64}$/);
  });

  test("a directory that is not there is told", async () => {
    expect(await keptSecret(join(directory, "none"))).toMatchObject({ ok: false, error: { code: "notFound" } });
  });
});

describe("the port", () => {
  test("is kept", async () => {
    expect(await keptPort(directory)).toBeNull();
    await keepPort(directory, 47_180);
    expect(await keptPort(directory)).toBe(47_180);
  });

  test.each(["", "0", "65536", "80.5", "http"])("%j is none", async (content) => {
    await writeFile(join(directory, "browser-port"), content);
    expect(await keptPort(directory)).toBeNull();
  });
});

describe("the note of the running host", () => {
  const SECRET = "a".repeat(64);
  const note = () => readFile(join(directory, "browser-host.json"), "utf8");

  const host = () =>
    startLoopbackServer(0, (port) => ({
      files: new Map(),
      handlers: { "templates.list": () => ({ ok: true, value: listTemplates() }) },
      session: sessionKey(SECRET, port),
      prove: (challenge) => runningProof(SECRET, port, challenge),
      onDefect: (defect) => expect.unreachable(String(defect)),
    }));

  test("names a host that answers and knows the secret", async () => {
    expect(await runningHost(directory, SECRET)).toBeNull();
    const server = await host();
    try {
      await noteRunning(directory, "run 1", server.port);
      expect(await runningHost(directory, SECRET)).toEqual({
        run: "run 1",
        pid: process.pid,
        machine: hostname(),
        port: server.port,
      });
      expect(await runningHost(directory, "b".repeat(64))).toBeNull();
    } finally {
      await server.close();
    }
  });

  test("a host that a kill ended, a stranger on its port and a host of another machine run not", async () => {
    const ended = await host();
    await noteRunning(directory, "run 1", ended.port);
    await ended.close();
    expect(await runningHost(directory, SECRET)).toBeNull();

    // One that refuses, and one that says yes to everything and keeps what it is sent.
    const sent: string[] = [];
    for (const status of [404, 200]) {
      const stranger: Server = createServer((request, response) => {
        sent.push(JSON.stringify(request.headers));
        response.writeHead(status).end('{"ok":true,"value":[],"proof":"yes"}');
      }).listen(0, "127.0.0.1");
      await new Promise((resolve) => stranger.once("listening", resolve));
      const { port } = stranger.address() as AddressInfo;
      await noteRunning(directory, "run 1", port);
      expect(await runningHost(directory, SECRET)).toBeNull();
      expect(sent.join()).not.toContain(sessionKey(SECRET, port));
      stranger.close();
      stranger.closeAllConnections();
    }
    expect(sent).toHaveLength(2);

    const server = await host();
    await noteRunning(directory, "run 1", server.port);
    await writeFile(join(directory, "browser-host.json"), (await note()).replace(hostname(), "another-machine"));
    expect(await runningHost(directory, SECRET)).toBeNull();
    await server.close();
  });

  test.each(["", "{}", '{"run":"x","pid":1,"machine":"m","port":0}', "[1]"])("%j is no note", async (content) => {
    await writeFile(join(directory, "browser-host.json"), content);
    expect(await runningHost(directory, SECRET)).toBeNull();
  });

  test("is taken away by its own host only", async () => {
    await noteRunning(directory, "run 2", 47_180);
    await noteEnded(directory, "run 1");
    expect(await note()).toContain("run 2");
    await noteEnded(directory, "run 2");
    expect(await readdir(directory)).toEqual([]);
  });
});

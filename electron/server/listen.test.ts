import { createServer, type Server } from "node:net";
import { afterEach, expect, test } from "vitest";
import type { SiteAtPort } from "../backend/http/loopback-server.ts";
import { FIRST_PORT, type Listening, listen } from "./listen.ts";

const site: SiteAtPort = () => ({ files: new Map(), handlers: {}, session: "s", onDefect: () => expect.unreachable() });

const open: { close(): unknown }[] = [];

afterEach(async () => {
  for (const each of open.splice(0)) await each.close();
});

/** Another program on a port; 0 takes any. */
async function occupy(port: number): Promise<number> {
  const other: Server = createServer();
  await new Promise<void>((resolve) => other.listen(port, "127.0.0.1", resolve));
  open.push({ close: () => new Promise((resolve) => other.close(resolve)) });
  const address = other.address();
  return typeof address === "object" && address !== null ? address.port : expect.unreachable();
}

async function listened(asked: number | null, kept: number | null): Promise<Listening> {
  const result = await listen(asked, kept, site);
  if (!result.ok) throw new Error(result.error);
  open.push(result.value.server);
  return result.value;
}

/** A port that was free a moment ago. */
async function freePort(): Promise<number> {
  const port = await occupy(0);
  await open.pop()?.close();
  return port;
}

test("the kept port is taken again, without a word", async () => {
  const kept = await freePort();
  expect(await listened(null, kept)).toMatchObject({ server: { port: kept }, keep: false, notice: null });
});

test("a first start takes the usual port and keeps it; where it is taken, another, which is kept", async () => {
  const first = await listened(null, null);
  expect(first).toMatchObject({ keep: true, notice: null });
  const second = await listened(null, null);
  expect(second).toMatchObject({ keep: true, notice: null });
  expect(second.server.port).not.toBe(FIRST_PORT);
});

test("a kept port that is taken is not forgotten: another one, for this once, and a plain word on drafts", async () => {
  const kept = await occupy(0);
  const { server, keep, notice } = await listened(null, kept);
  expect(server.port).not.toBe(kept);
  expect(keep).toBe(false);
  expect(notice).toBe(
    `Port ${kept} is taken by another program. Drafts belong to an address: those made at http://127.0.0.1:${kept} ` +
      "are not seen at this one. To see them, end that program and start Flopsheet again.",
  );
});

test("a port that was asked for is that port, this once, or an error", async () => {
  const free = await freePort();
  expect(await listened(free, 1)).toMatchObject({ server: { port: free }, keep: false, notice: null });
  expect((await listened(0, 1)).server.port).toBeGreaterThan(0);
  const taken = await occupy(0);
  expect(await listen(taken, null, site)).toEqual({
    ok: false,
    error: `Port ${taken} is taken by another program. Choose another with --port, or 0 for any that is free.`,
  });
});

import { expect } from "vitest";
import { httpTransport, inMemoryTransport } from "../../shared/contract/transports.ts";
import { sessionCookieName } from "../backend/http/guards/session.ts";
import { type LoopbackServer, startLoopbackServer } from "../backend/http/loopback-server.ts";
import { contractSuite } from "../backend/testing/contract-suite.ts";

contractSuite("in memory", async (handlers) => ({
  transport: inMemoryTransport(handlers),
  close: () => Promise.resolve(),
}));

contractSuite("over HTTP", async (handlers) => {
  const onDefect = (defect: unknown) => expect.unreachable(String(defect));
  const server = await startLoopbackServer(0, () => ({ files: new Map(), handlers, session: "s", onDefect }));
  return { transport: httpTransport((path, body) => post(server, path, body)), close: server.close };
});

async function post({ origin, port }: LoopbackServer, path: string, body: string): Promise<string> {
  const headers = { origin, "content-type": "application/json", cookie: `${sessionCookieName(port)}=s` };
  const answer = await fetch(`${origin}${path}`, { method: "POST", headers, body });
  return answer.text();
}

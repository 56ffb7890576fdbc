import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { failure } from "../../../shared/contract/reply.ts";
import { json, send } from "./answer.ts";
import { answerRequest, type Site } from "./routes.ts";

export interface LoopbackServer {
  readonly port: number;
  /** As `http://127.0.0.1:47180`. */
  readonly origin: string;
  /** Stops listening and ends what is under way. */
  close(): Promise<void>;
}

/** A site that does not know its port yet; the session may depend on it. */
export type SiteAtPort = (port: number) => Omit<Site, "port">;

/**
 * Serves a site on 127.0.0.1 only, at `port` or, for 0, at a free one.
 *
 * @throws the system's error when it cannot listen there (EADDRINUSE, EACCES).
 */
export async function startLoopbackServer(port: number, siteAt: SiteAtPort): Promise<LoopbackServer> {
  const server = createServer();
  await listen(server, port);
  const actual = (server.address() as AddressInfo).port;
  const site: Site = { ...siteAt(actual), port: actual };

  server.on("request", (request, response) => {
    answerRequest(request, site).then(
      (answer) => send(request, response, answer),
      (defect: unknown) => {
        // The person went away in the middle of a question: nobody waits for the answer.
        if (request.destroyed && !request.complete) return;
        site.onDefect(defect);
        send(request, response, json(500, failure("internal", "Something went wrong inside Flopsheet.")));
      },
    );
  });

  return {
    port: actual,
    origin: `http://127.0.0.1:${actual}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ port, host: "127.0.0.1" }, () => {
      server.off("error", reject);
      resolve();
    });
  });
}

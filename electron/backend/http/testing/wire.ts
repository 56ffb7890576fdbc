/** Requests as they go over the wire, for tests of a loopback server: nothing is normalised on the way. */
import { type IncomingHttpHeaders, type OutgoingHttpHeaders, request } from "node:http";
import { text } from "node:stream/consumers";

export interface Sent {
  readonly method?: string;
  readonly path?: string;
  readonly headers?: OutgoingHttpHeaders;
  readonly body?: string | Iterable<string>;
  /** The whole Cookie header; null for none; absent for the session's. */
  readonly cookie?: string | null;
}

export interface Got {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly body: string;
}

/** A browser that is in already, as far as its headers go. */
export class Wire {
  readonly port: number;
  readonly #session: string;

  constructor(port: number, session: string) {
    this.port = port;
    this.#session = session;
  }

  send({ method = "GET", path = "/", headers = {}, body, cookie }: Sent): Promise<Got> {
    const session = cookie === undefined ? `flopsheet-${this.port}=${this.#session}` : cookie;
    const withCookie = session === null ? headers : { cookie: session, ...headers };
    const host = `127.0.0.1:${this.port}`;
    return new Promise((resolve, reject) => {
      const asked = request({ host: "127.0.0.1", port: this.port, method, path, headers: { host, ...withCookie } });
      let answered = false;
      asked.on("response", (response) => {
        answered = true;
        text(response).then((content) => {
          resolve({ status: response.statusCode ?? 0, headers: response.headers, body: content });
          asked.destroy();
        }, reject);
      });
      // A host that has refused a body closes while it is still being sent.
      asked.on("error", (error) => answered || reject(error));
      for (const chunk of typeof body === "string" ? [body] : (body ?? [])) asked.write(chunk);
      asked.end();
    });
  }

  /** A question as our own page asks it, but for the changes. */
  api(changes: Sent = {}): Promise<Got> {
    return this.send({
      method: "POST",
      path: "/api/templates.list",
      body: "{}",
      ...changes,
      headers: {
        origin: `http://127.0.0.1:${this.port}`,
        "sec-fetch-site": "same-origin",
        "content-type": "application/json",
        ...changes.headers,
      },
    });
  }
}

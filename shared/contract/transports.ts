/** How a question travels. All ways carry JSON, so that neither lets through what the other would lose. */
import type { Transport } from "./client.ts";
import { dispatch, type Handlers } from "./dispatch.ts";
import type { Bridge } from "./host-events.ts";

/** Asks handlers in the same process. */
export function inMemoryTransport(handlers: Handlers): Transport {
  return async ({ method, input }) => throughJson(await dispatch(handlers, { method, input: throughJson(input) }));
}

/** Sends `body` by `POST` with type application/json to `path` of the host, and gives the answer's text. */
export type Post = (path: string, body: string) => Promise<string>;

/** Asks a host over HTTP: `POST /api/<method>` with the input as the body. The caller brings the fetching. */
export function httpTransport(post: Post): Transport {
  return async ({ method, input }) => JSON.parse(await post(`/api/${method}`, JSON.stringify(input)));
}

/** Asks Electron's main process over the bridge that the preload puts into the page. */
export function ipcTransport(bridge: Pick<Bridge, "ask">): Transport {
  return async ({ method, input }) => throughJson(await bridge.ask({ method, input: throughJson(input) }));
}

function throughJson(value: unknown): unknown {
  return value === undefined ? undefined : JSON.parse(JSON.stringify(value));
}

/** Picks the transport: the only file that knows in which host the renderer runs. */
import { type Client, createClient } from "../../shared/contract/client.ts";
import { httpTransport, ipcTransport } from "../../shared/contract/transports.ts";
import { bridge } from "./bridge.ts";

export const client: Client = createClient(bridge === undefined ? httpTransport(post) : ipcTransport(bridge));

async function post(path: string, body: string): Promise<string> {
  const answer = await fetch(path, {
    method: "POST",
    headers: { "content-type": "application/json" },
    credentials: "same-origin",
    body,
  });
  return answer.text();
}

import type { IncomingMessage } from "node:http";
import { exact } from "../../../shared/units/format/exact.ts";
import type { Refusal } from "./refusal.ts";

/** The largest body that a question may have, in bytes. */
export const MAX_BODY_BYTES = 20_000_000;

const tooLarge: Refusal = {
  status: 413,
  message: `A question has at most ${exact(MAX_BODY_BYTES)} bytes.`,
};

/**
 * The body of a request, or a refusal as soon as it is known to be too large: by its Content-Length, before a byte is read,
 * or by what has come in when it is sent in chunks.
 */
export async function readBody(request: IncomingMessage): Promise<{ readonly body: Buffer } | Refusal> {
  if (Number(request.headers["content-length"] ?? 0) > MAX_BODY_BYTES) return tooLarge;
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length;
    if (length > MAX_BODY_BYTES) return tooLarge;
    chunks.push(chunk);
  }
  return { body: Buffer.concat(chunks) };
}

import type { IncomingMessage, ServerResponse } from "node:http";
import { type ErrorCode, failure } from "../../../shared/contract/reply.ts";
import { messagePage, newNonce } from "./page.ts";
import type { Refusal } from "./refusal.ts";
import { securityHeaders } from "./security-headers.ts";

export interface Answer {
  readonly status: number;
  readonly type: string;
  readonly content: string | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
  /** The nonce that the content was written with. */
  readonly nonce?: string;
}

/** Sends one answer, whole, with every security header. Nothing is kept by a cache unless the answer says so. */
export function send(request: IncomingMessage, response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, {
    ...securityHeaders(answer.nonce ?? newNonce()),
    "cache-control": "no-store",
    ...answer.headers,
    "content-type": answer.type,
    "content-length": Buffer.byteLength(answer.content),
    // What is left of a body that nobody wants is not read as the next request.
    ...(request.complete ? {} : { connection: "close" }),
  });
  response.end(request.method === "HEAD" ? undefined : answer.content);
}

export const json = (status: number, value: unknown): Answer => ({
  status,
  type: "application/json; charset=utf-8",
  content: JSON.stringify(value),
});

export const html = (status: number, content: string): Answer => ({
  status,
  type: "text/html; charset=utf-8",
  content,
});

/** A refusal in the words of the one who asked: a reply for the contract, a page for a person. */
export function refusalAnswer(refusal: Refusal, path: string | null): Answer {
  const { status, message, headers } = refusal;
  const code: ErrorCode = status === 413 ? "tooLarge" : "refused";
  const answer = path?.startsWith("/api/") ? json(status, failure(code, message)) : html(status, messagePage(message));
  return headers === undefined ? answer : { ...answer, headers };
}

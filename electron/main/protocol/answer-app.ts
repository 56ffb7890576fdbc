import type { Protocol } from "electron";
import { failure } from "../../../shared/contract/reply.ts";
import { type Answer, html, json } from "../../backend/http/answer.ts";
import { fileAnswer, isPagePath, pageAnswer } from "../../backend/http/app-files.ts";
import { messagePage, newNonce } from "../../backend/http/page.ts";
import { requestPath } from "../../backend/http/request-path.ts";
import type { StaticFiles } from "../../backend/http/static-files.ts";
import { isOurs, SCHEME } from "../app-address.ts";
import { withContentPolicy } from "../security/content-policy.ts";

const nothingHere = (): Answer => html(404, messagePage("There is nothing here."));

/**
 * The answer to a request for an address of the app: a file of the built renderer, or, for a path that looks like no file, the
 * app's page, which knows its own routes. Only GET and HEAD; questions of the contract do not come this way.
 */
export function answerAppRequest(request: Pick<Request, "url" | "method">, files: StaticFiles): Response {
  const answer = findAnswer(request, files);
  const headers = withContentPolicy(answer.nonce ?? newNonce(), {
    "cache-control": "no-store",
    ...answer.headers,
    "content-type": answer.type,
  });
  const { content } = answer;
  const body = typeof content === "string" ? content : new Uint8Array(content);
  return new Response(request.method === "HEAD" ? null : body, { status: answer.status, headers });
}

function findAnswer({ url, method }: Pick<Request, "url" | "method">, files: StaticFiles): Answer {
  if (!isOurs(url)) return nothingHere();
  if (method !== "GET" && method !== "HEAD") return json(405, failure("refused", "Only GET is answered here."));
  const path = requestPath(new URL(url).pathname);
  if (path === null) return nothingHere();
  return fileAnswer(files, path) ?? (isPagePath(path) ? pageAnswer(files) : null) ?? nothingHere();
}

/** Lets a session's pages come from the built renderer. */
export function answerApp(protocol: Pick<Protocol, "handle">, files: StaticFiles): void {
  protocol.handle(SCHEME, (request) => answerAppRequest(request, files));
}

/** Who may ask, what they asked for, and what they get: every request takes this one way, top to bottom. */
import type { IncomingMessage } from "node:http";
import { dispatch, type Handlers } from "../../../shared/contract/dispatch.ts";
import { failure } from "../../../shared/contract/reply.ts";
import { type Answer, html, json, refusalAnswer } from "./answer.ts";
import { fileAnswer, isPagePath, pageAnswer } from "./app-files.ts";
import { refuseOtherContent } from "./guards/content-type.ts";
import { refuseForeignSite } from "./guards/fetch-site.ts";
import { refuseForeignHost } from "./guards/host.ts";
import { refuseOtherMethods } from "./guards/method.ts";
import { refuseForeignOrigin } from "./guards/origin.ts";
import { hasSession, refuseWithoutSession, sessionCookieName } from "./guards/session.ts";
import { entryPage, newNonce } from "./page.ts";
import { readBody } from "./read-body.ts";
import { requestPath } from "./request-path.ts";
import type { StaticFiles } from "./static-files.ts";

export interface Site {
  readonly port: number;
  readonly files: StaticFiles;
  readonly handlers: Handlers;
  /** The value of the session's cookie. */
  readonly session: string;
  /** Uses a one-time token up; says whether it was good. Absent: there is no way in by an address. */
  readonly spendToken?: (token: string) => boolean;
  /** Signs a challenge of whoever wants to know whether this host is the one it should be. Absent: nobody asks. */
  readonly prove?: (challenge: string) => string;
  readonly onDefect: (defect: unknown) => void;
}

/** Cookies are cut to 400 days by browsers; the secret behind this one lives in the data directory. */
const COOKIE_SECONDS = 400 * 24 * 60 * 60;

const notFound = { status: 404, message: "There is nothing here." };

export async function answerRequest(request: IncomingMessage, site: Site): Promise<Answer> {
  const authority = `127.0.0.1:${site.port}`;
  const path = requestPath(request.url ?? "");
  const foreignHost = refuseForeignHost(request, authority);
  if (foreignHost !== null) return refusalAnswer(foreignHost, path);
  if (path === null) return refusalAnswer({ status: 400, message: "That is no address of Flopsheet." }, path);

  const entry = enter(request, site, path);
  if (entry !== null) return entry;

  const foreign = refuseForeignSite(request) ?? refuseForeignOrigin(request, authority);
  if (foreign !== null) return refusalAnswer(foreign, path);

  const proof = proveItself(request, site, path);
  if (proof !== null) return proof;

  const stranger = refuseWithoutSession(request, site.port, site.session);
  if (stranger !== null) return refusalAnswer(stranger, path);

  return path.startsWith("/api/") ? answerApi(request, site, path) : answerPage(request, site, path);
}

/**
 * An address with a one-time token. It may be followed from anywhere (a terminal in a browser is another site): the token
 * itself proves that it was printed for this person. A used token is no harm to a browser that is in already.
 */
function enter(request: IncomingMessage, site: Site, path: string): Answer | null {
  const token = new URLSearchParams(request.url?.split("?", 2)[1]).get("token");
  if (site.spendToken === undefined || token === null || path !== "/") return null;
  const refusal = refuseOtherMethods(request, ["GET"]);
  if (refusal !== null) return refusalAnswer(refusal, path);
  const nonce = newNonce();
  const page: Answer = { ...html(200, entryPage(nonce)), nonce };
  if (site.spendToken(token)) {
    const cookie = `${sessionCookieName(site.port)}=${site.session}; Path=/; HttpOnly; SameSite=Strict; Max-Age=${COOKIE_SECONDS}`;
    return { ...page, headers: { "set-cookie": cookie } };
  }
  if (hasSession(request, site.port, site.session)) return page;
  const message =
    "This address was used already, or is from an earlier start: it works once. " +
    "Start Flopsheet again, here or in a second terminal, and open the address that it prints.";
  return refusalAnswer({ status: 401, message }, path);
}

/** Where a second host of the same person asks, and what it sends: random, so that no answer can be kept for later. */
export const PROOF_PATH = "/running";
export const CHALLENGE_HEADER = "flopsheet-challenge";

/** The only answer that needs no session: whoever asks has not sent a secret yet, because this might be a stranger. */
function proveItself(request: IncomingMessage, site: Site, path: string): Answer | null {
  const challenge = request.headers[CHALLENGE_HEADER];
  if (site.prove === undefined || path !== PROOF_PATH || request.method !== "GET") return null;
  if (typeof challenge !== "string" || !/^[\w-]{22,64}$/.test(challenge)) return null;
  return json(200, { proof: site.prove(challenge) });
}

async function answerApi(request: IncomingMessage, site: Site, path: string): Promise<Answer> {
  const refusal = refuseOtherMethods(request, ["POST"]) ?? refuseOtherContent(request);
  if (refusal !== null) return refusalAnswer(refusal, path);
  const read = await readBody(request);
  if (!("body" in read)) return refusalAnswer(read, path);
  let input: unknown;
  try {
    input = JSON.parse(read.body.toString("utf8"));
  } catch {
    return json(400, failure("invalidInput", "The question is not JSON."));
  }
  // What the contract answers, errors included, is an answer: the status tells only whether the question got through.
  return json(200, await dispatch(site.handlers, { method: path.slice("/api/".length), input }, site.onDefect));
}

function answerPage(request: IncomingMessage, site: Site, path: string): Answer {
  const refusal = refuseOtherMethods(request, ["GET", "HEAD"]);
  if (refusal !== null) return refusalAnswer(refusal, path);
  const file = fileAnswer(site.files, path);
  if (file !== null) return file;
  const page = isNavigation(request, path) ? pageAnswer(site.files) : null;
  return page ?? refusalAnswer(notFound, path);
}

/** Whether a person goes to a page of the app rather than a page fetches a file. */
function isNavigation(request: IncomingMessage, path: string): boolean {
  if (!isPagePath(path)) return false;
  const mode = request.headers["sec-fetch-mode"];
  return mode === undefined ? (request.headers.accept ?? "").includes("text/html") : mode === "navigate";
}

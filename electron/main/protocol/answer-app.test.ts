import { expect, test } from "vitest";
import type { StaticFile, StaticFiles } from "../../backend/http/static-files.ts";
import { ORIGIN, pageAddress, SCHEME } from "../app-address.ts";
import { answerApp, answerAppRequest } from "./answer-app.ts";

const file = (type: string, content: string, immutable = false): StaticFile => ({
  type,
  content: Buffer.from(content),
  immutable,
});

const files: StaticFiles = new Map([
  ["/index.html", file("text/html", '<script nonce="__CSP_NONCE__"></script>')],
  ["/assets/main-1a2b.js", file("text/javascript; charset=utf-8", "export {}", true)],
]);

const get = (url: string, method = "GET") => answerAppRequest({ url, method }, files);

test.each(["/", "/project/9b2/sheet", "/print/AbC_-123", "/settings?a=b#c"])(
  "%s is the app's page, with a nonce of its own in page and policy",
  async (path) => {
    const answers = [get(pageAddress(path)), get(pageAddress(path))];
    const nonces = await Promise.all(
      answers.map(async (answer) => {
        expect(answer.status).toBe(200);
        expect(answer.headers.get("content-type")).toBe("text/html; charset=utf-8");
        const nonce = /nonce="([^"]+)"/.exec(await answer.text())?.[1];
        expect(answer.headers.get("content-security-policy")).toContain(`script-src 'self' 'nonce-${nonce}'`);
        return nonce;
      }),
    );
    expect(nonces[0]).not.toBe(nonces[1]);
  },
);

test("a file is answered as it is, to be kept when its name holds its content", async () => {
  const answer = get(pageAddress("/assets/main-1a2b.js"));
  expect(answer.headers.get("content-type")).toBe("text/javascript; charset=utf-8");
  expect(answer.headers.get("cache-control")).toContain("immutable");
  expect(await answer.text()).toBe("export {}");
});

test("HEAD has no body", async () => {
  expect(await get(pageAddress("/"), "HEAD").text()).toBe("");
});

test.each([
  "/assets/gone.js",
  "/favicon.ico",
  "/index.html",
  "/assets/",
  "/..%2f..%2fetc/passwd",
  "/%2e%2e/%2e%2e/etc/passwd.txt",
  "/a%00b",
  "/a%5cb",
  "/%zz",
])("%s is nothing of the app's", (path) => {
  expect(get(pageAddress(path)).status).toBe(404);
});

test.each(["app://other/", "app://flopsheet.example/", "https://flopsheet/"])("%s is not answered", (url) => {
  expect(get(url).status).toBe(404);
});

test.each(["POST", "PUT", "DELETE", "OPTIONS"])("%s is refused: questions go over the bridge", (method) => {
  expect(get(pageAddress("/api/app.info"), method).status).toBe(405);
});

test("a session is given the scheme, and no other", async () => {
  const handled = new Map<string, (request: Request) => Response | Promise<Response>>();
  answerApp({ handle: (scheme, answer) => void handled.set(scheme, answer) }, files);
  expect([...handled.keys()]).toEqual([SCHEME]);
  const answer = await handled.get(SCHEME)?.(new Request(`${ORIGIN}/`));
  expect(answer?.status).toBe(200);
});

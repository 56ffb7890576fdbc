import type { Session } from "electron";
import { expect, test } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { onlyOurContent } from "./secure-content.ts";

type Listener = (details: { readonly url: string }, answer: (response: { readonly cancel?: boolean }) => void) => void;

function loads(url: string, development = false): boolean {
  let listener: Listener | null = null;
  const webRequest = {
    onBeforeRequest: (given: Listener) => {
      listener = given;
    },
  };
  onlyOurContent({ webRequest } as unknown as Session, development);
  let cancelled: boolean | undefined;
  (listener as Listener | null)?.({ url }, ({ cancel }) => {
    cancelled = cancel;
  });
  return cancelled === false;
}

test.each([`${ORIGIN}/`, `${ORIGIN}/assets/main.js`, `blob:${ORIGIN}/3f0c`])("checklist 1: %s is loaded", (url) => {
  expect(loads(url)).toBe(true);
});

test.each([
  "https://example.org/",
  "http://127.0.0.1:47180/",
  "ws://127.0.0.1:9229/",
  "file:///etc/passwd",
  "app://other/",
  "blob:https://example.org/1",
  "blob:null/1",
  "data:text/html,x",
  "chrome://version/",
  "chrome-extension://abc/x.js",
  "devtools://devtools/bundled/inspector.html",
  "ftp://example.org/",
  "",
])("checklist 1: %s is not", (url) => {
  expect(loads(url)).toBe(false);
});

test("checklist 1: developer tools load in a checkout", () => {
  expect(loads("devtools://devtools/bundled/inspector.html", true)).toBe(true);
  expect(loads("https://example.org/", true)).toBe(false);
});

import { type Answer, html } from "./answer.ts";
import { newNonce, pageWithNonce } from "./page.ts";
import type { StaticFiles } from "./static-files.ts";

/** The file of that path; index.html is a page, not a file, since it carries a nonce. */
export function fileAnswer(files: StaticFiles, path: string): Answer | null {
  const file = path === "/index.html" ? undefined : files.get(path);
  if (file === undefined) return null;
  const cacheControl = file.immutable ? "private, max-age=31536000, immutable" : "no-cache";
  return { status: 200, type: file.type, content: file.content, headers: { "cache-control": cacheControl } };
}

/** Whether a path can be one of the app's pages, whose routes are the app's own affair: it looks like no file. */
export const isPagePath = (path: string): boolean => !path.startsWith("/assets/") && !/\.[^/]*$/.test(path);

/** The app's page, with a nonce of its own for each answer; null when the renderer is not built. */
export function pageAnswer(files: StaticFiles): Answer | null {
  const index = files.get("/index.html");
  if (index === undefined) return null;
  const nonce = newNonce();
  return { ...html(200, pageWithNonce(index.content.toString("utf8"), nonce)), nonce };
}

import { randomBytes } from "node:crypto";

/** What index.html has in place of a nonce. */
const NONCE_PLACEHOLDER = "__CSP_NONCE__";

export const newNonce = (): string => randomBytes(16).toString("base64");

/** The app's page with this response's nonce. */
export const pageWithNonce = (html: string, nonce: string): string => html.replaceAll(NONCE_PLACEHOLDER, nonce);

/** A page of our own words: why a person does not see the app. */
export function messagePage(message: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Flopsheet</title>
<h1>Flopsheet</h1><p>${escapeHtml(message)}</p></html>
`;
}

/** The page that a one-time address is answered with: it takes the address out of the history and goes on to the app. */
export function entryPage(nonce: string): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>Flopsheet</title>
<script nonce="${nonce}">location.replace("/");</script>
<noscript><p><a href="/">Go on to Flopsheet</a></p></noscript></html>
`;
}

function escapeHtml(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}

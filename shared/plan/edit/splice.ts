/** Replacing characters of a text, and finding one's way in its lines. */
import type { Span } from "../text/source.ts";

/** Characters `from` to `to` become `text`. */
export interface Splice extends Span {
  readonly text: string;
}

/** `text` with every one of `splices` made; they do not overlap. */
export function spliced(text: string, splices: readonly Splice[]): string {
  let result = text;
  for (const { from, to, text: put } of splices.toSorted((a, b) => b.from - a.from)) {
    result = result.slice(0, from) + put + result.slice(to);
  }
  return result;
}

/** Where the line of the character at `at` begins. */
export const lineStart = (text: string, at: number): number => text.lastIndexOf("\n", at - 1) + 1;

/** Where the line of the character at `at` ends: before its line end, which may be \r\n. */
export function lineEnd(text: string, at: number): number {
  const end = text.indexOf("\n", at);
  if (end < 0) return text.length;
  return end > at && text.charAt(end - 1) === "\r" ? end - 1 : end;
}

/** White space at the beginning of the line of `at`, no further than `at`. */
export function indentAt(text: string, at: number): string {
  const start = lineStart(text, at);
  let end = start;
  while (end < at && isBlank(text.charCodeAt(end))) end++;
  return text.slice(start, end);
}

/** Whether only white space stands before `at` on its line. */
export const isFirstOnLine = (text: string, at: number): boolean =>
  lineStart(text, at) + indentAt(text, at).length === at;

/** The first place from `at` on that is no white space. */
export function skipSpace(text: string, at: number): number {
  let next = at;
  while (next < text.length && isSpace(text.charCodeAt(next))) next++;
  return next;
}

/** The last place up to `at` before which no white space stands. */
export function backOverSpace(text: string, at: number): number {
  let next = at;
  while (next > 0 && isSpace(text.charCodeAt(next - 1))) next--;
  return next;
}

const isBlank = (code: number): boolean => code === 32 || code === 9;
const isSpace = (code: number): boolean => isBlank(code) || code === 10 || code === 13;

/** What the YAML library says about a text, in plain words. */
import type { ErrorCode, YAMLParseError } from "yaml";
import { shorten } from "./document-path.ts";
import type { PlacedFault } from "./source.ts";

interface Words {
  readonly message: string;
  readonly allowed: string;
  readonly hint?: string;
}

const BRACKETS = "Look for a missing comma, quote or bracket here or just before.";
const INDENT = "Indent by the same number of spaces as the lines beside it.";

const notCorrect: Words = {
  message: "The text is not written correctly here",
  allowed: "YAML or JSON",
  hint: BRACKETS,
};

const WORDS: Partial<Record<ErrorCode, Words>> = {
  ALIAS_PROPS: { message: "An alias has an anchor or a tag of its own", allowed: "the alias alone" },
  BAD_ALIAS: {
    message: "An anchor or an alias has no name",
    allowed: "&name or *name",
    hint: "Put text that starts with & or * in quotes.",
  },
  BAD_DIRECTIVE: { message: "A line that starts with % is not understood", allowed: "a plan without such lines" },
  BAD_DQ_ESCAPE: {
    message: "A quoted text has an escape that does not exist",
    allowed: '\\n, \\t, \\", \\\\ or \\u and four digits',
    hint: "Write a backslash twice.",
  },
  BAD_INDENT: {
    message: "The indentation does not fit the lines around it",
    allowed: "one depth for what belongs together",
    hint: INDENT,
  },
  BAD_PROP_ORDER: {
    message: "An anchor or a tag stands at the wrong place",
    allowed: "an anchor just before its value",
  },
  BAD_SCALAR_START: { message: "A value cannot start with this character", allowed: "the value in quotes" },
  BLOCK_AS_IMPLICIT_KEY: {
    message: "A second colon on one line",
    allowed: "one key and its value on a line",
    hint: "Put text with a colon in quotes, or the inner key on a line of its own.",
  },
  BLOCK_IN_FLOW: { message: "Indented lines stand inside brackets", allowed: "values and commas inside brackets" },
  KEY_OVER_1024_CHARS: { message: "A key is longer than 1,024 characters", allowed: "a short key" },
  MULTILINE_IMPLICIT_KEY: {
    message: "A key runs over more than one line",
    allowed: "a key, a colon and a value",
    hint: "Look for a missing colon or quote here or just before.",
  },
  MULTIPLE_ANCHORS: { message: "A value has two anchors", allowed: "one anchor" },
  MULTIPLE_TAGS: { message: "Tags are not read", allowed: "plain values" },
  RESOURCE_EXHAUSTION: {
    message: "The document is nested too deeply",
    allowed: "at most 40 levels; a plan needs fewer than 10",
  },
  TAB_AS_INDENT: { message: "A line is indented with a tab", allowed: "spaces", hint: "Replace the tab by spaces." },
  TAG_RESOLVE_FAILED: { message: "Tags are not read", allowed: "plain values" },
};

/** Slips that have a code in common, told apart by what the library writes about them. */
const BY_TEXT: readonly (Words & { readonly pattern: RegExp })[] = [
  { pattern: /closing/, message: "A quoted text does not end", allowed: "a closing quote" },
  { pattern: /end with a? ?[}\]]/, message: "A bracket is not closed", allowed: "a closing bracket", hint: BRACKETS },
  { pattern: /^Missing ,/, message: "A comma is missing", allowed: "a comma between two values" },
  { pattern: /map keys need/, message: "A key has no colon", allowed: "a key, a colon and a value" },
  { pattern: /space after :|followed by/, message: "A space is missing", allowed: "a space after the colon" },
];

/** `error` of the library about `text` as a fault. */
export function syntaxFault(text: string, error: YAMLParseError): PlacedFault {
  const words = WORDS[error.code] ?? BY_TEXT.find(({ pattern }) => pattern.test(error.message)) ?? notCorrect;
  const [from, to] = error.pos;
  const written = text.slice(from, to).trim();
  return {
    path: [],
    at: { from, to },
    message: words.message,
    value: written === "" ? null : shorten(JSON.stringify(written), 40),
    allowed: words.allowed,
    hint: words.hint ?? null,
    edit: null,
  };
}

/**
 * Reads JSON (RFC 8259) with the place of every value: many times faster than reading it as YAML, which is what most
 * plans, and every plan that this program writes, gain by.
 */

import { err, ok, type Result } from "../../lib/result.ts";
import type { DocumentPath } from "../fault.ts";
import { Mapping } from "./mapping.ts";
import { numberTooLarge, tooDeep, tooManyValues } from "./refusals.ts";
import { MAX_DEPTH, MAX_VALUES, type PlacedFault, type Reading, type SourceNode, type Span } from "./source.ts";

/** Why a text was not read as JSON. */
export interface JsonStop {
  readonly fault: PlacedFault;
  /** JSON so far, but nested too deeply or with too many values: read as anything else it would be so, too. */
  readonly isTooMuch: boolean;
}

/**
 * The document in `text`, or the first place where it is no JSON. Duplicate keys and numbers beyond a double's reach do
 * not stop the reading: they are faults of it.
 */
export function readJson(text: string): Result<Reading, JsonStop> {
  const reader = new JsonReader(text);
  const root = reader.document();
  return root === null ? err(reader.stopped()) : ok({ root, faults: reader.faults });
}

const NUMBER = /-?(?:0|[1-9]\d*)(?:\.\d+)?(?:[eE][+-]?\d+)?/y;
const WORDS = [
  { text: "true", value: true },
  { text: "false", value: false },
  { text: "null", value: null },
] as const;

/** Methods answer null where the text is no JSON; `stopped` then says why. */
class JsonReader {
  readonly faults: PlacedFault[] = [];
  readonly #text: string;
  readonly #path: (string | number)[] = [];
  #at = 0;
  #values = 0;
  #stopped: JsonStop | null = null;

  constructor(text: string) {
    this.#text = text;
  }

  stopped(): JsonStop {
    return this.#stopped ?? unexpected(this.#path, this.#text, this.#at, "JSON");
  }

  document(): SourceNode | null {
    if (this.#text.charCodeAt(0) === BYTE_ORDER_MARK) this.#at = 1;
    this.#space();
    const root = this.#value(null);
    if (root === null) return null;
    this.#space();
    return this.#at === this.#text.length ? root : this.#stop("the end of the text, or a comma missing before this");
  }

  #value(key: Span | null): SourceNode | null {
    this.#values++;
    if (this.#values > MAX_VALUES) {
      this.#stopped = { fault: tooManyValues(this.#at), isTooMuch: true };
      return null;
    }
    switch (this.#text.charCodeAt(this.#at)) {
      case OPEN_BRACE:
        return this.#object(key);
      case OPEN_BRACKET:
        return this.#array(key);
      case QUOTE: {
        const from = this.#at;
        const value = this.#string();
        return value === null ? null : leaf(value, from, this.#at, key);
      }
      default:
        return this.#word(key) ?? this.#number(key) ?? this.#stop("a value");
    }
  }

  #object(key: Span | null): SourceNode | null {
    const from = this.#at;
    if (!this.#enter()) return null;
    const mapping = new Mapping(this.#path.slice(), this.faults);
    if (!this.#skip(CLOSE_BRACE)) {
      do {
        this.#space();
        const keyFrom = this.#at;
        const name = this.#text.charCodeAt(keyFrom) === QUOTE ? this.#string() : this.#stop("a key in double quotes");
        if (name === null) return null;
        const span = { from: keyFrom, to: this.#at };
        if (!this.#skip(COLON)) return this.#stop("a colon after the key");
        this.#space();
        this.#path.push(name);
        const member = this.#value(span);
        this.#path.pop();
        if (member === null) return null;
        if (mapping.accepts(name, span)) mapping.add(name, member);
      } while (this.#skip(COMMA));
      if (!this.#skip(CLOSE_BRACE)) return this.#stop("a comma or a closing brace");
    }
    return { from, to: this.#at, key, value: mapping.value, members: mapping.members, items: null };
  }

  #array(key: Span | null): SourceNode | null {
    const from = this.#at;
    if (!this.#enter()) return null;
    const items: SourceNode[] = [];
    if (!this.#skip(CLOSE_BRACKET)) {
      do {
        this.#space();
        this.#path.push(items.length);
        const item = this.#value(null);
        this.#path.pop();
        if (item === null) return null;
        items.push(item);
      } while (this.#skip(COMMA));
      if (!this.#skip(CLOSE_BRACKET)) return this.#stop("a comma or a closing bracket");
    }
    return { from, to: this.#at, key, value: items.map((item) => item.value), members: null, items };
  }

  /** The text between two quotes; null where it does not end on its line or has an escape that JSON does not know. */
  #string(): string | null {
    const from = this.#at;
    let escaped = false;
    for (let at = from + 1; at < this.#text.length; at++) {
      const code = this.#text.charCodeAt(at);
      if (code < SPACE) break;
      if (code === BACKSLASH) {
        escaped = true;
        at++;
      } else if (code === QUOTE) {
        this.#at = at + 1;
        if (!escaped) return this.#text.slice(from + 1, at);
        return unquoted(this.#text.slice(from, at + 1)) ?? this.#stop("a text whose escapes JSON knows", from);
      }
    }
    return this.#stop("a closing quote on the same line", from);
  }

  #word(key: Span | null): SourceNode | null {
    for (const { text, value } of WORDS) {
      if (!this.#text.startsWith(text, this.#at)) continue;
      const from = this.#at;
      this.#at += text.length;
      return leaf(value, from, this.#at, key);
    }
    return null;
  }

  #number(key: Span | null): SourceNode | null {
    NUMBER.lastIndex = this.#at;
    const written = NUMBER.exec(this.#text)?.[0];
    if (written === undefined) return null;
    const from = this.#at;
    this.#at += written.length;
    const value = Number(written);
    if (Number.isFinite(value)) return leaf(value, from, this.#at, key);
    this.faults.push(numberTooLarge(this.#path.slice(), { from, to: this.#at }, written));
    return leaf(undefined, from, this.#at, key);
  }

  /** Steps over an opening bracket, unless it nests too deeply. */
  #enter(): boolean {
    if (this.#path.length >= MAX_DEPTH) {
      this.#stopped = { fault: tooDeep(this.#path, this.#at), isTooMuch: true };
      return false;
    }
    this.#at++;
    return true;
  }

  /** Steps over white space and then the character `code`, if it is there. */
  #skip(code: number): boolean {
    this.#space();
    if (this.#text.charCodeAt(this.#at) !== code) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    for (;;) {
      const code = this.#text.charCodeAt(this.#at);
      if (code !== SPACE && code !== LINE_FEED && code !== CARRIAGE_RETURN && code !== TAB) return;
      this.#at++;
    }
  }

  #stop(expected: string, at = this.#at): null {
    this.#stopped ??= unexpected(this.#path, this.#text, at, expected);
    return null;
  }
}

function leaf(value: unknown, from: number, to: number, key: Span | null): SourceNode {
  return { from, to, key, value, members: null, items: null };
}

function unquoted(quoted: string): string | null {
  try {
    const value: unknown = JSON.parse(quoted);
    return typeof value === "string" ? value : null;
  } catch {
    return null;
  }
}

function unexpected(path: DocumentPath, text: string, at: number, expected: string): JsonStop {
  const character = text.codePointAt(at);
  const fault = {
    path: path.slice(),
    at: { from: at, to: at + 1 },
    message: character === undefined ? "The text ends too early" : "The text is not written correctly here",
    value: character === undefined ? null : JSON.stringify(String.fromCodePoint(character)),
    allowed: expected,
    hint: "Look for a missing comma, quote or bracket here or just before.",
    edit: null,
  };
  return { fault, isTooMuch: false };
}

const BYTE_ORDER_MARK = 0xfeff;
const TAB = 9;
const LINE_FEED = 10;
const CARRIAGE_RETURN = 13;
const SPACE = 32;
const QUOTE = 34;
const COMMA = 44;
const COLON = 58;
const OPEN_BRACKET = 91;
const BACKSLASH = 92;
const CLOSE_BRACKET = 93;
const OPEN_BRACE = 123;
const CLOSE_BRACE = 125;

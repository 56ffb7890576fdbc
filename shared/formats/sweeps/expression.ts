/** The small language in which Hydra's overrides and Ray's search spaces are written: `choice(1, 2)`, `tune.uniform(0, 1)`. */
import { err, ok, type Result } from "../../lib/result.ts";
import type { SweepValue } from "./sweep-file.ts";

export type Expression =
  | { readonly kind: "scalar"; readonly value: SweepValue }
  | { readonly kind: "list"; readonly items: readonly Expression[]; readonly text: string }
  | { readonly kind: "object"; readonly text: string }
  | { readonly kind: "call"; readonly name: string; readonly args: readonly Argument[]; readonly text: string };

export interface Argument {
  /** Of a named argument, `step` of `step=2`. */
  readonly name: string | null;
  readonly value: Expression;
}

/** Deeper than anything that people write. */
const MAX_DEPTH = 20;

const NUMBER = /^[+-]?(?:\d(?:_?\d)*(?:\.(?:\d(?:_?\d)*)?)?|\.\d(?:_?\d)*)(?:[eE][+-]?\d+)?$/;
const CALL = /[A-Za-z_][\w.]*(?=\()/y;
const NAMED = /\s*([A-Za-z_]\w*)\s*=(?!=)/y;

/**
 * Reads `text` as expressions parted by commas: one for a plain value, several for Hydra's short form of a choice. What is not a
 * number, true, false, null or a call is text. The error says what is missing.
 *
 * @example readExpressions("range(1, 4), 7") // a call and the number 7
 */
export function readExpressions(text: string): Result<readonly Expression[], string> {
  const reader = new ExpressionReader(text);
  const items = reader.all();
  return items === null ? err(reader.missing) : ok(items);
}

/** Methods answer null where the text cannot be read; `missing` then says what was expected. */
class ExpressionReader {
  missing = "a value";
  readonly #text: string;
  #at = 0;
  #depth = 0;

  constructor(text: string) {
    this.#text = text;
  }

  all(): Expression[] | null {
    const items: Expression[] = [];
    do {
      const item = this.#expression("");
      if (item === null) return null;
      items.push(item);
    } while (this.#skip(","));
    return this.#at === this.#text.length ? items : this.#miss("a comma or the end");
  }

  /** `closing`: the brackets at which a bare word ends. */
  #expression(closing: string): Expression | null {
    this.#space();
    if (++this.#depth > MAX_DEPTH) return this.#miss("fewer brackets inside each other");
    const from = this.#at;
    const read = this.#value(closing, from);
    this.#depth--;
    this.#space();
    return read;
  }

  #value(closing: string, from: number): Expression | null {
    const first = this.#text.charAt(from);
    if (first === '"' || first === "'") return this.#quoted(first);
    if (first === "[" || (first === "(" && closing !== "")) return this.#list(from, first === "[" ? "]" : ")");
    if (first === "{") return this.#object(from);
    CALL.lastIndex = from;
    const name = CALL.exec(this.#text)?.[0];
    return name === undefined ? this.#word(closing, from) : this.#call(name, from);
  }

  #call(name: string, from: number): Expression | null {
    this.#at += name.length + 1;
    const args: Argument[] = [];
    if (!this.#skip(")")) {
      do {
        NAMED.lastIndex = this.#at;
        const named = NAMED.exec(this.#text);
        if (named !== null) this.#at += named[0].length;
        const value = this.#expression(")");
        if (value === null) return null;
        args.push({ name: named?.[1] ?? null, value });
      } while (this.#skip(","));
      if (!this.#skip(")")) return this.#miss("a closing bracket )");
    }
    return { kind: "call", name, args, text: this.#text.slice(from, this.#at) };
  }

  #list(from: number, closing: string): Expression | null {
    this.#at++;
    const items: Expression[] = [];
    while (!this.#skip(closing)) {
      const item = this.#expression(closing);
      if (item === null) return null;
      items.push(item);
      if (!this.#skip(",") && this.#text.charAt(this.#at) !== closing) {
        return this.#miss(`a comma or a closing bracket ${closing}`);
      }
    }
    return { kind: "list", items, text: this.#text.slice(from, this.#at) };
  }

  /** An object is a value as it stands: nothing inside it is swept. */
  #object(from: number): Expression | null {
    this.#at++;
    while (!this.#skip("}")) {
      if (this.#expression("}:") === null) return null;
      if (this.#skip(":") && this.#expression("}") === null) return null;
      if (!this.#skip(",") && this.#text.charAt(this.#at) !== "}") return this.#miss("a comma or a closing bracket }");
    }
    return { kind: "object", text: this.#text.slice(from, this.#at) };
  }

  #quoted(quote: string): Expression | null {
    let value = "";
    for (let at = this.#at + 1; at < this.#text.length; at++) {
      const character = this.#text.charAt(at);
      const next = this.#text.charAt(at + 1);
      if (character === quote) {
        this.#at = at + 1;
        return { kind: "scalar", value };
      }
      if (character === "\\" && (next === quote || next === "\\")) at++;
      value += this.#text.charAt(at);
    }
    return this.#miss(`a closing quote ${quote}`);
  }

  /** A bare word: up to a comma or a closing bracket; `${…}` of a configuration stays whole. */
  #word(closing: string, from: number): Expression | null {
    let open = 0;
    for (; this.#at < this.#text.length; this.#at++) {
      const character = this.#text.charAt(this.#at);
      if (character === "$" && this.#text.charAt(this.#at + 1) === "{") {
        open++;
        this.#at++;
      } else if (open > 0 && character === "}") open--;
      else if (open === 0 && (character === "," || closing.includes(character) || "()[]{}".includes(character))) break;
    }
    const word = this.#text.slice(from, this.#at).trim();
    return word === "" ? this.#miss("a value") : { kind: "scalar", value: plain(word) };
  }

  #skip(character: string): boolean {
    this.#space();
    if (this.#text.charAt(this.#at) !== character || this.#at >= this.#text.length) return false;
    this.#at++;
    return true;
  }

  #space(): void {
    while (/\s/.test(this.#text.charAt(this.#at))) this.#at++;
  }

  #miss(expected: string): null {
    this.missing = expected;
    return null;
  }
}

const WORDS: ReadonlyMap<string, boolean | null> = new Map([
  ["true", true],
  ["false", false],
  ["null", null],
  ["none", null],
]);

/** A bare word as the value that it says. */
export function plain(word: string): SweepValue {
  const known = WORDS.get(word.toLowerCase());
  if (known !== undefined) return known;
  if (!NUMBER.test(word)) return word;
  const value = Number(word.replaceAll("_", ""));
  return Number.isFinite(value) ? value : word;
}

/** The value that an expression is when nothing in it is swept. */
export const plainValue = (expression: Expression): SweepValue =>
  expression.kind === "scalar" ? expression.value : expression.text;

/** A number that stands by its name or at its place among the arguments; undefined where there is none. */
export function numberArgument(args: readonly Argument[], name: string, position: number): number | undefined {
  const value =
    args.find((arg) => arg.name === name)?.value ?? args.filter((arg) => arg.name === null)[position]?.value;
  return value?.kind === "scalar" && typeof value.value === "number" ? value.value : undefined;
}

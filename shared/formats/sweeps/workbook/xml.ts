/** A walk over XML as spreadsheets write it: elements, attributes and text, without declarations of types. */

export interface XmlVisitor {
  /** The name without its prefix. */
  readonly open: (name: string, attributes: (name: string) => string | null) => void;
  readonly close: (name: string) => void;
  readonly text: (text: string) => void;
}

/** Visits every element of `xml` in order; one that closes itself is opened and closed. What is no XML ends the walk. */
export function walkXml(xml: string, visitor: XmlVisitor): void {
  let at = 0;
  while (at < xml.length) {
    const from = xml.indexOf("<", at);
    if (from < 0) return;
    if (from > at) visitor.text(decoded(xml.slice(at, from)));
    if (xml.startsWith("<!--", from)) at = after(xml, "-->", from);
    else if (xml.startsWith("<![CDATA[", from)) {
      const end = after(xml, "]]>", from);
      visitor.text(xml.slice(from + CDATA_LENGTH, end - 3));
      at = end;
    } else {
      const end = endOfTag(xml, from);
      const tag = xml.slice(from + 1, end - 1);
      if (!/^[?!]/.test(tag)) visitTag(tag, visitor);
      at = end;
    }
  }
}

const CDATA_LENGTH = "<![CDATA[".length;

function after(xml: string, mark: string, from: number): number {
  const found = xml.indexOf(mark, from);
  return found < 0 ? xml.length : found + mark.length;
}

/** Behind the `>` that ends the tag: one in quotes does not. */
function endOfTag(xml: string, from: number): number {
  let quote = "";
  for (let at = from + 1; at < xml.length; at++) {
    const character = xml.charAt(at);
    if (quote !== "") {
      if (character === quote) quote = "";
    } else if (character === '"' || character === "'") quote = character;
    else if (character === ">") return at + 1;
  }
  return xml.length;
}

function visitTag(tag: string, visitor: XmlVisitor): void {
  const [, slash, name = ""] = /^(\/?)(?:[\w.-]+:)?([\w.-]+)/.exec(tag) ?? [];
  if (slash === "/") {
    visitor.close(name);
    return;
  }
  visitor.open(name, (attribute) => attributeOf(tag, attribute));
  if (tag.endsWith("/")) visitor.close(name);
}

/** `attribute` by its name, prefix included. */
function attributeOf(tag: string, attribute: string): string | null {
  for (const [, name, double, single] of tag.matchAll(/\s([\w:.-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/g)) {
    if (name === attribute) return decoded(double ?? single ?? "");
  }
  return null;
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ["lt", "<"],
  ["gt", ">"],
  ["amp", "&"],
  ["quot", '"'],
  ["apos", "'"],
]);

const decoded = (text: string): string =>
  text.includes("&")
    ? text.replace(/&(#x?[\dA-Fa-f]{1,6}|[a-z]{2,4});/g, (all, name: string) => entity(name) ?? all)
    : text;

function entity(name: string): string | undefined {
  if (!name.startsWith("#")) return ENTITIES.get(name);
  const code = name.startsWith("#x") ? Number.parseInt(name.slice(2), 16) : Number.parseInt(name.slice(1), 10);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : undefined;
}

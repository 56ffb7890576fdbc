import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { pathText } from "./document-path.ts";
import { lineIndex } from "./lines.ts";
import { isLarger, readText } from "./read-text.ts";
import { nodeAt, type PlacedFault } from "./source.ts";

/** A fault as its author meets it: path, line, column and value. */
function shown(text: string) {
  const place = lineIndex(text);
  const read = readText(text);
  const faults: readonly PlacedFault[] = read.ok ? read.value.faults : read.error;
  return faults.map((fault) => {
    const at = fault.at === null ? null : place(fault.at.from);
    return [pathText(fault.path), at && `${at.line}:${at.column}`, fault.value, fault.message];
  });
}

const plain = (text: string) => {
  const read = readText(text);
  return read.ok ? read.value.root.value : read.error;
};

describe("readText", () => {
  it.each([
    ['{"a": 1, "b": [true, null, "x\\n"]}', { a: 1, b: [true, null, "x\n"] }],
    ["a: 1\nb: [true, ~, x]\n", { a: 1, b: [true, null, "x"] }],
    ["\uFEFF{}", {}],
    ["\uFEFFa: 1", { a: 1 }],
    ["a: &x {b: 1}\nc: *x", { a: { b: 1 }, c: { b: 1 } }],
    ["128: a\n1e3: b\ntrue: c", { "128": "a", "1000": "b", true: "c" }],
    ["a:\nb: 1", { a: null, b: 1 }],
    ["a: yes\nb: 010\nc: 0x10\nd: 2026-01-01", { a: "yes", b: 10, c: 16, d: "2026-01-01" }],
    ["# a plan\n---\na: 1\n...\n", { a: 1 }],
    ["{a: 1, b: 2,}", { a: 1, b: 2 }],
    ['"constructor": 1', { constructor: 1 }],
  ])("reads %j", (text, value) => {
    expect(plain(text)).toEqual(value);
  });

  it("reads any JSON as JSON.parse does, places included", () => {
    fc.assert(
      fc.property(fc.jsonValue({ maxDepth: 5 }), fc.constantFrom(undefined, 2), (value, indent) => {
        const text = JSON.stringify(value, null, indent);
        fc.pre(!text.includes("__proto__") && text !== '""');
        const read = readText(text);
        if (!read.ok) throw new Error(JSON.stringify(read.error));
        expect(read.value.root.value).toEqual(JSON.parse(text));
        const { from, to } = read.value.root;
        expect(JSON.parse(text.slice(from, to))).toEqual(JSON.parse(text));
      }),
    );
  });

  it("knows where every value and key stands, in JSON and in YAML", () => {
    for (const text of ['{"a": [1, {"b c": 22}]}', "a:\n  - 1\n  - b c: 22\n"]) {
      const read = readText(text);
      if (!read.ok) throw new Error(text);
      const { node, steps } = nodeAt(read.value.root, ["a", 1, "b c"]);
      expect(steps).toBe(3);
      expect(text.slice(node.from, node.to)).toBe("22");
      expect(text.slice(node.key?.from, node.key?.to)).toMatch(/^"?b c"?$/);
      expect(nodeAt(read.value.root, ["a", 7, "x"]).steps).toBe(1);
    }
  });

  it.each([
    ["nothing", "", [["", null, null, "There is no plan in this text"]]],
    ["white space", " \n\n", [["", null, null, "There is no plan in this text"]]],
    ["only a comment", "# a plan\n", [["", null, null, "There is no plan in this text"]]],
    ["a binary file", "PK\u0003\u0004\u0000", [["", "1:3", "U+0003", "The text has a control character"]]],
    ["a NUL", "flop\u0000sheet", [["", "1:5", "U+0000", "This is not a text file"]]],
    [
      "a duplicate key in JSON",
      '{"a": 1,\n "a": 2}',
      [["a", "2:2", '"a"', "The key a stands twice in the same mapping"]],
    ],
    [
      "a duplicate key in YAML",
      "a: 1\nb: 2\na: 3",
      [["a", "3:1", '"a"', "The key a stands twice in the same mapping"]],
    ],
    ["1e400 in JSON", '{"a": [0, -1e400]}', [["a[1]", "1:11", "-1e400", "This number is too large"]]],
    ["1e400 in YAML", "a:\n - 1e400", [["a[0]", "2:4", "1e400", "This number is too large"]]],
    ["NaN in YAML", "a: .nan", [["a", "1:4", ".nan", "This is not a number that can be computed with"]]],
    ["infinity in YAML", "a: -.inf", [["a", "1:4", "-.inf", "This is not a number that can be computed with"]]],
    ["NaN in JSON", '{"a": NaN}', []],
    ["a tag", "a: !!binary AAAA", [["a", "1:13", "tag:yaml.org,2002:binary", "Tags are not read"]]],
    ["a merge key", "a: {b: 1}\nc:\n  <<: {b: 2}", [["c", "3:3", "<<", "Merge keys are not read"]]],
    ["an unknown alias", "a: *b", [["a", "1:4", "*b", "No anchor before this is called &b"]]],
    ["an alias of itself", "a: &a [1, *a]", [["a[1]", "1:11", "*a", "This alias stands inside what it repeats"]]],
    ["a key that is a list", "? [a, b]\n: 1", [["", "1:3", "[a, b]", "This key is not a plain word"]]],
    ["two documents", "a: 1\n---\nb: 1", [["", "2:1", null, "The text holds more than one document"]]],
    ["YAML 1.1", "%YAML 1.1\n---\na: yes", [["", "1:1", null, "The text asks for another version of YAML"]]],
    ["a tab as indentation", "a:\n\tb: 1", [["", "2:1", null, "A line is indented with a tab"]]],
    ["a second colon", "title: a: b", [["", "1:8", '"a"', "A second colon on one line"]]],
    ["an open quote", 'a: "b\nc: d', [["", "2:5", null, "A quoted text does not end"]]],
    ["JSON that ends early", '{"a": [1, 2', [["a", "1:12", null, "The text ends too early"]]],
    ["JSON without a comma", '{"a": 1 "b": 2}', [["", "1:9", '"\\""', "The text is not written correctly here"]]],
    ["prototypes", '{"__proto__": {"a": 1}}', [["__proto__", "1:2", '"__proto__"', "This key cannot be used"]]],
  ])("names %s", (_, text, faults) => {
    expect(shown(text)).toEqual(faults);
  });

  it.each([
    ["a key as long as a text", `? [${"a, ".repeat(1_000)}\n  b]\n: 1`],
    ["an alias", `a: *${"b".repeat(1_000)}`],
    ["a tag", `a: !${"t".repeat(1_000)} 1`],
  ])("tells the value of %s in one line that a message can take", (_, text) => {
    const read = readText(text);
    const [fault] = read.ok ? read.value.faults : read.error;
    expect(fault?.value).toHaveLength(80);
    expect(`${fault?.message} ${fault?.value}`).toMatch(/^.{80,160}$/);
  });

  it("never throws, whatever the text", () => {
    const piece = fc.constantFrom(
      "{",
      "}",
      "[",
      "]",
      '"',
      ":",
      ",",
      "\n",
      " ",
      "- ",
      "a",
      "1",
      "&a ",
      "*a",
      "!t ",
      "#",
      "|",
      "? ",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 60 }), (pieces) => {
        const read = readText(pieces.join(""));
        if (!read.ok) expect(read.error.length).toBeGreaterThan(0);
      }),
      { numRuns: 500 },
    );
  });

  describe("answers a hostile megabyte in bounded time", () => {
    const billionLaughs = ["a0: &a0 [x, x]"];
    for (let i = 1; i < 60; i++) billionLaughs.push(`a${i}: &a${i} [*a${i - 1}, *a${i - 1}]`);
    it.each([
      ["brackets", "[".repeat(1e6), "The document is nested too deeply"],
      ["braces", '{"a":'.repeat(2e5), "The document is nested too deeply"],
      ["flow YAML", "{a: ".repeat(2.5e5), "The document is nested too deeply"],
      ["dashes", "- ".repeat(5e5), "The document is nested too deeply"],
      ["question marks", "? ".repeat(5e5), "The document is nested too deeply"],
      [
        "indentation",
        Array.from({ length: 1_400 }, (_, i) => `${" ".repeat(i)}a:`).join("\n"),
        "The document is nested too deeply",
      ],
      ["YAML aliases", `a: &a x\nb: [${"*a,".repeat(3e5)}]`, "This YAML has too many values to be a plan"],
      [
        "fewer YAML aliases",
        `a: &a x\nb: [${"*a,".repeat(5e4)}]`,
        "The aliases of this document stand for too many values",
      ],
      ["nested aliases", billionLaughs.join("\n"), "The aliases of this document stand for too many values"],
      [
        "YAML keys",
        Array.from({ length: 9e4 }, (_, i) => `k${i}: 1`).join("\n"),
        "This YAML has too many values to be a plan",
      ],
      ["quotes", '"'.repeat(1e6), "This YAML has too many values to be a plan"],
      ["anchors", "&a ".repeat(3e5), "This YAML has too many values to be a plan"],
      ["values in JSON", `[${"0,".repeat(499_000)}0]`, "The document holds too many values to be a plan"],
      [
        "values in YAML",
        `a: {b: &a [${"x, ".repeat(9_000)}]}\nc: [${"*a, ".repeat(3)}]`,
        "The aliases of this document stand for too many values",
      ],
      ["more values in YAML", `[${"'',".repeat(120_000)}0]`, "The document holds too many values to be a plan"],
      ["bytes", "a".repeat(1_000_001), "The plan is larger than 1 MB"],
      ["letters of several bytes", "ä".repeat(500_001), "The plan is larger than 1 MB"],
    ])("%s", { timeout: 10_000 }, (_, text, message) => {
      const read = readText(text);
      expect(read.ok ? "read" : read.error[0]?.message).toBe(message);
    });
  });
});

describe("isLarger", () => {
  it("counts bytes as UTF-8", () => {
    const bytes = (text: string) => new TextEncoder().encode(text).length;
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        expect(isLarger(text, bytes(text))).toBe(false);
        if (text !== "") expect(isLarger(text, bytes(text) - 1)).toBe(true);
      }),
    );
  });
});

import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { stringify } from "yaml";
import { samplePlan } from "../sample-plan.ts";
import { valueAt } from "../value-at.ts";
import { arbitraryAliases, arbitraryEdit, arbitraryJson, arbitraryValue, arbitraryYaml } from "./documents.fixture.ts";
import { editText } from "./edit-text.ts";
import { editValue } from "./edit-value.ts";
import type { PlanEdit } from "./plan-edit.ts";
import { readTree } from "./read-tree.ts";
import { sameValue } from "./same-value.ts";

function edited(text: string, ...edits: PlanEdit[]): string {
  const result = editText(text, edits);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const faultOf = (text: string, edit: PlanEdit) => {
  const result = editText(text, [edit]);
  return result.ok ? result.value : result.error;
};

/** Lines of `before` that `after` has no more, and those that came. */
function lineChanges(before: string, after: string) {
  const [old, now] = [before.split("\n"), after.split("\n")];
  return { gone: old.filter((line) => !now.includes(line)), come: now.filter((line) => !old.includes(line)) };
}

const json = `{
  "title": "A",
  "speed": 3.5e14,
  "rate": 1e-5,
  "range": { "low": 1, "likely": 2.50 },
  "list": [1, 2],
  "rows": [
    { "id": "a" },
    { "id": "b" }
  ]
}
`;

describe("editText of JSON", () => {
  it.each<[string, PlanEdit, string, string]>([
    ["a value", { op: "set", path: ["title"], value: "B" }, '"title": "A"', '"title": "B"'],
    ["a half-typed value", { op: "set", path: ["speed"], value: "1e" }, "3.5e14", '"1e"'],
    ["one member of many", { op: "set", path: ["range"], value: { low: 3, likely: 2.5 } }, '"low": 1', '"low": 3'],
    ["a new member in its line", { op: "set", path: ["range", "high"], value: 4 }, "2.50 }", '2.50, "high": 4 }'],
    ["missing parents", { op: "set", path: ["x", "y", 0], value: 1 }, "  ]\n}", '  ],\n  "x": { "y": [1] }\n}'],
    ["a large number", { op: "set", path: ["speed"], value: 4e14 }, "3.5e14", "4e14"],
    ["an item at the end", { op: "set", path: ["list", 2], value: 3 }, "[1, 2]", "[1, 2, 3]"],
    ["an item at the front", { op: "insert", path: ["list"], at: 0, value: 0 }, "[1, 2]", "[0, 1, 2]"],
    [
      "a row below the others",
      { op: "insert", path: ["rows"], at: 2, value: { id: "c" } },
      '    { "id": "b" }\n',
      '    { "id": "b" },\n    { "id": "c" }\n',
    ],
    ["a member", { op: "remove", path: ["speed"] }, '  "speed": 3.5e14,\n', ""],
    ["the first member", { op: "remove", path: ["title"] }, '  "title": "A",\n', ""],
    ["the last row", { op: "remove", path: ["rows", 1] }, ',\n    { "id": "b" }', ""],
    [
      "a row to another place",
      { op: "move", path: ["rows"], from: 1, to: 0 },
      '"a" },\n    { "id": "b"',
      '"b" },\n    { "id": "a"',
    ],
    ["a name", { op: "rename", path: [], from: "speed", to: "achieved" }, '"speed"', '"achieved"'],
    [
      "the order of members",
      { op: "moveKey", path: ["range"], key: "likely", to: 0 },
      '"low": 1, "likely": 2.50',
      '"likely": 2.50, "low": 1',
    ],
    [
      "a member at its place",
      { op: "insertKey", path: [], key: "date", at: 1, value: null },
      '  "speed"',
      '  "date": null,\n  "speed"',
    ],
  ])("changes %s and nothing else", (_, edit, from, to) => {
    expect(json.split(from)).toHaveLength(2);
    expect(edited(json, edit)).toBe(json.replace(from, to));
  });

  it("leaves the text as it is where nothing changes", () => {
    expect(edited(json, { op: "set", path: ["range"], value: { low: 1, likely: 2.5 } })).toBe(json);
    expect(edited(json, { op: "move", path: ["list"], from: 1, to: 1 })).toBe(json);
    expect(edited(json)).toBe(json);
  });

  it("breaks a line that gets too long, with its members as they are written", () => {
    const text = `{\n  "a": { "x": 1.50, "y": "${"y".repeat(90)}" }\n}`;
    expect(edited(text, { op: "set", path: ["a", "z"], value: "z".repeat(20) })).toBe(
      `{\n  "a": {\n    "x": 1.50,\n    "y": "${"y".repeat(90)}",\n    "z": "${"z".repeat(20)}"\n  }\n}`,
    );
  });

  it("writes a new experiment as the templates do", () => {
    const value = { id: "b", title: "B", sweeps: [{ axes: { "model.heads": [8, 16] } }] };
    expect(
      edited('{\n  "experiments": [\n    {\n      "id": "a"\n    }\n  ]\n}\n', {
        op: "insert",
        path: ["experiments"],
        at: 1,
        value,
      }),
    ).toBe(
      `{
  "experiments": [
    {
      "id": "a"
    },
    {
      "id": "b",
      "title": "B",
      "sweeps": [{ "axes": { "model.heads": [8, 16] } }]
    }
  ]
}
`,
    );
  });

  it.each([
    [
      "line ends of Windows",
      json.replaceAll("\n", "\r\n"),
      '"title": "A",\r\n  "speed"',
      '"title": "A",\r\n  "n": 1,\r\n  "speed"',
    ],
    ["tabs", json.replaceAll("  ", "\t"), '"A",\n\t"speed"', '"A",\n\t"n": 1,\n\t"speed"'],
    [
      "a byte order mark and no last line end",
      `\uFEFF${json.trimEnd()}`,
      '"A",\n  "speed"',
      '"A",\n  "n": 1,\n  "speed"',
    ],
    ["one line", '{"title":"A","speed":1}', '"A","speed"', '"A","n":1,"speed"'],
  ])("keeps %s", (_, text, from, to) => {
    expect(text).toContain(from);
    expect(edited(text, { op: "insertKey", path: [], key: "n", at: 1, value: 1 })).toBe(text.replace(from, to));
  });

  it("never writes what its own reader refuses", () => {
    for (const value of ["\u007f\u0085\u2028", "\ud800", "a\u0000b", '\\"\n']) {
      const text = edited('{"a": 1}', { op: "set", path: ["a"], value });
      expect(readTree(text)).toMatchObject({ value: { a: value }, faults: [] });
    }
  });
});

const yaml = `# A plan
title: 'A'   # its title
shared: &card {name: big, watts: 700}
one:
  card: *card
two:
  # of the second
  card: *card
  speed: 3.50e14

rows:
  # the first
  - id: a
    n: 1
  # the second
  - id: b   # b
    n: 0x10
empty:
note: |
  some
  text
`;

describe("editText of YAML", () => {
  it.each<[string, PlanEdit, string, string]>([
    ["a value, in the quotes it has", { op: "set", path: ["title"], value: "B c" }, "'A'", "'B c'"],
    ["a half-typed value", { op: "set", path: ["two", "speed"], value: "1e" }, "3.50e14", '"1e"'],
    ["a value that was left out", { op: "set", path: ["empty"], value: 1 }, "empty:", "empty: 1"],
    ["parents that were left out", { op: "set", path: ["empty", "a"], value: 1 }, "empty:", "empty: {a: 1}"],
    ["a text of several lines", { op: "set", path: ["note"], value: "short" }, "|\n  some\n  text", "short"],
    ["a member in brackets", { op: "set", path: ["shared", "cards"], value: 8 }, "700}", "700, cards: 8}"],
    ["a member below the others", { op: "set", path: ["rows", 1, "m"], value: 2 }, "n: 0x10", "n: 0x10\n    m: 2"],
    [
      "a row",
      { op: "insert", path: ["rows"], at: 1, value: { id: "c", n: 3 } },
      "    n: 1\n",
      "    n: 1\n  - {id: c, n: 3}\n",
    ],
    ["a row away", { op: "remove", path: ["rows", 1] }, "  - id: b   # b\n    n: 0x10\n", ""],
    ["the key beside a dash away", { op: "remove", path: ["rows", 1, "id"] }, "id: b   # b\n    n", "n"],
    ["the last member away", { op: "remove", path: ["one", "card"] }, "one:\n  card: *card", "one: {}"],
    ["a name", { op: "rename", path: ["two"], from: "speed", to: "top speed" }, "  speed", "  top speed"],
    [
      "the order of rows, comments with them",
      { op: "move", path: ["rows"], from: 1, to: 0 },
      "  # the first\n  - id: a\n    n: 1\n  # the second\n  - id: b   # b\n    n: 0x10\n",
      "  # the second\n  - id: b   # b\n    n: 0x10\n  # the first\n  - id: a\n    n: 1\n",
    ],
    [
      "the order beside a dash",
      { op: "moveKey", path: ["rows", 1], key: "n", to: 0 },
      "id: b   # b\n    n: 0x10",
      "n: 0x10\n    id: b   # b",
    ],
  ])("changes %s and nothing else", (_, edit, from, to) => {
    expect(yaml.split(from)).toHaveLength(2);
    const shared = edit.path[0] === "shared";
    const kept = shared ? yaml.replaceAll("*card", "{name: big, watts: 700}") : yaml;
    expect(edited(yaml, edit)).toBe(kept.replace(from, to));
  });

  it("gives an alias its own copy before something in it changes", () => {
    expect(edited(yaml, { op: "set", path: ["two", "card", "watts"], value: 800 })).toBe(
      yaml.replace("second\n  card: *card", "second\n  card: {name: big, watts: 800}"),
    );
  });

  it("puts another value in the place of an alias and leaves what it stood for", () => {
    expect(edited(yaml, { op: "set", path: ["one", "card"], value: "small" })).toBe(
      yaml.replace("one:\n  card: *card", "one:\n  card: small"),
    );
  });

  it("lets those who repeat a value keep it when it changes or goes", () => {
    const copied = yaml.replaceAll("*card", "{name: big, watts: 700}");
    expect(edited(yaml, { op: "set", path: ["shared", "watts"], value: 1 })).toBe(
      copied.replace("&card {name: big, watts: 700}", "&card {name: big, watts: 1}"),
    );
    expect(edited(yaml, { op: "remove", path: ["shared"] })).toBe(
      copied.replace("shared: &card {name: big, watts: 700}\n", ""),
    );
    const moved = edited("a: &x 1\nb: *x\n", { op: "moveKey", path: [], key: "b", to: 0 });
    expect(moved).toBe("b: 1\na: &x 1\n");
  });

  it("writes what is large in lines of its own", () => {
    const value = {
      id: "c",
      title: "A third experiment",
      sweeps: [{ id: "s", axes: { size: [{ label: "7B", heads: [1, 2] }], seed: 3 } }],
    };
    expect(edited(samplePlan, { op: "insert", path: ["experiments"], at: 1, value })).toBe(
      samplePlan.replace(
        "  - id: second\n",
        `  - id: c
    title: A third experiment
    sweeps:
      - id: s
        axes:
          size: [{label: "7B", heads: [1, 2]}]
          seed: 3
  - id: second
`,
      ),
    );
  });

  it("reads JSON with comments as YAML and keeps them", () => {
    const text = '{\n  "a": 1, # one\n  "b": [1,\n    2, # two\n  ],\n}\n';
    expect(edited(text, { op: "set", path: ["b", 2], value: 3 })).toBe(text.replace("2, # two", "2, 3, # two"));
    expect(edited(text, { op: "remove", path: ["a"] })).toBe('{\n   # one\n  "b": [1,\n    2, # two\n  ],\n}\n');
  });

  it("writes anew what surrounds a place that it cannot take apart", () => {
    expect(edited("a:\n  - - 1\n    - 2\n  - x # kept\nb: 1 # kept\n", { op: "remove", path: ["a", 0, 0] })).toBe(
      "a:\n  - - 2\n  - x # kept\nb: 1 # kept\n",
    );
    expect(edited("? a\n: 1\n? b\n: 2\n", { op: "remove", path: ["a"] })).toBe("? b\n: 2\n");
    expect(edited("a: &x\nb: *x\n", { op: "set", path: ["a"], value: 1 })).toBe("{a: 1, b: null}\n");
  });
});

describe("editText", () => {
  it("tells why a text cannot be edited", () => {
    expect(faultOf('{"a": "}', { op: "remove", path: ["a"] })).toMatchObject({
      why: "unreadable",
      faults: [{ line: 1, column: 7 }],
    });
    expect(faultOf("", { op: "set", path: ["a"], value: 1 })).toMatchObject({ why: "unreadable" });
    expect(faultOf('{"a": [1]}', { op: "set", path: ["a", 2], value: 1 })).toEqual({
      why: "noSuchPlace",
      path: ["a", 2],
    });
    expect(faultOf('{"a": "x"}', { op: "set", path: ["a", "b"], value: 1 })).toEqual({
      why: "noSuchPlace",
      path: ["a", "b"],
    });
    expect(faultOf('{"a": 1, "b": 2}', { op: "rename", path: [], from: "a", to: "b" })).toEqual({
      why: "keyTaken",
      path: [],
      key: "b",
    });
    expect(faultOf('{"a": 1}', { op: "insertKey", path: [], key: "__proto__", at: 0, value: 1 })).toMatchObject({
      why: "keyTaken",
    });
    expect(faultOf("a: &x\nb: *x\nc: !tag 1\n", { op: "set", path: ["a"], value: 1 })).toMatchObject({
      why: "writtenOddly",
    });
  });

  it("makes edits one after the other, or none", () => {
    const text = '{"a": [1]}';
    expect(edited(text, { op: "insert", path: ["a"], at: 0, value: 0 }, { op: "set", path: ["a", 1], value: 2 })).toBe(
      '{"a": [0, 2]}',
    );
    expect(
      editText(text, [
        { op: "remove", path: ["a"] },
        { op: "remove", path: ["a"] },
      ]).ok,
    ).toBe(false);
  });

  it.each([
    ["JSON", arbitraryJson],
    ["YAML", arbitraryYaml],
    ["YAML with aliases", arbitraryAliases],
  ])("edits %s as it edits its values", (kind, documents) => {
    fc.assert(
      fc.property(
        documents.chain((document) =>
          fc.record({ document: fc.constant(document), edit: arbitraryEdit(document.value) }),
        ),
        ({ document: { text, value }, edit }) => {
          const tree = readTree(text);
          expect(tree.faults).toEqual([]);
          expect(tree.value).toEqual(value);
          const meant = editValue(value, edit);
          const result = editText(text, [edit]);
          if (!result.ok) {
            expect(result.error.why).not.toBe("unreadable");
            expect(result.error.why).not.toBe("writtenOddly");
            expect(meant).toEqual(result);
            return;
          }
          if (!meant.ok) throw new Error("edited what cannot be edited");
          const after = readTree(result.value);
          expect(after.faults).toEqual([]);
          expect(sameValue(after.value, meant.value), result.value).toBe(true);
          if (kind === "JSON") expect(() => JSON.parse(result.value.replace(/^\uFEFF/, ""))).not.toThrow();
          if (edit.op === "moveKey" || edit.op === "insertKey" || edit.op === "rename") {
            const names = (from: unknown) =>
              Object.keys(valueAt(from, edit.path) ?? {}).filter((key) => !/^\d+$/.test(key));
            expect(names(after.value)).toEqual(names(meant.value));
          }
        },
      ),
      { numRuns: 400 },
    );
  });

  it("keeps every line that an edited value does not stand on", () => {
    const documents = fc.oneof(arbitraryJson, arbitraryYaml);
    fc.assert(
      fc.property(documents, fc.nat(), (document, pick) => {
        const leaves = leavesOf(document.value);
        fc.pre(leaves.length > 0);
        const path = leaves[pick % leaves.length] ?? [];
        fc.pre(path.length > 0);
        const after = edited(document.text, { op: "set", path, value: 123456 });
        const { gone } = lineChanges(document.text, after);
        expect(gone.length).toBeLessThanOrEqual(1);
      }),
    );
  });

  it("takes an edit back by its inverse", () => {
    const documents = fc.oneof(arbitraryJson, arbitraryYaml);
    fc.assert(
      fc.property(documents, fc.nat(), fc.nat(), (document, pick, other) => {
        const lists = listsOf(document.value).filter(({ items }) => items > 1);
        fc.pre(lists.length > 0);
        const { path, items } = lists[pick % lists.length] ?? { path: [], items: 0 };
        const [from, to] = [pick % items, other % items];
        const there = edited(document.text, { op: "move", path, from, to });
        expect(edited(there, { op: "move", path, from: to, to: from })).toBe(document.text);
      }),
    );
  });

  it("comes back to the same values by setting, removing and putting back", () => {
    const documents = fc.oneof(arbitraryJson, arbitraryYaml);
    fc.assert(
      fc.property(documents, fc.nat(), arbitraryValue, (document, pick, value) => {
        const leaves = leavesOf(document.value).filter((path) => path.length > 0);
        fc.pre(leaves.length > 0);
        const path = leaves[pick % leaves.length] ?? [];
        const old = valueAt(document.value, path);
        if (typeof old !== "number" && typeof old !== "boolean") throw new Error("not a leaf");
        const there = edited(document.text, { op: "set", path, value });
        expect(sameValue(valueAt(readTree(there).value, path), value)).toBe(true);
        expect(readTree(edited(there, { op: "set", path, value: old })).value).toEqual(document.value);
        const last = path.at(-1);
        const back: PlanEdit =
          typeof last === "number"
            ? { op: "insert", path: path.slice(0, -1), at: last, value: old }
            : { op: "set", path, value: old };
        expect(readTree(edited(document.text, { op: "remove", path }, back)).value).toEqual(document.value);
      }),
    );
  });

  it("copes with a text of two thousand rows", () => {
    const value = { rows: Array.from({ length: 2000 }, (_, id) => ({ id, name: "row" })) };
    for (const text of [JSON.stringify(value, null, 2), stringify(value)]) {
      const after = edited(text, { op: "set", path: ["rows", 1000, "name"], value: "changed" });
      expect(lineChanges(text, after)).toEqual({ gone: [], come: [expect.stringContaining("changed")] });
    }
  });
});

function leavesOf(value: unknown, path: readonly (string | number)[] = []): (readonly (string | number)[])[] {
  if (typeof value !== "object" || value === null)
    return typeof value === "number" || typeof value === "boolean" ? [path] : [];
  if (Array.isArray(value)) return value.flatMap((item, index) => leavesOf(item, [...path, index]));
  return Object.entries(value).flatMap(([key, member]) => leavesOf(member, [...path, key]));
}

function listsOf(
  value: unknown,
  path: readonly (string | number)[] = [],
): { path: readonly (string | number)[]; items: number }[] {
  if (typeof value !== "object" || value === null) return [];
  if (!Array.isArray(value)) return Object.entries(value).flatMap(([key, member]) => listsOf(member, [...path, key]));
  return [{ path, items: value.length }, ...value.flatMap((item, index) => listsOf(item, [...path, index]))];
}

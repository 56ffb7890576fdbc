/** Documents in all manners of writing, and edits that fit them more often than not. */
import fc from "fast-check";
import { Document, visit } from "yaml";
import type { DocumentPath } from "../fault.ts";
import { valueAt } from "../value-at.ts";
import type { PlainValue, PlanEdit } from "./plan-edit.ts";
import { readTree } from "./read-tree.ts";
import { sameValue } from "./same-value.ts";

export interface WrittenDocument {
  readonly text: string;
  readonly value: PlainValue;
}

const word = fc.oneof(
  fc.constantFrom(
    "a",
    "b",
    "model.width",
    "learning rate",
    "x y",
    "true",
    "12",
    "1e5",
    "null",
    "a: b",
    "#c",
    "- d",
    "",
    "é",
    "it's",
    "~",
  ),
  fc.string({ maxLength: 6 }),
);
const key = word.filter((text) => text !== "__proto__" && text !== "<<");
const scalar = fc.oneof(
  word,
  // JSON writes 0 for -0.
  fc.double({ noNaN: true, noDefaultInfinity: true }).map((value) => value + 0),
  fc.integer(),
  fc.constantFrom(true, false, null, 3.5e14, 1e-5, 0.1),
);

const { value: anyValue } = fc.letrec<{ value: PlainValue }>((tie) => ({
  value: fc.oneof(
    { depthSize: "small", withCrossShrink: true },
    scalar,
    fc.array(tie("value"), { maxLength: 4 }),
    fc.dictionary(key, tie("value"), { maxKeys: 4, noNullPrototype: true }),
  ),
}));
export const arbitraryValue: fc.Arbitrary<PlainValue> = anyValue;

const root = fc.oneof(
  fc.dictionary(key, anyValue, { minKeys: 1, maxKeys: 5, noNullPrototype: true }),
  fc.array(anyValue, { minLength: 1, maxLength: 4 }),
);

/** JSON with any indentation, in one line or many, with the line ends of any system. */
export const arbitraryJson: fc.Arbitrary<WrittenDocument> = fc
  .record({
    value: root,
    indent: fc.constantFrom(0, 2, 4, "\t"),
    isWindows: fc.boolean(),
    start: fc.constantFrom("", "\uFEFF"),
    end: fc.constantFrom("", "\n"),
  })
  .map(({ value, indent, isWindows, start, end }) => {
    const text = escaped(JSON.stringify(value, null, indent)) + end;
    return { value, text: start + (isWindows ? text.replaceAll("\n", "\r\n") : text) };
  });

/** YAML in lines and in brackets, in all quotes, with comments and empty lines. */
export const arbitraryYaml = yamlOf(root);

/** YAML in which a value stands several times, the later ones as aliases of the first. */
export const arbitraryAliases = yamlOf(
  fc.tuple(root, root, key).map(([shared, other, name]): PlainValue => {
    const inner = { [name]: shared, also: shared };
    return { shared, other, inner, list: [inner, shared, 1], again: inner };
  }),
);

function yamlOf(values: fc.Arbitrary<PlainValue>): fc.Arbitrary<WrittenDocument> {
  return (
    fc
      .record({
        value: values,
        flow: fc.array(fc.boolean(), { minLength: 1, maxLength: 7 }),
        comments: fc.array(fc.constantFrom(null, null, " c", " a\n b"), { minLength: 1, maxLength: 7 }),
        indentSeq: fc.boolean(),
        singleQuote: fc.boolean(),
        padding: fc.boolean(),
        isWindows: fc.boolean(),
        end: fc.boolean(),
      })
      .map(({ value, flow, comments, indentSeq, singleQuote, padding, isWindows, end }) => {
        const document = new Document(value, { version: "1.2" });
        let count = 0;
        const next = <T>(from: readonly T[]): T | undefined => from[count++ % from.length];
        visit(document, {
          Collection(at, node) {
            if (at !== null && next(flow) === true && node.items.length > 0) node.flow = true;
          },
          Scalar(_, node) {
            node.comment = next(comments) ?? null;
          },
        });
        const text = document.toString({
          lineWidth: 0,
          indentSeq,
          singleQuote,
          flowCollectionPadding: padding,
          blockQuote: !isWindows,
        });
        const lines = end ? text : text.trimEnd();
        return { value, text: isWindows ? lines.replaceAll("\n", "\r\n") : lines };
      })
      // What the library writes it does not always read; and a root in braces is JSON's own.
      .filter(({ text, value }) => !text.startsWith("{") && sameValue(readTree(text).value, value))
  );
}

/** What JSON leaves as it is and the reader refuses. */
const escaped = (text: string): string => text.replaceAll("\x7F", "\\u007f");

/** Any edit at a place of `value`, or beside one. */
export function arbitraryEdit(value: PlainValue): fc.Arbitrary<PlanEdit> {
  const places = placesIn(value, []);
  const path = fc.constantFrom(...places);
  const index = fc.integer({ min: 0, max: 4 });
  const keyAt = (at: DocumentPath) => {
    const object = valueAt(value, at);
    const keys = typeof object === "object" && object !== null && !Array.isArray(object) ? Object.keys(object) : [];
    return fc.oneof(key, ...(keys.length === 0 ? [] : [fc.constantFrom(...keys)]));
  };
  const step = fc.oneof(key, index);
  return fc.oneof(
    fc.record({ op: fc.constant("set"), path, value: anyValue }),
    fc.record({
      op: fc.constant("set"),
      path: fc.tuple(path, fc.array(step, { maxLength: 2 })).map(([at, more]) => [...at, ...more]),
      value: anyValue,
    }),
    fc.record({ op: fc.constant("remove"), path }),
    fc.record({ op: fc.constant("insert"), path, at: index, value: anyValue }),
    fc.record({ op: fc.constant("move"), path, from: index, to: index }),
    path.chain((at) => fc.record({ op: fc.constant("rename"), path: fc.constant(at), from: keyAt(at), to: key })),
    path.chain((at) => fc.record({ op: fc.constant("moveKey"), path: fc.constant(at), key: keyAt(at), to: index })),
    fc.record({ op: fc.constant("insertKey"), path, key, at: index, value: anyValue }),
  );
}

function placesIn(value: unknown, path: DocumentPath): DocumentPath[] {
  if (typeof value !== "object" || value === null) return [path];
  const members: [string | number, unknown][] = Array.isArray(value) ? [...value.entries()] : Object.entries(value);
  return [path, ...members.flatMap(([step, member]) => placesIn(member, [...path, step]))];
}

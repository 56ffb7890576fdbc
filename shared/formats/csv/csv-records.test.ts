import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { csvReader, MOST_CHARACTERS, readCsv, type Separator } from "./csv-records.ts";

const fieldsOf = (text: string) => {
  const read = readCsv(text);
  if (!read.ok) throw new Error(JSON.stringify(read.error));
  return read.value.records.map(({ fields }) => fields);
};

describe("readCsv", () => {
  it.each([
    [
      "CR LF, LF, CR and no end",
      "a,b\r\nc,d\ne,f\rg,h",
      [
        ["a", "b"],
        ["c", "d"],
        ["e", "f"],
        ["g", "h"],
      ],
    ],
    [
      "quotes, quotes in quotes and a line break",
      '"a, ""x""","b\nc"\nd,e\n',
      [
        ['a, "x"', "b\nc"],
        ["d", "e"],
      ],
    ],
    [
      "text behind a closing quote",
      '"a"b,c\nd,e\n',
      [
        ["ab", "c"],
        ["d", "e"],
      ],
    ],
    ["a quote within a field", '3" disk,c\n', [['3" disk', "c"]]],
    [
      "a byte-order mark, empty lines, empty fields",
      "\uFEFFa,b\n\n,\nc,\n",
      [
        ["a", "b"],
        ["c", ""],
      ],
    ],
    [
      "semicolons",
      "a;b,c;d\n1;2;3\n",
      [
        ["a", "b,c", "d"],
        ["1", "2", "3"],
      ],
    ],
  ])("reads %s", (_, text, records) => {
    expect(fieldsOf(text)).toEqual(records);
  });

  it("numbers lines as an editor does", () => {
    const read = readCsv('a,b\r\n\r\n"x\ny",c\rd,e\n');
    expect(read.ok && read.value.records.map(({ line, from }) => [line, from])).toEqual([
      [1, 0],
      [3, 7],
      [5, 15],
    ]);
  });

  it("says where the quote opens that never closes", () => {
    expect(readCsv('a,b\n"x\ny","z\n1,2\n')).toEqual({ ok: false, error: { from: 10, line: 3 } });
  });
});

describe("csvReader", () => {
  it("reads the same however the text is cut", () => {
    const text = fc.string({
      unit: fc.constantFrom("a", "1", ",", ";", '"', "\r", "\n", " ", "\uFEFF"),
      maxLength: 60,
    });
    fc.assert(
      fc.property(
        text,
        fc.array(fc.nat(60), { maxLength: 8 }),
        fc.constantFrom<Separator>(",", ";"),
        (whole, cuts, mark) => {
          const once = run([whole], mark);
          const places = [0, ...cuts.filter((cut) => cut < whole.length).sort((a, b) => a - b), whole.length];
          const pieces = places.slice(1).map((to, index) => whole.slice(places[index], to));
          expect(run(pieces, mark)).toEqual(once);
          expect(run([...whole], mark)).toEqual(once);
        },
      ),
    );
  });

  it("keeps no more than a record may have of a quote that never ends", () => {
    const reader = csvReader(",");
    const piece = "x\n".repeat(200_000);
    expect(reader.push('a,b\n"').ok).toBe(true);
    const answers = [piece, piece, piece].map((text) => reader.push(text).ok);
    expect(answers).toEqual([true, true, false]);
    expect(3 * piece.length).toBeGreaterThan(MOST_CHARACTERS);
  });
});

function run(pieces: readonly string[], separator: Separator) {
  const reader = csvReader(separator);
  const records = [];
  for (const piece of pieces) {
    const read = reader.push(piece);
    if (!read.ok) return read;
    records.push(...read.value);
  }
  const rest = reader.end();
  return rest.ok ? { ok: true, records: [...records, ...rest.value] } : rest;
}

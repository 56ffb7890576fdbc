import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toCsv } from "./csv.ts";
import { parseCsv } from "./parse-csv.fixture.ts";

describe("toCsv", () => {
  it("quotes what must be quoted, ends lines with CRLF and fills short records up", () => {
    expect(toCsv([["a, b", 'say "x"', "two\nlines"], ["c"], []])).toBe(
      '"a, b","say ""x""","two\nlines"\r\nc,,\r\n,,\r\n',
    );
  });

  it.each(["=1+1", "+1", "-1", "@SUM(A1)", "\tx", "\rx", "\n=1", "＝1+1", "＋1", "－1", "＠SUM(A1)"])(
    "makes text of %j",
    (text) => {
      const [[field] = []] = parseCsv(toCsv([[text]]));
      expect(field).toBe(`'${text}`);
    },
  );

  it.each([
    ["x;=1+1", '"x;\'=1+1"\r\n'],
    ["x;  @SUM(A1)", '"x;  \'@SUM(A1)"\r\n'],
    ["x\t-1;+2", "\"x\t'-1;'+2\"\r\n"],
    ["low; likely; high", '"low; likely; high"\r\n'],
  ])("quotes %j, and makes text of what a spreadsheet with semicolons would compute", (text, written) => {
    expect(toCsv([[text]])).toBe(written);
  });

  it("leaves numbers numbers, negative and tiny ones too", () => {
    expect(toCsv([[-794_859.5, 5.421e24, 1e-7, 0]])).toBe("-794859.5,5.421e+24,1e-7,0\r\n");
  });

  it("reads back as it was written, whatever the text", () => {
    const field = fc.oneof(fc.string(), fc.string({ unit: fc.constantFrom('"', ",", "\r", "\n", "=", "a", " ") }));
    fc.assert(
      fc.property(
        fc.array(fc.array(field, { minLength: 1, maxLength: 4 }), { minLength: 1, maxLength: 5 }),
        (records) => {
          const width = Math.max(...records.map((record) => record.length));
          const expected = records.map((record) => [
            ...record.map((text) => {
              const inside = text.replaceAll(/([;\t] *)(?=[=+\-@])/g, "$1'");
              return /^[=+\-@\t\r\n]/.test(text) ? `'${inside}` : inside;
            }),
            ...new Array<string>(width - record.length).fill(""),
          ]);
          expect(parseCsv(toCsv(records))).toEqual(expected);
        },
      ),
    );
  });
});

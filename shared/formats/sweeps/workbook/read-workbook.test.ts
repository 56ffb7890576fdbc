import { deflateRawSync, inflateRawSync } from "node:zlib";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { valuesOf } from "../reading.fixture.ts";
import { type Inflate, readWorkbook } from "./read-workbook.ts";
import { rowsXml, workbookOf, zipOf } from "./workbook.fixture.ts";

const deflate = (bytes: Uint8Array) => new Uint8Array(deflateRawSync(bytes));
const decode = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
const inflate: Inflate = async (bytes, most) => {
  try {
    return decode(inflateRawSync(bytes, { maxOutputLength: most }));
  } catch {
    return null;
  }
};

const read = (bytes: Uint8Array<ArrayBuffer>) => readWorkbook(bytes, inflate, decode);

async function sweepOf(bytes: Uint8Array<ArrayBuffer>) {
  const result = await read(bytes);
  if (!result.ok) throw new Error(JSON.stringify(result.error));
  return result.value;
}

const faultOf = async (bytes: Uint8Array<ArrayBuffer>) => {
  const result = await read(bytes);
  return result.ok ? "" : result.error[0]?.message;
};

const strings =
  "<si><t>width</t></si><si><t>lr</t></si><si><r><t>a &amp; </t></r><r><t>b</t></r><rPh><t>x</t></rPh></si>";
const head =
  '<row r="1"><c r="A1" t="s"><v>0</v></c><c r="B1" t="s"><v>1</v></c><c r="D1" t="inlineStr"><is><t>kind</t></is></c></row>';

describe("a workbook", () => {
  it("is a table of runs: shared and own texts, numbers, truths, gaps and empty rows", async () => {
    const rows = `${head}<row r="2"><c r="A2"><v>256</v></c><c r="B2"><v>1E-3</v></c><c r="D2" t="s"><v>2</v></c></row><row r="9"><c r="A9"><v>512</v></c><c r="B9" t="str"><f>B2</f><v>0.001</v></c><c r="D9" t="b"><v>1</v></c></row><row r="10"><c r="A10"/></row>`;
    const file = await sweepOf(workbookOf(rows, deflate, { strings }));
    expect(file).toMatchObject({
      format: "runs-table",
      method: "list",
      constants: [{ name: "lr", value: 0.001 }],
      warnings: [],
    });
    expect(valuesOf(file)).toEqual({ width: [256, 512], kind: ["a & b", true] });
    expect(file.rows).toHaveLength(2);
  });

  it("may be stored without packing", async () => {
    const file = await sweepOf(workbookOf(rowsXml([["lr"], [0.1], [0.2]]), null));
    expect(valuesOf(file)).toEqual({ lr: [0.1, 0.2] });
  });

  it("has its first sheet read, and says so", async () => {
    const rows = `${head}<row><c><v>1</v></c></row><row><c><v>2</v></c></row>`;
    const file = await sweepOf(workbookOf(rows, deflate, { strings, sheets: 3 }));
    expect(file.warnings).toEqual(["Only the first sheet, Sheet 1, was read."]);
    expect(valuesOf(file)).toEqual({ width: [1, 2] });
  });

  it("with addresses far away costs nothing", async () => {
    const far = '<row r="1048576"><c r="XFD1048576"><v>1</v></c></row>';
    expect(await faultOf(workbookOf(head + far, deflate, { strings }))).toBe(
      "The sheet is too large for a table of runs",
    );
    const deep = '<row r="1000000000"><c r="A1000000000"><v>1</v></c></row>';
    expect((await sweepOf(workbookOf(head + deep, deflate, { strings }))).rows).toHaveLength(1);
  });

  it("is refused where it unpacks to too much, has a password or is none", async () => {
    const bomb = workbookOf(`<row>${" ".repeat(10_000_000)}</row>`, deflate);
    expect(bomb.length).toBeLessThan(100_000);
    expect(await faultOf(bomb)).toBe("The first sheet of the workbook cannot be read");
    expect(await faultOf(zipOf({ "a.txt": "x" }, null))).toBe("The first sheet of the workbook cannot be read");
    expect(await faultOf(Uint8Array.of(0xd0, 0xcf, 0x11, 0xe0))).toBe("This is no Excel workbook");
    expect(await faultOf(workbookOf("", deflate, { strings }))).toBe("The table has no runs");
    expect(await faultOf(workbookOf(head.repeat(10_002), deflate, { strings }))).toBe(
      "The sheet is too large for a table of runs",
    );
  });

  it("is answered, whatever is broken in it", async () => {
    const whole = workbookOf(`${head}<row><c><v>1</v></c></row>`, deflate, { strings });
    await fc.assert(
      fc.asyncProperty(fc.nat(whole.length - 1), fc.nat(255), fc.nat(whole.length), async (at, byte, length) => {
        const broken = whole.slice(0, length);
        broken[Math.min(at, length)] = byte;
        const result = await read(broken);
        expect(typeof result.ok).toBe("boolean");
      }),
    );
  });
});

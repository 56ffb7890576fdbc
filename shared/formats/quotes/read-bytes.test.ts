import { describe, expect, it } from "vitest";
import { quoteBytesReader } from "./read-bytes.ts";
import { cards } from "./reading.fixture.ts";

const TEXT = "Provider;GPU;Price per GPU-hour;Region\nZürich Cloud;H100;2,50 €;Zürich\n";

const utf16 = (text: string, bigEnd: boolean, mark: boolean) => {
  const units = [...(mark ? [0xfeff] : []), ...Array.from(text, (letter) => letter.charCodeAt(0))];
  return Uint8Array.from(units.flatMap((unit) => (bigEnd ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
};

/** The first provider, with the encoding; or the fault. */
function read(bytes: Uint8Array, size = bytes.length) {
  const reader = quoteBytesReader({
    cards,
    format: null,
    mark: null,
    newDecoder: (encoding, { fatal }) => new TextDecoder(encoding, { fatal }),
  });
  const found = [];
  for (let at = 0; at < bytes.length; at += size) {
    const batch = reader.push(bytes.subarray(at, at + size));
    if (!batch.ok) return batch.error;
    found.push(...batch.value.quotes);
  }
  const rest = reader.end();
  if (!rest.ok) return rest.error;
  const [quote] = [...found, ...rest.value.quotes];
  return [reader.file()?.encoding, quote?.provider, quote?.fields.price];
}

describe("bytes of a price list", () => {
  const utf8 = new TextEncoder().encode(TEXT);

  it.each([
    ["utf-8", utf8],
    ["utf-16le", utf16(TEXT, false, true)],
    ["utf-16be", utf16(TEXT, true, true)],
    ["utf-16le", utf16(TEXT, false, false)],
    ["utf-16be", utf16(TEXT, true, false)],
  ])("are read in %s, byte by byte too", (encoding, bytes) => {
    expect(read(bytes)).toEqual([encoding, "Zürich Cloud", 2.5]);
    expect(read(bytes, 1)).toEqual([encoding, "Zürich Cloud", 2.5]);
  });

  it("in Latin-1 are refused, with the line as it would read", () => {
    const latin1 = Uint8Array.from(TEXT.replace("€", "EUR"), (letter) => letter.charCodeAt(0));
    expect(read(latin1)).toMatchObject({
      line: 2,
      message: "Line 2 is not in UTF-8; it may be in Latin-1 or Windows-1252",
      value: '"Zürich Cloud;H100;2,50 EUR;Zürich"',
      hint: expect.stringContaining("CSV UTF-8"),
    });
    // Far into a file, the line is counted from its beginning.
    const late = [...new TextEncoder().encode(TEXT + "a;H100;1;x\n".repeat(500)), ...latin1];
    expect(read(Uint8Array.from(late), 1_000)).toMatchObject({ line: 504 });
  });

  it("that are no text are refused by what they are", () => {
    expect(read(Uint8Array.of(0x50, 0x4b, 3, 4, 0, 0))).toMatchObject({
      message: "This is an Excel workbook or another archive",
    });
    expect(read(Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1))).toMatchObject({
      message: "This is not a text file",
    });
    expect(read(new Uint8Array(0))).toMatchObject({ message: "There is nothing in this file" });
  });

  it("that end within a letter are refused", () => {
    expect(read(utf8.subarray(0, utf8.indexOf(0xc3) + 1))).toMatchObject({
      message: expect.stringContaining("is not in UTF-8"),
    });
    expect(read(utf16(TEXT, false, true).subarray(0, -1))).toMatchObject({
      message: "The file ends within a letter of UTF-16",
    });
  });
});

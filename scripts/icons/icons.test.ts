import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { root } from "../root.ts";
import { toIcns } from "./icns.ts";
import { type Picture, toIco } from "./ico.ts";

const packaging = join(root, "packaging");

/** Width and height as the PNG itself says. */
function pngSize(png: Buffer): number[] {
  expect(png.subarray(0, 8).toString("latin1")).toBe("\x89PNG\r\n\x1a\n");
  return [png.readUInt32BE(16), png.readUInt32BE(20)];
}

function readIco(ico: Buffer) {
  expect([ico.readUInt16LE(0), ico.readUInt16LE(2)]).toEqual([0, 1]);
  return Array.from({ length: ico.readUInt16LE(4) }, (_, index) => {
    const at = 6 + 16 * index;
    const [length, offset] = [ico.readUInt32LE(at + 8), ico.readUInt32LE(at + 12)];
    return { size: ico.readUInt8(at) || 256, body: ico.subarray(offset, offset + length), end: offset + length };
  });
}

function readIcns(icns: Buffer) {
  expect(icns.subarray(0, 4).toString("latin1")).toBe("icns");
  expect(icns.readUInt32BE(4)).toBe(icns.length);
  const entries: { kind: string; body: Buffer }[] = [];
  for (let at = 8; at < icns.length; at += icns.readUInt32BE(at + 4)) {
    const length = icns.readUInt32BE(at + 4);
    entries.push({ kind: icns.subarray(at, at + 4).toString("latin1"), body: icns.subarray(at + 8, at + length) });
  }
  return entries;
}

describe("the icons that are committed", () => {
  it("for Linux have the size that their name says", () => {
    const names = readdirSync(join(packaging, "icons"));
    expect(names).toContain("512x512.png");
    for (const name of names) {
      const [size] = name.split("x");
      expect(pngSize(readFileSync(join(packaging, "icons", name)))).toEqual([Number(size), Number(size)]);
    }
  });

  it("for Windows has every size up to 256, the small ones as bitmaps", () => {
    const ico = readFileSync(join(packaging, "icon.ico"));
    const entries = readIco(ico);
    expect(entries.map(({ size }) => size)).toEqual([16, 24, 32, 48, 64, 128, 256]);
    expect(entries.at(-1)?.end).toBe(ico.length);
    for (const { size, body } of entries) {
      if (size > 48) expect(pngSize(body)).toEqual([size, size]);
      else expect([body.readInt32LE(4), body.readInt32LE(8)]).toEqual([size, size * 2]);
    }
  });

  it("for macOS has every size up to 1024", () => {
    const entries = readIcns(readFileSync(join(packaging, "icon.icns")));
    const sizes = entries.map(({ body }) => pngSize(body)[0]);
    expect(sizes).toEqual([16, 32, 32, 64, 128, 256, 256, 512, 512, 1024]);
    expect(new Set(entries.map(({ kind }) => kind)).size).toBe(entries.length);
  });

  it("are small together", () => {
    const sizes = ["icon.ico", "icon.icns"].map((name) => readFileSync(join(packaging, name)).length);
    expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(200_000);
  });
});

describe("an icon of one picture", () => {
  // Two pixels by two: red, green, blue, clear.
  const pixels = Buffer.from([255, 0, 0, 255, 0, 255, 0, 255, 0, 0, 255, 255, 0, 0, 0, 0]);
  const picture: Picture = { size: 2, pixels, png: Buffer.from("png") };

  it("holds a bitmap from the bottom row, blue first", () => {
    const [entry] = readIco(toIco([picture]));
    const colours = [...(entry?.body.subarray(40, 56) ?? [])];
    expect(colours).toEqual([255, 0, 0, 255, 0, 0, 0, 0, 0, 0, 255, 255, 0, 255, 0, 255]);
    // And a mask of four bytes a row.
    expect(entry?.body.length).toBe(40 + 16 + 8);
  });

  it("leaves out on a Mac what has no kind of its size", () => {
    expect(readIcns(toIcns([picture]))).toEqual([]);
    expect(readIcns(toIcns([{ size: 128, png: Buffer.from("x") }]))).toEqual([
      { kind: "ic07", body: Buffer.from("x") },
    ]);
  });
});

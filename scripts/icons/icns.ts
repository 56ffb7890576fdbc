import type { Picture } from "./ico.ts";

/** The kinds of entry that hold a PNG, by their width in pixels: at once, and for screens of twice the density. */
const kinds: readonly (readonly [kind: string, size: number])[] = [
  ["icp4", 16],
  ["icp5", 32],
  ["ic11", 32],
  ["ic12", 64],
  ["ic07", 128],
  ["ic13", 256],
  ["ic08", 256],
  ["ic14", 512],
  ["ic09", 512],
  ["ic10", 1024],
];

/** A macOS icon of the pictures that there are, each for every kind of its size. */
export function toIcns(pictures: readonly Pick<Picture, "size" | "png">[]): Buffer {
  const entries = kinds.flatMap(([kind, size]) => {
    const picture = pictures.find((known) => known.size === size);
    return picture === undefined ? [] : [chunk(kind, picture.png)];
  });
  return chunk("icns", Buffer.concat(entries));
}

function chunk(kind: string, body: Buffer): Buffer {
  const header = Buffer.alloc(8);
  header.write(kind, 0, "latin1");
  header.writeUInt32BE(8 + body.length, 4);
  return Buffer.concat([header, body]);
}

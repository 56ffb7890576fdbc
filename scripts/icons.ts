/** `npm run icons`: draws packaging/icons/, icon.ico and icon.icns from assets/icons/flopsheet.svg. */
import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { drawIcons } from "./icons/draw.ts";
import { toIcns } from "./icons/icns.ts";
import { toIco } from "./icons/ico.ts";
import { root } from "./root.ts";

const packaging = join(root, "packaging");
const mark = readFileSync(join(root, "assets", "icons", "flopsheet.svg"), "utf8");
const drawn = (sizes: readonly number[], margin: number) =>
  drawIcons(
    mark,
    sizes.map((size) => ({ size, margin })),
  );

const plain = await drawn([16, 24, 32, 48, 64, 128, 256, 512], 0);
const mac = await drawn([16, 32, 64, 128, 256, 512, 1024], 9.8);

mkdirSync(join(packaging, "icons"), { recursive: true });
for (const { size, png } of plain) writeFileSync(join(packaging, "icons", `${size}x${size}.png`), png);
writeFileSync(join(packaging, "icon.ico"), toIco(plain.filter(({ size }) => size <= 256)));
writeFileSync(join(packaging, "icon.icns"), toIcns(mac));

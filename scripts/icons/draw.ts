import { chromium } from "playwright-core";
import { findChromium, launchOptions } from "../../electron/backend/printing/chromium.ts";
import type { Picture } from "./ico.ts";

export interface Drawing {
  readonly size: number;
  /** How much of the square is left free at each side; macOS leaves a tenth. */
  readonly margin: number;
}

/** The mark's four strokes on a sheet of paper, drawn anew for each size, so that nothing is scaled. */
export async function drawIcons(mark: string, drawings: readonly Drawing[]): Promise<readonly Picture[]> {
  const found = await findChromium();
  if (found === null) throw new Error("Drawing icons needs a Chromium: set CHROMIUM_PATH to one.");
  const browser = await chromium.launch(launchOptions(found));
  try {
    const page = await browser.newPage({ colorScheme: "light" });
    const pictures: Picture[] = [];
    for (const drawing of drawings) {
      const { png, pixels } = await page.evaluate<{ png: string; pixels: string }>(drawingScript(mark, drawing));
      pictures.push({ size: drawing.size, png: Buffer.from(png, "base64"), pixels: Buffer.from(pixels, "base64") });
    }
    return pictures;
  } finally {
    await browser.close();
  }
}

/** Runs in the page; as text, since this side knows no DOM. */
function drawingScript(mark: string, { size, margin }: Drawing): string {
  const svg = onPaper(mark, margin);
  return `(async () => {
    const picture = new Image(${size}, ${size});
    picture.src = "data:image/svg+xml;base64,${Buffer.from(svg).toString("base64")}";
    await picture.decode();
    const canvas = document.createElement("canvas");
    canvas.width = canvas.height = ${size};
    const context = canvas.getContext("2d");
    context.drawImage(picture, 0, 0, ${size}, ${size});
    const { data } = context.getImageData(0, 0, ${size}, ${size});
    const pixels = btoa(Array.from(data, (byte) => String.fromCharCode(byte)).join(""));
    return { png: canvas.toDataURL("image/png").split(",")[1], pixels };
  })()`;
}

/** Paper with round corners, and the mark in its middle two thirds. Sides are parts of 100. */
function onPaper(mark: string, margin: number): string {
  const side = 100 - 2 * margin;
  const inner = side * 0.64;
  const at = (100 - inner) / 2;
  const strokes = /<style>.*<\/g>/s.exec(mark)?.[0];
  if (strokes === undefined) throw new Error("The mark has no strokes of the form that is expected.");
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 100 100">
    <rect x="${margin}" y="${margin}" width="${side}" height="${side}" rx="${side * 0.22}" fill="#fbfbf9"/>
    <rect x="${margin + 0.5}" y="${margin + 0.5}" width="${side - 1}" height="${side - 1}" rx="${side * 0.22}" fill="none" stroke="#cbd0d5"/>
    <svg x="${at}" y="${at}" width="${inner}" height="${inner}" viewBox="2 2 28 29">${strokes}</svg>
  </svg>`;
}

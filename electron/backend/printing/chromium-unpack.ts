import { randomUUID } from "node:crypto";
import { createReadStream, createWriteStream } from "node:fs";
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { pipeline } from "node:stream/promises";
import { promisify } from "node:util";
import { brotliDecompress, createBrotliDecompress } from "node:zlib";
import { readTar } from "./chromium-tar.ts";

const ABANDONED_AFTER_MS = 60 * 60 * 1000;

/** The system's fonts first, ours behind them: Chromium aborts where fontconfig knows no font at all. */
const FONTS_CONF = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
  <include ignore_missing="yes">/etc/fonts/fonts.conf</include>
  <dir prefix="relative">fonts</dir>
  <cachedir prefix="xdg">fontconfig</cachedir>
</fontconfig>
`;

/** An unpacked Chromium: the program, libraries a bare machine may lack, and a fontconfig file that knows a font. */
export type UnpackedChromium = { readonly program: string; readonly libraries: string; readonly fontsConf: string };

function layout(folder: string): UnpackedChromium {
  return { program: join(folder, "chromium"), libraries: join(folder, "lib"), fontsConf: join(folder, "fonts.conf") };
}

async function unpackTar(file: string, folder: string): Promise<void> {
  const archive = await promisify(brotliDecompress)(await readFile(file));
  for (const { path, executable, content } of readTar(archive)) {
    const target = join(folder, path);
    await mkdir(dirname(target), { recursive: true });
    await writeFile(target, content, { mode: executable ? 0o755 : 0o644 });
  }
}

async function unpackInto(packed: string, folder: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  const { program, fontsConf } = layout(folder);
  await unpackTar(join(packed, "al2023.tar.br"), folder);
  await unpackTar(join(packed, "fonts.tar.br"), folder);
  await writeFile(fontsConf, FONTS_CONF);
  await pipeline(
    createReadStream(join(packed, "chromium.br")),
    createBrotliDecompress({ chunkSize: 2 ** 21 }),
    createWriteStream(program, { mode: 0o755, flush: true }),
  );
}

async function removeAbandoned(cache: string): Promise<void> {
  for (const name of await readdir(cache)) {
    const path = join(cache, name);
    if (name.endsWith(".part") && Date.now() - (await stat(path)).mtimeMs > ABANDONED_AFTER_MS) {
      await rm(path, { recursive: true, force: true });
    }
  }
}

async function exists(path: string): Promise<boolean> {
  return stat(path).then(
    () => true,
    () => false,
  );
}

/**
 * Unpacks the Chromium of `packed` (the bin/ of \@sparticuz/chromium) into `cache`/chromium-`version`, once: 2–3 s.
 *
 * The folder is made under a name of its own and renamed when whole, so a killed process leaves nothing that is ever run and
 * two at once do not disturb each other: the second finds the first one's folder in place and drops its own.
 */
export async function unpackChromium(packed: string, cache: string, version: string): Promise<UnpackedChromium> {
  const folder = join(cache, `chromium-${version}`);
  if (await exists(layout(folder).program)) {
    return layout(folder);
  }
  await mkdir(cache, { recursive: true });
  await removeAbandoned(cache);
  const part = join(cache, `${randomUUID()}.part`);
  try {
    await unpackInto(packed, part);
    await rename(part, folder);
  } catch (error) {
    if (!(await exists(layout(folder).program))) {
      throw error;
    }
  } finally {
    await rm(part, { recursive: true, force: true });
  }
  return layout(folder);
}

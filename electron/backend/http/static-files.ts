import { readdir, readFile } from "node:fs/promises";
import { extname, join } from "node:path";

export interface StaticFile {
  readonly type: string;
  readonly content: Buffer;
  /** Its name holds a hash of its content, so it never changes. */
  readonly immutable: boolean;
}

/** By the path of a request, as `/assets/main-4f3a.js`. */
export type StaticFiles = ReadonlyMap<string, StaticFile>;

const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".json": "application/json; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
  ".woff": "font/woff",
  ".txt": "text/plain; charset=utf-8",
};

/**
 * Reads every file under `folder` into memory, once: about 2 MB. A request can then only name one of them, so there is no
 * path to resolve and none to escape from, and a build that replaces the folder meanwhile does not mix two versions.
 * Symbolic links are left out. Files that a build named by their content lie in `assets/`.
 *
 * @throws the system's error when the folder cannot be read.
 */
export async function loadStaticFiles(folder: string): Promise<StaticFiles> {
  const files = new Map<string, StaticFile>();
  const walk = async (path: string, url: string): Promise<void> => {
    for (const entry of await readdir(path, { withFileTypes: true })) {
      const [below, name] = [join(path, entry.name), `${url}/${entry.name}`];
      if (entry.isDirectory()) await walk(below, name);
      if (entry.isFile()) {
        const type = types[extname(entry.name)] ?? "application/octet-stream";
        files.set(name, { type, content: await readFile(below), immutable: name.startsWith("/assets/") });
      }
    }
  };
  await walk(folder, "");
  return files;
}

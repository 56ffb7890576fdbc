import { existsSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

/** Where this program lies and which version it is. */
export interface Installation {
  /** The folder of package.json. */
  readonly root: string;
  readonly version: string;
  /** The built renderer. */
  readonly renderer: string;
}

/**
 * Found by going up from this file, so that it holds for the sources and for a bundle in out/ alike.
 *
 * @throws when no package.json is above this file: the installation is broken.
 */
export function findInstallation(from = import.meta.dirname): Installation {
  let root = from;
  while (!existsSync(join(root, "package.json"))) {
    if (dirname(root) === root) throw new Error(`there is no package.json above ${from}`);
    root = dirname(root);
  }
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8")) as { readonly version: string };
  return { root, version, renderer: join(root, "out", "renderer") };
}

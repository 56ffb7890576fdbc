/** Which packages of others a bundle has taken in, and under which licences: told by the app in Settings. */
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Plugin } from "vite";

export interface PackageLicence {
  readonly name: string;
  readonly version: string;
  /** As package.json states it: an SPDX name or expression. */
  readonly licence: string;
  readonly text: string;
}

/** A file of a package: everything up to its folder, which may lie in another package's node_modules. */
const IN_PACKAGE = /^(.*\/node_modules\/(?:@[^/]+\/)?[^/]+)\//;

/** Folders of the packages that files of a bundle come from. */
export function packageFolders(files: Iterable<string>): string[] {
  const folders = new Set<string>();
  for (const file of files) {
    // Bundlers put a NUL before their own modules, and a question after what is read in another way.
    const folder = IN_PACKAGE.exec(file.replaceAll("\\", "/").replace(/^\0/, "").replace(/\?.*$/, ""))?.[1];
    if (folder !== undefined && !folder.endsWith("/node_modules/.vite")) folders.add(folder);
  }
  return [...folders].sort();
}

/** Notes the files of every bundle that it is a plugin of. */
export function noteFiles(into: Set<string>): Plugin {
  return {
    name: "note-files",
    generateBundle() {
      for (const id of this.getModuleIds()) into.add(id);
    },
  };
}

/** @throws for a package that comes without a licence: nobody may hand it on. */
export function licenceOf(folder: string): PackageLicence {
  const { name, version, license } = JSON.parse(readFileSync(join(folder, "package.json"), "utf8")) as {
    readonly name?: string;
    readonly version?: string;
    readonly license?: string;
  };
  if (name === undefined || version === undefined)
    throw new Error(`${folder} is no package: it has no name or version.`);
  if (license === undefined) throw new Error(`${name} ${version} does not state its licence.`);
  const files = readdirSync(folder)
    .filter((file) => /^(licen[cs]e|copying|notice)/i.test(file))
    .sort();
  const text = files.map((file) => readFileSync(join(folder, file), "utf8").trim()).join("\n\n");
  if (text === "") throw new Error(`${name} ${version} (${license}) comes without the text of its licence.`);
  return { name, version, licence: license, text };
}

/** Writes `licences.json`: our own licence, and one entry for each package and version. */
export function writeLicences(path: string, own: string, files: Iterable<string>): void {
  const packages = packageFolders(files).map(licenceOf);
  const unique = new Map(packages.map((one) => [`${one.name}@${one.version}`, one]));
  writeFileSync(path, `${JSON.stringify({ own, packages: [...unique.values()] })}\n`);
}

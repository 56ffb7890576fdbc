/** An entry of the lock file's `packages`, as far as this needs it. */
export type LockedPackage = {
  readonly version?: string;
  readonly dev?: boolean;
  readonly license?: string;
  readonly optionalDependencies?: Readonly<Record<string, string>>;
  readonly [field: string]: unknown;
};

/** Packages by their place, as in package-lock.json: `""` is ours, `node_modules/…` the others. */
export type LockedPackages = Readonly<Record<string, LockedPackage>>;

const systems = new Set([
  "aix",
  "android",
  "darwin",
  "freebsd",
  "linux",
  "netbsd",
  "openbsd",
  "openharmony",
  "sunos",
  "win32",
]);
const libraries: Readonly<Record<string, string>> = { gnu: "glibc", musl: "musl" };

function isThere(packages: LockedPackages, from: string, name: string): boolean {
  for (let place = from; ; ) {
    if (`${place === "" ? "" : `${place}/`}node_modules/${name}` in packages) {
      return true;
    }
    if (place === "") {
      return false;
    }
    place = place.slice(0, Math.max(0, place.lastIndexOf("/node_modules/")));
  }
}

function entryFor(name: string, version: string, parent: LockedPackage): LockedPackage {
  const words = name.slice(name.lastIndexOf("/") + 1).split("-");
  const at = words.findIndex((word) => systems.has(word));
  const [system, processor, library = ""] = words.slice(at);
  if (at < 0 || system === undefined || processor === undefined || !/^\d+\.\d+\.\d+/.test(version)) {
    throw new Error(`${name}@${version}: cannot tell which system it is for`);
  }
  const libc = system === "linux" ? libraries[library] : undefined;
  return {
    version,
    cpu: [processor],
    ...(parent.dev === true ? { dev: true } : {}),
    ...(libc === undefined ? {} : { libc: [libc] }),
    ...(parent.license === undefined ? {} : { license: parent.license }),
    optional: true,
    os: [system],
  };
}

/**
 * The entries a lock file lacks for programs of other systems.
 *
 * A registry mirror seldom holds a tool's program for every system. npm then leaves those it could not find out of the lock file,
 * where they are optional, and `npm ci` afterwards refuses the lock file for lacking them. Their place, version and system
 * are known all the same, from the package that wants them and from their names, as in `@biomejs/cli-linux-x64-musl`. Their
 * check sums are not, so on those systems npm takes what its registry gives.
 */
export function missingEntries(packages: LockedPackages): Record<string, LockedPackage> {
  const missing: Record<string, LockedPackage> = {};
  for (const [place, entry] of Object.entries(packages)) {
    for (const [name, version] of Object.entries(place === "" ? {} : (entry.optionalDependencies ?? {}))) {
      if (!isThere(packages, place, name)) {
        missing[`node_modules/${name}`] = entryFor(name, version, entry);
      }
    }
  }
  return missing;
}

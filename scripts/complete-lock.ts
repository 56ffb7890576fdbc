/** `npm run lock`, after any change of dependencies: adds to package-lock.json what a mirror's npm left out. */
import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type LockedPackages, missingEntries } from "./lock/complete.ts";
import { root } from "./root.ts";

const path = join(root, "package-lock.json");
const lock = JSON.parse(readFileSync(path, "utf8")) as { packages: LockedPackages };
const missing = missingEntries(lock.packages);
const packages = Object.entries({ ...lock.packages, ...missing }).sort(([a], [b]) => a.localeCompare(b, "en"));
writeFileSync(path, `${JSON.stringify({ ...lock, packages: Object.fromEntries(packages) }, null, 2)}\n`);
console.log(`Added ${Object.keys(missing).length} entries to package-lock.json.`);

import { createHash, randomUUID } from "node:crypto";
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** What a build is made of. A test beside a source is not part of it. */
export const buildInputs = [
  "assets",
  "electron",
  "renderer",
  "shared",
  "package.json",
  "package-lock.json",
  "LICENSE",
  "scripts/bundles.ts",
  "scripts/licences.ts",
] as const;

const STAMP = "stamp";
const ABANDONED_AFTER_MS = 60 * 60 * 1000;

function inventory(path: string): string[] {
  const status = statSync(path, { throwIfNoEntry: false, bigint: true });
  if (status === undefined) {
    return [];
  }
  if (!status.isDirectory()) {
    return /\.test\.tsx?$/.test(path) ? [] : [`${path} ${status.size} ${status.mtimeNs}`];
  }
  return readdirSync(path)
    .sort()
    .flatMap((name) => inventory(join(path, name)));
}

/**
 * A digest of the names, sizes and modification times of everything a build reads under `root`. Added, removed and touched
 * files all change it, which a comparison of the newest times would miss.
 */
export function sourceFingerprint(root: string): string {
  const lines = buildInputs.flatMap((input) => inventory(join(root, input)));
  return createHash("sha256").update(lines.join("\n")).digest("hex");
}

/** Whether `root`/out is a whole build of the sources as they are now. */
export function isFresh(root: string, fingerprint = sourceFingerprint(root)): boolean {
  try {
    return readFileSync(join(root, "out", STAMP), "utf8") === fingerprint;
  } catch {
    return false;
  }
}

function swap(root: string, made: string, fingerprint: string): void {
  const out = join(root, "out");
  const old = `${made}-old`;
  for (;;) {
    if (isFresh(root, fingerprint)) {
      return;
    }
    try {
      renameSync(out, old);
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "ENOENT") {
        throw error;
      }
    }
    try {
      renameSync(made, out);
      return;
    } catch (error) {
      const code = (error as NodeJS.ErrnoException).code;
      const anotherBuildCameFirst = code === "ENOTEMPTY" || code === "EEXIST" || code === "EPERM";
      if (!anotherBuildCameFirst || statSync(out, { throwIfNoEntry: false }) === undefined) {
        throw error;
      }
      rmSync(old, { recursive: true, force: true });
    }
  }
}

function removeAbandoned(workshop: string): void {
  for (const name of readdirSync(workshop)) {
    const path = join(workshop, name);
    const status = statSync(path, { throwIfNoEntry: false });
    if (status !== undefined && Date.now() - status.mtimeMs > ABANDONED_AFTER_MS) {
      rmSync(path, { recursive: true, force: true });
    }
  }
}

/**
 * Replaces `root`/out by what `make` writes into the folder it is given.
 *
 * The folder is made whole beside out/, its stamp written last, and then renamed: a build that is killed or fails leaves the
 * old out/, now without its stamp, or none, never a half-made one; of two builds at once the later wins or, when both made the same, is dropped.
 * The stamp is taken before `make` reads anything, so a source that changes meanwhile makes the result stale at once.
 */
export async function replaceOutput(root: string, make: (folder: string) => Promise<void>): Promise<void> {
  const fingerprint = sourceFingerprint(root);
  rmSync(join(root, "out", STAMP), { force: true });
  const workshop = join(root, "out.tmp");
  mkdirSync(workshop, { recursive: true });
  removeAbandoned(workshop);
  const made = join(workshop, randomUUID());
  try {
    await make(made);
    writeFileSync(join(made, STAMP), fingerprint);
    swap(root, made, fingerprint);
  } finally {
    rmSync(made, { recursive: true, force: true });
    rmSync(`${made}-old`, { recursive: true, force: true });
  }
}

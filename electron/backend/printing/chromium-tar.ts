const BLOCK = 512;
const FILE_TYPES = new Set(["0", "\0"]);
const DIRECTORY = "5";

/** A regular file of a tar archive. `executable` is the owner's bit. */
export type TarFile = { readonly path: string; readonly executable: boolean; readonly content: Buffer };

function text(header: Buffer, start: number, length: number): string {
  const field = header.subarray(start, start + length);
  const end = field.indexOf(0);
  return field.subarray(0, end < 0 ? length : end).toString("utf8");
}

function octal(header: Buffer, start: number, length: number): number {
  const digits = text(header, start, length).trim();
  if (!/^[0-7]*$/.test(digits)) {
    throw new Error(`tar: not an octal number: ${JSON.stringify(digits)}`);
  }
  return digits === "" ? 0 : Number.parseInt(digits, 8);
}

function checkSum(header: Buffer): number {
  // The sum is taken with its own eight bytes as spaces.
  return header.reduce((sum, byte, index) => sum + (index >= 148 && index < 156 ? 32 : byte), 0);
}

function safePath(path: string): string {
  const parts = path.split("/");
  if (path.startsWith("/") || path.includes("\\") || parts.includes("..") || path === "") {
    throw new Error(`tar: refused path: ${JSON.stringify(path)}`);
  }
  return path;
}

/**
 * The regular files of a tar archive (POSIX.1-1988 ustar, which is all that plain files with short names need).
 * Directories follow from the paths. Links, devices, extended headers, paths that leave the folder, wrong check sums and
 * archives cut short are errors, so that nothing half-read is ever run.
 */
export function readTar(archive: Buffer): TarFile[] {
  const files: TarFile[] = [];
  let position = 0;
  while (position + BLOCK <= archive.length) {
    const header = archive.subarray(position, position + BLOCK);
    if (header.every((byte) => byte === 0)) {
      return files;
    }
    if (octal(header, 148, 8) !== checkSum(header)) {
      throw new Error("tar: wrong check sum");
    }
    const prefix = text(header, 257, 5) === "ustar" ? text(header, 345, 155) : "";
    const name = text(header, 0, 100);
    const path = safePath(prefix === "" ? name : `${prefix}/${name}`);
    const size = octal(header, 124, 12);
    const type = text(header, 156, 1) || "\0";
    const start = position + BLOCK;
    if (FILE_TYPES.has(type)) {
      if (start + size > archive.length) {
        throw new Error(`tar: cut short in ${path}`);
      }
      const executable = (octal(header, 100, 8) & 0o100) !== 0;
      files.push({ path, executable, content: archive.subarray(start, start + size) });
    } else if (type !== DIRECTORY) {
      throw new Error(`tar: ${path} is neither a file nor a folder`);
    }
    position = start + Math.ceil(size / BLOCK) * BLOCK;
  }
  throw new Error("tar: no end of archive");
}

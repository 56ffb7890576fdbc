/** The directory of a ZIP archive: which files it has, and where their bytes lie. */

export interface ZipEntry {
  readonly name: string;
  /** As stored in the archive. */
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly isDeflated: boolean;
}

const END = 0x06054b50;
const END_LENGTH = 22;
const LONGEST_COMMENT = 65_535;
const DIRECTORY = 0x02014b50;
const DIRECTORY_LENGTH = 46;
const LOCAL = 0x04034b50;
const LOCAL_LENGTH = 30;

/** Workbooks have a few dozen files. */
const MOST_ENTRIES = 2_000;

const STORED = 0;
const DEFLATED = 8;

/** Whether the bytes begin as an archive does. */
export const isZip = (bytes: Uint8Array): boolean =>
  bytes[0] === 0x50 && bytes[1] === 0x4b && bytes[2] === 3 && bytes[3] === 4;

/**
 * The entries of an archive that are neither encrypted nor packed in an unusual way; null where the bytes are no archive. Nothing is
 * unpacked, and no length that the archive states is believed beyond its own bytes.
 */
export function zipEntries(bytes: Uint8Array<ArrayBuffer>): ZipEntry[] | null {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const end = endOf(view);
  if (end === null) return null;
  const count = view.getUint16(end + 10, true);
  if (count > MOST_ENTRIES) return null;
  const entries: ZipEntry[] = [];
  let at = view.getUint32(end + 16, true);
  for (let index = 0; index < count; index++) {
    if (at + DIRECTORY_LENGTH > bytes.length || view.getUint32(at, true) !== DIRECTORY) return null;
    const nameLength = view.getUint16(at + 28, true);
    const after = at + DIRECTORY_LENGTH + nameLength;
    if (after > bytes.length) return null;
    const entry = entryAt(view, bytes, at, latin(bytes.subarray(at + DIRECTORY_LENGTH, after)));
    if (entry !== null) entries.push(entry);
    at = after + view.getUint16(at + 30, true) + view.getUint16(at + 32, true);
  }
  return entries;
}

/** Where the record that ends the archive lies: a comment may follow it. */
function endOf(view: DataView): number | null {
  const first = Math.max(0, view.byteLength - END_LENGTH - LONGEST_COMMENT);
  for (let at = view.byteLength - END_LENGTH; at >= first; at--) if (view.getUint32(at, true) === END) return at;
  return null;
}

function entryAt(view: DataView, bytes: Uint8Array<ArrayBuffer>, at: number, name: string): ZipEntry | null {
  const isEncrypted = (view.getUint16(at + 8, true) & 1) === 1;
  const method = view.getUint16(at + 10, true);
  const size = view.getUint32(at + 20, true);
  const local = view.getUint32(at + 42, true);
  if (isEncrypted || (method !== STORED && method !== DEFLATED)) return null;
  if (local + LOCAL_LENGTH > bytes.length || view.getUint32(local, true) !== LOCAL) return null;
  const from = local + LOCAL_LENGTH + view.getUint16(local + 26, true) + view.getUint16(local + 28, true);
  if (from + size > bytes.length) return null;
  return { name, bytes: bytes.subarray(from, from + size), isDeflated: method === DEFLATED };
}

/** The names that matter here are ASCII. */
const latin = (bytes: Uint8Array): string => Array.from(bytes, (byte) => String.fromCharCode(byte)).join("");

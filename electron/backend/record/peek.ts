/** What a database file says of itself, read without SQLite, so that nothing of it is touched. */
import { type FileHandle, open } from "node:fs/promises";
import { systemCode } from "../files/file-fault.ts";

export type Peek =
  /** No file, or one without a byte in it. */
  | { readonly kind: "nothing" }
  | { readonly kind: "damaged"; readonly what: string }
  /** `blank`: it has one page at most, and so no table. */
  | { readonly kind: "database"; readonly applicationId: number; readonly version: number; readonly blank: boolean };

const MAGIC = "SQLite format 3\0";
const HEADER = 100;

/**
 * Reads the header of the file and, where a kill has left its log (`<path>-wal`) with a newer one, that.
 *
 * Never call it while this very process has the file open: closing a file gives up all locks that a process has on it.
 */
export async function peek(path: string): Promise<Peek> {
  const [main, log] = await Promise.all([readMain(path), readLog(`${path}-wal`)]);
  if (main === null) {
    return log === null
      ? { kind: "nothing" }
      : { kind: "damaged", what: "The file is gone or empty; only its log is there." };
  }
  const header = log?.header ?? main.header;
  if (header.length < HEADER) return { kind: "damaged", what: "The file ends within its first 100 bytes." };
  if (header.toString("latin1", 0, MAGIC.length) !== MAGIC) {
    return { kind: "damaged", what: "The file is not a SQLite database, or its beginning was overwritten." };
  }
  const stated = statedSize(header);
  // With a log the file may be shorter for good reason: the log has the rest.
  if (log === null && stated !== null && main.size < stated) {
    return { kind: "damaged", what: `The file is cut off: it has ${main.size} bytes of ${stated}.` };
  }
  const blank = log === null && main.size <= pageSize(header.readUInt16BE(16));
  return { kind: "database", applicationId: header.readUInt32BE(68), version: header.readUInt32BE(60), blank };
}

/** The size that a header speaks of, where it was kept up to date. https://www.sqlite.org/fileformat2.html */
function statedSize(header: Buffer): number | null {
  const current = header.readUInt32BE(24) === header.readUInt32BE(92);
  return current ? header.readUInt32BE(28) * pageSize(header.readUInt16BE(16)) : null;
}

const pageSize = (stored: number): number => (stored === 1 ? 65_536 : stored);

async function readMain(path: string): Promise<{ readonly header: Buffer; readonly size: number } | null> {
  return reading(path, async (file) => {
    // In this order: a host that is writing meanwhile makes the file longer before it says so in the header.
    const header = await readAt(file, 0, HEADER);
    const { size } = await file.stat();
    return size === 0 ? null : { header, size };
  });
}

const LOG_HEADER = 32;
const FRAME_HEADER = 24;

/** What a log has that was committed, null when it has nothing: the header in its newest first page, where one is in it. */
async function readLog(path: string): Promise<{ readonly header: Buffer | null } | null> {
  return reading(path, async (file) => {
    const head = await readAt(file, 0, LOG_HEADER);
    if (head.length < LOG_HEADER || head.readUInt32BE(0) >>> 1 !== 0x377f0682 >>> 1) return null;
    const size = head.readUInt32BE(8);
    const salts = head.subarray(16, 24);
    let newest: Buffer | null = null;
    let committed: { readonly header: Buffer | null } | null = null;
    for (let at = LOG_HEADER; ; at += FRAME_HEADER + size) {
      const frame = await readAt(file, at, FRAME_HEADER + HEADER);
      // Frames of other salts are left over from before the log began anew.
      if (frame.length < FRAME_HEADER + HEADER || !frame.subarray(8, 16).equals(salts)) return committed;
      if (frame.readUInt32BE(0) === 1) newest = frame.subarray(FRAME_HEADER);
      if (frame.readUInt32BE(4) !== 0) committed = { header: newest };
    }
  });
}

async function readAt(file: FileHandle, position: number, length: number): Promise<Buffer> {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
  return buffer.subarray(0, bytesRead);
}

/** Null when there is no such file. */
async function reading<T>(path: string, read: (file: FileHandle) => Promise<T | null>): Promise<T | null> {
  let file: FileHandle;
  try {
    file = await open(path, "r");
  } catch (error) {
    if (systemCode(error) === "ENOENT") return null;
    throw error;
  }
  try {
    return await read(file);
  } finally {
    await file.close();
  }
}

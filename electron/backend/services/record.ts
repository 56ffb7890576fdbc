import { mkdir, open, rm, stat } from "node:fs/promises";
import { join } from "node:path";
import type { MethodOutput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import type { HostRecord } from "../record/record.ts";
import { toBase64 } from "./base64.ts";
import type { Group } from "./group.ts";

/** Bytes of one part of an exported record; as base64 well under what a reply may carry. */
const PART_BYTES = 6_000_000;

export interface RecordHandlersOptions {
  readonly now?: () => Date;
  readonly partBytes?: number;
}

export function recordHandlers(
  record: HostRecord,
  { now = () => new Date(), partBytes = PART_BYTES }: RecordHandlersOptions = {},
): Group<"record"> {
  /** One copy waits to be fetched at a time; the next export takes its place. */
  let copy: { readonly id: string; readonly path: string } | null = null;

  const infoAfter = async (done: Reply<null>): Promise<Reply<MethodOutput<"record.info">>> =>
    done.ok ? ok(await record.info()) : done;

  async function beginExport(id: string): Promise<Reply<null>> {
    if (copy !== null) await rm(copy.path, { force: true });
    copy = null;
    const path = join(record.places.staging, `export-${id}.sqlite`);
    await mkdir(record.places.staging, { recursive: true, mode: 0o700 });
    const copied = await record.copyTo(path);
    if (copied.ok) copy = { id, path };
    return copied;
  }

  return {
    "record.info": async () => ok(await record.info()),
    "record.backup": () => record.backup(),
    "record.restore": async ({ backup }) => infoAfter(await record.restore(backup)),
    "record.startAnew": async () => infoAfter(await record.startAnew()),
    async "record.reopen"() {
      await record.reopen();
      return ok(await record.info());
    },
    async "record.export"({ export: id, part }) {
      // Part 0 asked for again, because its answer was lost, is of the same copy.
      if (part === 0 && copy?.id !== id) {
        const begun = await beginExport(id);
        if (!begun.ok) return begun;
      }
      if (copy?.id !== id) return failure("notFound", "This export was not begun, or another was begun since.");
      const { path } = copy;
      const bytes = await stat(path).then(
        ({ size }) => size,
        () => null,
      );
      if (bytes === null)
        return failure("notFound", "This export is not there any more: the record was opened anew since.");
      const parts = Math.max(1, Math.ceil(bytes / partBytes));
      if (part >= parts) return failure("notFound", `This export has ${parts} parts, counted from 0.`);
      const base64 = toBase64(await readPart(path, part * partBytes, partBytes));
      return ok({ name: exportName(now()), bytes, parts, base64 });
    },
  };
}

/** `flopsheet-record-2026-11-26.sqlite` */
const exportName = (now: Date): string => `flopsheet-record-${now.toISOString().slice(0, 10)}.sqlite`;

async function readPart(path: string, position: number, length: number): Promise<Uint8Array> {
  const file = await open(path, "r");
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, position);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

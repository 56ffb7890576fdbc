import { describe, expect, it } from "vitest";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { exportRecord, importRecord, type TransferEffects, type TransferProgress } from "./record-transfer.ts";

const toBase64 = (bytes: Uint8Array) => btoa(String.fromCharCode(...bytes));
const fromBase64 = (base64: string) => Uint8Array.from(atob(base64), (letter) => letter.charCodeAt(0));
const content = Uint8Array.from({ length: 10 }, (_, index) => index);

function effects(abortAt = Number.POSITIVE_INFINITY) {
  const controller = new AbortController();
  const seen: TransferProgress[] = [];
  const given: TransferEffects = {
    newId: () => "one",
    progress: (at) => {
      seen.push(at);
      if (at.done >= abortAt) controller.abort();
    },
    signal: controller.signal,
  };
  return { seen, given };
}

/** A host's exports in parts of 4 bytes. */
const exporting = {
  "record.export": ({ part }: { part: number }) =>
    Promise.resolve(
      ok({ name: "record.sqlite", bytes: 10, parts: 3, base64: toBase64(content.slice(part * 4, part * 4 + 4)) }),
    ),
};

/** Takes an import as a host does, part by part; `refuseAt` is a part that it refuses. */
function importing(refuseAt: number | null = null) {
  const said: string[] = [];
  const parts: Uint8Array[] = [];
  const client: Parameters<typeof importRecord>[0] = {
    "import.begin": () => Promise.resolve(ok({})),
    "import.rows": ({ part, rows }): Promise<Reply<Record<string, never>>> => {
      if (part === refuseAt) return Promise.resolve(failure("full", "No room."));
      if ("base64" in rows) parts[part] = fromBase64(rows.base64);
      return Promise.resolve(ok({}));
    },
    "import.commit": () => {
      said.push("commit");
      return Promise.resolve(ok({ projects: 7 }));
    },
    "import.abort": () => {
      said.push("abort");
      return Promise.resolve(ok({}));
    },
  };
  return { said, parts, client };
}

const file = new Blob([content]);

describe("exportRecord", () => {
  it("puts the parts together in their order, and tells how far it is", async () => {
    const { seen, given } = effects();
    const exported = await exportRecord(exporting, fromBase64, given);
    if (exported.kind !== "done") throw new Error(exported.kind);
    expect(new Uint8Array(await new Blob([...exported.parts]).arrayBuffer())).toEqual(content);
    expect(seen.map(({ done }) => done)).toEqual([4, 8, 10]);
  });

  it("ends when it is cancelled, also after the last part", async () => {
    expect(await exportRecord(exporting, fromBase64, effects(4).given)).toEqual({ kind: "cancelled" });
    expect(await exportRecord(exporting, fromBase64, effects(10).given)).toEqual({ kind: "cancelled" });
  });
});

describe("importRecord", () => {
  it("hands over every byte once, and commits", async () => {
    const host = importing();
    const { seen, given } = effects();
    expect(await importRecord(host.client, file, toBase64, given, 4)).toEqual({ kind: "done", projects: 7 });
    expect(host.parts.flatMap((part) => [...part])).toEqual([...content]);
    expect(host.said).toEqual(["commit"]);
    expect(seen.at(-1)).toEqual({ done: 10, total: 10 });
  });

  it("gives the import up when it is cancelled or refused: nothing is committed", async () => {
    const cancelled = importing();
    expect(await importRecord(cancelled.client, file, toBase64, effects(10).given, 4)).toEqual({ kind: "cancelled" });
    expect(cancelled.said).toEqual(["abort"]);
    const refused = importing(1);
    expect(await importRecord(refused.client, file, toBase64, effects().given, 4)).toMatchObject({
      kind: "failed",
      error: { code: "full" },
    });
    expect(refused.said).toEqual(["abort"]);
  });

  it("says so when the file cannot be read to its end", async () => {
    const host = importing();
    const gone = { size: 10, slice: () => ({ arrayBuffer: () => Promise.reject(new Error("gone")) }) };
    expect(await importRecord(host.client, gone, toBase64, effects().given, 4)).toMatchObject({
      kind: "failed",
      error: { message: expect.stringContaining("could not be read") },
    });
    expect(host.said).toEqual(["abort"]);
  });
});

import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import type { HostRecord } from "../record/record.ts";
import { snapshotOf } from "../testing/plans.ts";
import { openedRecord } from "../testing/record-files.ts";

let directory: string;
let record: HostRecord;
let day: string;

beforeEach(async () => {
  directory = mkdtempSync(join(tmpdir(), "flopsheet-attachments-"));
  day = "2026-11-26";
  record = await reopened();
});

afterEach(async () => {
  await record.close();
  rmSync(directory, { recursive: true });
});

const reopened = () => openedRecord(directory, () => new Date(`${day}T12:00:00.000Z`));

const keep = (text: string): string => {
  const kept = record.change(({ attachments }) => ({ ok: true, value: attachments.put(Buffer.from(text)) }));
  if (!kept.ok) throw new Error(kept.error.message);
  return kept.value;
};

const read = (sha256: string): string | undefined => {
  const found = record.read(({ attachments }) => ({ ok: true, value: attachments.read(sha256) }));
  if (!found.ok || found.value === "damaged") throw new Error("damaged");
  return found.value === undefined ? undefined : Buffer.from(found.value).toString();
};

const quote = (sha256: string) => ({
  kind: "quote" as const,
  value: { title: "Offer", price: 3, currency: "USD", attachment: { name: "offer.pdf", sha256, bytes: 5 } },
});

test("a file is known by its bytes, and kept once", () => {
  expect(keep("offer")).toBe(keep("offer"));
  expect(read(keep("offer"))).toBe("offer");
  expect(read("0".repeat(64))).toBeUndefined();
});

test("a file that no row came to have is gone when the record is opened again", async () => {
  const [abandoned, kept] = [keep("abandoned"), keep("kept")];
  record.change(({ library }) => library.save(crypto.randomUUID(), null, quote(kept)));
  await record.close();
  record = await reopened();
  expect([read(abandoned), read(kept)]).toEqual([undefined, "kept"]);
});

test("the file of a deleted row stays for 30 days, so that it can be restored", async () => {
  const sha256 = keep("offer");
  const id = crypto.randomUUID();
  record.change(({ library }) => library.save(id, null, quote(sha256)));
  record.change(({ library }) => library.setDeleted("quote", id, true));
  await record.close();
  day = "2026-12-26";
  record = await reopened();
  expect(read(sha256)).toBe("offer");
  await record.close();
  day = "2026-12-27";
  record = await reopened();
  expect(read(sha256)).toBeUndefined();
});

test("a file that a revision of a plan names stays when the library has it no more", async () => {
  const sha256 = keep("offer");
  const id = crypto.randomUUID();
  record.change(({ library }) => library.save(id, null, quote(sha256)));
  record.change(({ projects }) => projects.create(crypto.randomUUID(), snapshotOf(`attachment: {sha256: ${sha256}}`)));
  record.change(({ library }) =>
    library.save(id, 1, { kind: "quote", value: { title: "Offer", price: 3, currency: "USD" } }),
  );
  expect(read(sha256)).toBe("offer");
  await record.close();
  record = await reopened();
  expect(read(sha256)).toBe("offer");
});

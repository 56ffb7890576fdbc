// @vitest-environment node
import { expect, it, vi } from "vitest";
import { readPlanFile } from "./plan-file.ts";

const fileOf = (bytes: Uint8Array<ArrayBuffer>, size = bytes.length) => ({
  name: "plan.json",
  size,
  arrayBuffer: vi.fn(async () => bytes.buffer),
});

it("reads UTF-8", async () => {
  expect(await readPlanFile(fileOf(new TextEncoder().encode('{"title": "Größe"}')))).toEqual({
    ok: true,
    value: '{"title": "Größe"}',
  });
});

it("does not read what is too large", async () => {
  const file = fileOf(new Uint8Array(), 3_200_000);
  const result = await readPlanFile(file);
  expect(result).toMatchObject({ ok: false, error: [{ value: "3.2 MB", allowed: "at most 1 MB" }] });
  expect(file.arrayBuffer).not.toHaveBeenCalled();
});

it("refuses what is not text", async () => {
  const result = await readPlanFile(fileOf(Uint8Array.of(0x89, 0x50, 0xff, 0xfe)));
  expect(result).toMatchObject({ ok: false, error: [{ message: "This is not a text file" }] });
});

it("says so when the file cannot be read, as a folder cannot", async () => {
  const result = await readPlanFile({ name: "x", size: 4096, arrayBuffer: () => Promise.reject(new Error("EISDIR")) });
  expect(result).toMatchObject({ ok: false, error: [{ message: "The file could not be read" }] });
});

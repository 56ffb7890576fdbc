import { execFileSync } from "node:child_process";
import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { PLAN_MAX_BYTES } from "../../../shared/plan/document.ts";
import { readPlanFile, readPlanStream } from "./read-plan.ts";

let folder: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-read-"));
});

afterAll(() => rm(folder, { recursive: true }));

async function read(content: string | Uint8Array) {
  const path = join(folder, "plan.yaml");
  await writeFile(path, content);
  return readPlanFile(path, "plan.yaml");
}

test("the text as it stands, without a byte-order mark", async () => {
  expect(await read("title: Épreuve ≤ 3\n")).toEqual({ ok: true, value: "title: Épreuve ≤ 3\n" });
  expect(await read("\uFEFFtitle: x\n")).toEqual({ ok: true, value: "title: x\n" });
  expect(await read("")).toEqual({ ok: true, value: "" });
});

test("exactly the limit is read, one byte more is not", async () => {
  expect(await read("x".repeat(PLAN_MAX_BYTES))).toMatchObject({ ok: true });
  expect(await read("x".repeat(PLAN_MAX_BYTES + 1))).toEqual({
    ok: false,
    error: {
      code: "tooLarge",
      message: "plan.yaml is too large: a plan has at most 1,000,000 bytes, this is 1,000,001.",
    },
  });
});

test.each([
  ["bytes that are no UTF-8", Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d)],
  ["a NUL", Uint8Array.of(0x7b, 0x00, 0x7d)],
  ["UTF-16", new Uint8Array(Buffer.from("\uFEFF{}", "utf16le"))],
  ["the start of a picture", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a)],
])("%s: not a text", async (_, bytes) => {
  expect(await read(bytes)).toMatchObject({
    ok: false,
    error: { code: "notText", message: "plan.yaml is not a text file in UTF-8. A plan is a JSON or YAML document." },
  });
});

test("no file, a folder, a file as a folder, a loop of links", async () => {
  await writeFile(join(folder, "file"), "");
  await symlink("loop", join(folder, "loop"));
  expect(await readPlanFile(join(folder, "none.json"), "none.json")).toEqual({
    ok: false,
    error: { code: "notFound", message: "There is no file none.json." },
  });
  expect(await readPlanFile(folder, "here")).toMatchObject({ error: { code: "isDirectory" } });
  expect(await readPlanFile(join(folder, "file", "a"), "a")).toMatchObject({ error: { code: "notFound" } });
  expect(await readPlanFile(join(folder, "loop"), "loop")).toMatchObject({ error: { code: "failed" } });
});

test.runIf(process.platform !== "win32")(
  "a pipe without a writer and an endless device are refused, not waited for",
  async () => {
    const pipe = join(folder, "pipe");
    execFileSync("sh", ["-c", 'mkfifo "$1"', "sh", pipe]);
    expect(await readPlanFile(pipe, "pipe")).toMatchObject({ error: { code: "notRegular" } });
    expect(await readPlanFile("/dev/zero")).toMatchObject({ error: { code: "notRegular" } });
  },
);

test("a stream is read to its end, and an endless one only up to the limit", async () => {
  let given = 0;
  async function* endless() {
    for (;;) {
      given += 64_000;
      yield Buffer.alloc(64_000, "x");
    }
  }
  async function* parts() {
    // The two bytes of ü arrive apart.
    yield Uint8Array.of(0x61, 0xc3);
    yield Uint8Array.of(0xbc);
  }
  expect(await readPlanStream(parts(), "standard input")).toEqual({ ok: true, value: "aü" });
  expect(await readPlanStream(endless(), "standard input")).toMatchObject({
    error: { code: "tooLarge", message: "standard input is too large: a plan has at most 1,000,000 bytes." },
  });
  expect(given).toBeLessThan(2 * PLAN_MAX_BYTES);
});

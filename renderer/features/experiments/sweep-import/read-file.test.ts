import { expect, it } from "vitest";
import { readFile } from "./read-file.ts";

const bytes = (content: string | Uint8Array<ArrayBuffer>) =>
  typeof content === "string" ? new TextEncoder().encode(content) : content;
const file = (name: string, content: string | Uint8Array<ArrayBuffer>) => new File([bytes(content)], name);

it("reads a sweep file by what it holds", async () => {
  const read = await readFile(file("a.yaml", "method: grid\nparameters: {a: {values: [1, 2]}}\n"));
  expect(read).toMatchObject({ name: "a.yaml", isPlan: false, read: { ok: true, value: { format: "wandb" } } });
});

it("knows a plan of ours", async () => {
  expect(await readFile(file("a.yaml", "flopsheet: 1\ntitle: x\n"))).toMatchObject({
    isPlan: true,
    read: { ok: false },
  });
});

it.each([
  ["too large", file("a.yaml", "x".repeat(1_000_001)), "The file is larger than a sweep file may be"],
  ["no text", file("a.yaml", Uint8Array.of(0x50, 0x4b, 0xff)), "This is not a text file"],
  ["gone", { name: "a", size: 1, arrayBuffer: () => Promise.reject(new Error("gone")) }, "The file could not be read"],
])("a file that is %s has one fault", async (_, chosen, message) => {
  expect(await readFile(chosen)).toMatchObject({ isPlan: false, read: { ok: false, error: [{ message }] } });
});

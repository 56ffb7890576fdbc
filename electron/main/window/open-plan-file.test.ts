import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { type HostEvent, hostEventSchema } from "../../../shared/contract/host-events.ts";
import { PLAN_MAX_BYTES } from "../../../shared/plan/document.ts";
import { openPlanFile } from "./open-plan-file.ts";

let folder: string;

beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), "flopsheet-open-"));
});

afterAll(() => rmSync(folder, { recursive: true }));

async function open(name: string, content?: string) {
  const path = join(folder, name);
  if (content !== undefined) writeFileSync(path, content);
  const told: HostEvent[] = [];
  const [complain, remember] = [vi.fn(), vi.fn()];
  await openPlanFile(path, { tellPage: (event) => told.push(event), complain, remember });
  return { told, complain, remember, path };
}

test("a plan file goes to the page under its name, and is remembered", async () => {
  const { told, complain, remember, path } = await open("größe ≤ 3.flopsheet.json", '{"title":"Größe"}');
  expect(told).toHaveLength(1);
  expect(hostEventSchema.parse(told[0])).toEqual({
    kind: "file",
    name: "größe ≤ 3.flopsheet.json",
    base64: Buffer.from('{"title":"Größe"}').toString("base64"),
  });
  expect(remember).toHaveBeenCalledWith(path);
  expect(complain).not.toHaveBeenCalled();
});

test("the largest plan fits the event", async () => {
  const { told } = await open("large.json", "x".repeat(PLAN_MAX_BYTES));
  expect(hostEventSchema.safeParse(told[0]).success).toBe(true);
});

test.each([
  ["gone.json", undefined, "There is no file gone.json."],
  ["huge.json", "x".repeat(PLAN_MAX_BYTES + 1), "huge.json is too large"],
  ["picture.json", "\u0000PNG", "picture.json is not a text file in UTF-8."],
])("%s is complained of, and neither opened nor remembered", async (name, content, message) => {
  const { told, complain, remember } = await open(name, content);
  expect(complain.mock.calls).toEqual([[expect.stringContaining(message)]]);
  expect(told).toEqual([]);
  expect(remember).not.toHaveBeenCalled();
});

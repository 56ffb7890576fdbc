import { mkdtemp, rm, symlink, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readOutputs } from "./sheet-outputs.ts";

let folder: string;
let plan: string;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "flopsheet-outputs-"));
  plan = join(folder, "plan.json");
  await writeFile(plan, "{}");
  await symlink(plan, join(folder, "link.json"));
});

afterAll(() => rm(folder, { recursive: true }));

const none = {
  pdf: undefined,
  xlsx: undefined,
  csv: undefined,
  md: undefined,
  tex: undefined,
  json: undefined,
  paper: undefined,
};

test("every output that was named, in one order, on A4 unless told otherwise", async () => {
  expect(await readOutputs(plan, { ...none, json: "-", pdf: "a.pdf" })).toEqual({
    ok: true,
    value: {
      outputs: [
        { kind: "pdf", path: "a.pdf" },
        { kind: "json", path: "-" },
      ],
      paper: "a4",
    },
  });
  expect(await readOutputs("-", { ...none, md: "a.md", paper: "letter" })).toMatchObject({
    value: { paper: "letter" },
  });
});

test.each([
  [{}, "sheet needs at least one of --pdf OUT, --xlsx OUT, --csv OUT, --md OUT, --tex OUT and --json OUT."],
  [{ csv: "" }, "--csv needs the name of a file."],
  [{ pdf: "-" }, "--pdf -: a PDF is not for a terminal; name a file."],
  [{ xlsx: "-" }, "--xlsx -: a workbook is not for a terminal; name a file."],
  [{ csv: "a", paper: "a3" }, "--paper a3: the paper is a4 or letter."],
  [{ csv: "-", md: "-" }, "--md -: another option writes there already."],
  [{ csv: "out", json: "./out" }, "--json ./out: another option writes there already."],
])("%j cannot be meant", async (options, message) => {
  const result = await readOutputs(plan, { ...none, ...options });
  expect(result.ok ? "" : result.error.split("\n")[0]).toBe(message);
});

test("no output is written over the plan, by whatever name", async () => {
  for (const json of [plan, join(folder, ".", "plan.json"), join(folder, "link.json")]) {
    expect(await readOutputs(plan, { ...none, json })).toEqual({
      ok: false,
      error: `--json ${json}: that is the plan itself.`,
    });
  }
});

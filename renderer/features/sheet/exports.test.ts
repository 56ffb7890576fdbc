// @vitest-environment node
import { describe, expect, it } from "vitest";
import { createClient } from "../../../shared/contract/client.ts";
import { plan } from "../../../shared/sheet/fixtures/plan.ts";
import { sheetOf } from "../../../shared/sheet/fixtures/sheet-of.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { copyKinds, copyName, copyOf, pdfCopy } from "./exports.ts";

describe("copyName", () => {
  it.each([
    ["scaling-exponents.json", "pdf", "scaling-exponents.pdf"],
    ["plan.flopsheet.yaml", "csv", "plan.csv"],
    ["our-7b.flopsheet.json", "pdf", "our-7b.pdf"],
    ["scaling-exponents.json", "json", "scaling-exponents-sheet.json"],
    ["a/b\\c:d.json", "md", "a-b-c-d.md"],
    [".json", "pdf", "plan.pdf"],
    ["..", "json", "plan-sheet.json"],
  ])("%s as %s is %s", (plan, extension, name) => {
    expect(copyName(plan, extension)).toBe(name);
  });
});

describe("copyOf", () => {
  const beginnings = {
    xlsx: "PK",
    csv: "Compute budget",
    latex: "% For pdfLaTeX",
    markdown: "# ",
    json: '{\n  "sheetVersion"',
  };

  it.each(copyKinds)("fetches the writer of %s and writes the sheet", async (kind) => {
    const copy = await copyOf(sheetOf(plan()), kind);
    expect((await copy.text()).startsWith(beginnings[kind])).toBe(true);
    expect(copy.type).not.toBe("");
  });
});

describe("pdfCopy", () => {
  const sheet = { version: 1 } as Sheet;
  const replies = (answers: Readonly<Record<string, unknown>>) => createClient(async ({ method }) => answers[method]);

  it("prepares the sheet, prints the job and gives the bytes", async () => {
    const client = replies({
      "print.prepare": { ok: true, value: { job: "jobjobjobjobjobjob" } },
      "print.pdf": { ok: true, value: { base64: btoa("%PDF-1.7"), pages: 2, bytes: 8 } },
    });
    const answer = await pdfCopy(client, sheet, "a4", "en-GB");
    expect(answer.ok && [answer.pdf.type, await answer.pdf.text()]).toEqual(["application/pdf", "%PDF-1.7"]);
  });

  it("says what the host says when it cannot", async () => {
    const error = { code: "unavailable", message: "No Chromium was found: set CHROMIUM_PATH." };
    const client = replies({
      "print.prepare": { ok: true, value: { job: "jobjobjobjobjobjob" } },
      "print.pdf": { ok: false, error },
    });
    expect(await pdfCopy(client, sheet, "a4", "en")).toEqual({ ok: false, message: error.message });
  });
});

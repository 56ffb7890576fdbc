import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { changed, example, type PlanFile, planFile } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

/** Nine values, nine times over, nine times over …: 9⁹ of them in half a kilobyte. */
const aliasBomb = [..."abcdefghi"]
  .map((name, index, all) => {
    const item = index === 0 ? "x" : `*${all[index - 1]}`;
    return `${name}: &${name} [${Array.from({ length: 9 }, () => item).join(", ")}]\n`;
  })
  .join("");

interface Refused {
  readonly what: string;
  readonly file: PlanFile;
  readonly says: string;
  readonly allowed: string;
}

/** There is no text to mend: only another file to choose. */
const unreadable: readonly Refused[] = [
  {
    what: "a picture",
    file: planFile("picture.json", Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0x00])),
    says: "This is not a text file",
    allowed: "a plan in JSON or YAML, as UTF-8 text",
  },
  {
    what: "a PDF under another name",
    file: planFile(
      "sheet.json",
      Buffer.from("%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<< /Type /Catalog >>\nendobj\n", "latin1"),
    ),
    says: "This is not a text file",
    allowed: "a plan in JSON or YAML, as UTF-8 text",
  },
  {
    what: "one over a megabyte",
    file: planFile("large.json", Buffer.alloc(1_000_001, " ")),
    says: "The file is larger than a plan may be",
    allowed: "at most 1 MB",
  },
];

/** There is a text, and one fault that stands for all of it. */
const unsound: readonly Refused[] = [
  {
    what: "an empty one",
    file: planFile("empty.json", ""),
    says: "There is no plan in this text",
    allowed: "JSON or YAML",
  },
  {
    what: "aliases by the million",
    file: planFile("bomb.yaml", aliasBomb),
    says: "The aliases of this document stand for too many values",
    allowed: "at most 20,000 values in all",
  },
  {
    what: "a plan of a later version",
    file: planFile("later.json", changed(example.text, '"flopsheet": 1', '"flopsheet": 2')),
    says: "This plan was written by a newer Flopsheet, in version 2 of the plan format",
    allowed: "1",
  },
  {
    what: "a number that no computer holds",
    file: planFile("infinite.yaml", changed(example.text, '"achieved": 3.5e14', '"achieved": 1e400')),
    says: "This number is too large",
    allowed: "number",
  },
];

test("files that are no text, or too much of it, are refused with the reason", async ({ page }) => {
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  for (const { what, file, says, allowed } of unreadable) {
    await test.step(what, async () => {
      await new Workspace(page).open(file);
      const { notice } = new Workspace(page);
      await expect(notice).toContainText(`${file.name} was not opened. ${says}: allowed is ${allowed}.`);
      await sheet.shown(example.title);
      await notice.getByRole("button", { name: "Close the notice" }).click();
      await expect(notice).toHaveCount(0);
    });
  }
});

test("texts that hold no plan are told apart, at once, and can be mended", async ({ page }) => {
  const text = new PlanTextScreen(page);
  await new SheetScreen(page).shown(example.title);
  for (const { what, file, says, allowed } of unsound) {
    await test.step(what, async () => {
      await new Workspace(page).open(file);
      await expect(text.faults.getByRole("heading")).toHaveText([says]);
      await expect(text.faults).toContainText(allowed);
      await expect(text.field).toHaveValue(file.buffer.toString("utf8"));
    });
  }
  await text.field.fill(example.text);
  await new Workspace(page).step("Sheet").click();
  await new SheetScreen(page).shown(example.title);
});

import { expect } from "@playwright/test";
import { test } from "../fixtures/journey.ts";
import { readPdf, squash } from "../fixtures/pdf.ts";
import { example } from "../fixtures/plans.ts";
import { SheetScreen } from "../pages/sheet.ts";

const TABLES = ["experiments", "models", "disputes", "times", "experiment-times", "prices", "energy"];

for (const { paper, width, height } of [
  { paper: "A4", width: (210 / 25.4) * 72, height: (297 / 25.4) * 72 },
  { paper: "Letter", width: 8.5 * 72, height: 11 * 72 },
]) {
  test(`the PDF on ${paper} is the sheet: its pages, its figures, its tags`, async ({ page }) => {
    const sheet = new SheetScreen(page);
    await sheet.shown(example.title);
    await page.getByRole("group", { name: "Paper" }).getByRole("button", { name: paper }).click();
    const { name, content } = await sheet.savePdf();
    expect(name).toBe("scaling-exponents.pdf");
    const pdf = await readPdf(content);

    expect(pdf).toMatchObject({ title: example.title, language: "en-GB", tagged: true, missingFonts: 0 });
    // Its own typeface, brought along, and nothing that this machine happens to have.
    expect(pdf.fontFamilies.filter((family) => !family.startsWith("Inter"))).toEqual([]);
    expect(pdf.pages).toHaveLength(await sheet.pages.count());
    for (const [index, printed] of pdf.pages.entries()) {
      expect(Math.abs(printed.width - width)).toBeLessThan(1);
      expect(Math.abs(printed.height - height)).toBeLessThan(1);
      expect(printed.text).toContain(`Page${index + 1}of${pdf.pages.length}`);
      expect(printed.text).toContain(squash(example.title));
    }

    // As a screen reader reads the tables: every row of the screen, figure by figure.
    const printedRows = pdf.pages.flatMap((printed) => printed.rows);
    for (const table of TABLES) {
      for (const row of await sheet.rows(table)) {
        expect(printedRows).toContainEqual(row.map(squash).filter((words) => words !== ""));
      }
    }
    const pictures = await sheet.pages
      .getByRole("img")
      .evaluateAll((found) => found.map((picture) => picture.getAttribute("aria-label")));
    expect(pictures.length).toBeGreaterThan(3);
    expect(pdf.pages.flatMap((printed) => printed.pictures)).toEqual(pictures);
    expect(pdf.outline).toEqual([example.title, ...(await sheet.captions())]);
  });
}

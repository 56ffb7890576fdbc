import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** A file that the browser saved. */
export interface Saved {
  readonly name: string;
  readonly content: Buffer;
}

/** The sheet of the opened plan, page by page, with what can be saved of it. */
export class SheetScreen {
  readonly page: Page;
  readonly pages: Locator;
  readonly outline: Locator;
  readonly copies: Locator;
  /** The numbers behind a chart. */
  readonly chartData: Locator;

  constructor(page: Page) {
    this.page = page;
    this.pages = page.locator("[data-page]");
    this.outline = page.getByRole("navigation", { name: "Outline" });
    this.copies = page.getByRole("region", { name: "Save a copy" });
    this.chartData = page.getByRole("complementary", { name: "The data behind it" });
  }

  /** Resolves when this plan's sheet is on its pages, and its ranges, its schedules and the curve over sizes of clusters have come. */
  async shown(title: string | RegExp): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await expect(this.pages.first().getByText(/^Page 1 of \d+$/)).toBeVisible();
    await expect(this.pages.first().getByText(/^P10–P90 /)).toBeVisible();
    // Some layouts of a budget leave the times out.
    const times = this.section("times").first();
    if ((await times.count()) > 0) await expect(times).toContainText("Scheduled");
    // Seconds of work in the background, and more where other pages do theirs.
    await expect(this.copies.getByRole("button", { name: "Export PDF" })).toBeEnabled({ timeout: 60_000 });
  }

  /** A number that can be asked, by its words; where it stands twice, the first. */
  figure(name: string): Locator {
    return this.pages.getByRole("button", { name, exact: true }).first();
  }

  /** A section by its stable name: "experiments", "models", "energy". On several pages it has several parts. */
  section(name: string): Locator {
    return this.pages.locator(`[data-section="${name}"]`);
  }

  /** The number in the row that begins with `row` and the column, counted from 1. */
  cell(section: string, row: string, column: number): Locator {
    return this.section(section)
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: row }) })
      .locator(`:nth-child(${column})`)
      .getByRole("button");
  }

  /** The rows of a table as they are read, the total last: the words of each cell, marks of footnotes among them. */
  rows(section: string): Promise<string[][]> {
    return this.section(section).evaluateAll((parts) => {
      const words = (cell: Element) => {
        const copy = cell.cloneNode(true) as Element;
        for (const aside of copy.querySelectorAll("[aria-hidden]")) aside.remove();
        return copy.textContent ?? "";
      };
      return parts
        .flatMap((part) => [...part.querySelectorAll("tbody tr, tfoot tr")])
        .map((row) => [...row.children].filter((cell) => !cell.hasAttribute("aria-hidden")).map(words));
    });
  }

  /** The headings of the sections in the order of the pages. */
  captions(): Promise<string[]> {
    return this.pages.locator("h2").evaluateAll((found) => found.map((heading) => heading.textContent ?? ""));
  }

  /** Presses what saves a copy and reads the file that comes. */
  async save(press: () => Promise<void>): Promise<Saved> {
    const [download] = await Promise.all([this.page.waitForEvent("download"), press()]);
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }

  saveCopy(name: "Excel" | "CSV" | "LaTeX" | "Markdown" | "JSON"): Promise<Saved> {
    return this.save(() => this.copies.getByRole("button", { name, exact: true }).click());
  }

  savePdf(): Promise<Saved> {
    return this.save(() => this.page.keyboard.press("Control+e"));
  }
}

import { readFile } from "node:fs/promises";
import { expect, type Locator, type Page } from "@playwright/test";

/** The sheets that were kept of a plan, beside its sheet. */
export class SavedSheetsPanel {
  readonly page: Page;
  readonly panel: Locator;
  readonly rows: Locator;

  constructor(page: Page) {
    this.page = page;
    this.panel = page.getByRole("region", { name: "Saved sheets" });
    this.rows = this.panel.getByRole("listitem");
  }

  /** Keeps the sheet as it is shown, with its revision where the plan was changed. */
  async keep(number: number): Promise<void> {
    await this.panel.getByRole("button", { name: /^Save (this sheet|revision and sheet)$/ }).click();
    await expect(this.panel.getByRole("status")).toHaveText(`Sheet ${number} is kept.`);
  }

  async open(number: number): Promise<void> {
    await this.panel.getByRole("button", { name: `Sheet ${number}`, exact: true }).click();
  }

  async pdf(number: number): Promise<{ readonly name: string; readonly content: Buffer }> {
    const coming = this.page.waitForEvent("download");
    await this.panel.getByRole("button", { name: `PDF of sheet ${number}` }).click();
    const download = await coming;
    return { name: download.suggestedFilename(), content: await readFile(await download.path()) };
  }
}

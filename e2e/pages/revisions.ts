import type { Locator, Page } from "@playwright/test";

/** All revisions of a project beside the difference of two of them. */
export class RevisionsScreen {
  readonly page: Page;
  readonly table: Locator;
  readonly rows: Locator;
  readonly difference: Locator;
  readonly notice: Locator;

  constructor(page: Page) {
    this.page = page;
    this.table = page.getByRole("table", { name: "Revisions, the newest first" });
    this.rows = this.table.locator("tbody tr");
    this.difference = page.getByRole("region", { name: "Difference", exact: true });
    this.notice = page.locator(".revisions .notice");
  }

  async compare(before: string, after: string): Promise<void> {
    await this.table.getByRole("radio", { name: `Compare ${before} as the earlier` }).check();
    await this.table.getByRole("radio", { name: `Compare ${after} as the later` }).check();
  }

  async choose(revision: number, action: string): Promise<void> {
    await this.table.getByRole("button", { name: `What can be done with revision ${revision}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  /** The cells of a row of the figures: before, after, difference and its share. */
  figures(row: string): Promise<string[]> {
    return this.difference
      .getByRole("table", { name: "The difference in figures" })
      .getByRole("row")
      .filter({ has: this.page.getByRole("rowheader", { name: row }) })
      .getByRole("cell")
      .allTextContents();
  }
}

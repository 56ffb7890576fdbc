import { expect, type Locator, type Page } from "@playwright/test";

/** The page on which price lists are read. */
export class QuoteImportScreen {
  readonly page: Page;
  readonly importButton: Locator;

  constructor(page: Page) {
    this.page = page;
    this.importButton = page.getByRole("button", { name: /^Import( [\d,]+ quotes?)?$/ });
  }

  async open(): Promise<void> {
    await this.page.goto("/quotes/import");
    await expect(this.page.getByRole("heading", { level: 1, name: "Import quotes" })).toBeVisible();
  }

  async choose(name: string, content: string | Uint8Array): Promise<void> {
    const buffer = typeof content === "string" ? Buffer.from(content) : Buffer.from(content);
    await this.page.getByLabel("Price list").setInputFiles({ name, mimeType: "text/csv", buffer });
  }

  async paste(cells: string): Promise<void> {
    await this.page.getByLabel("Or paste cells of a spreadsheet").fill(cells);
    await this.page.getByRole("button", { name: "Read what is pasted" }).click();
  }

  field(label: string): Locator {
    return this.page.getByLabel(label, { exact: true });
  }

  card(label: string): Locator {
    return this.page.getByLabel(`Card of ${label}`);
  }

  section(heading: string): Locator {
    return this.page.locator("section").filter({ has: this.page.getByRole("heading", { name: heading, exact: true }) });
  }
}

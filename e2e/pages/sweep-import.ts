import { expect, type Locator, type Page } from "@playwright/test";

/** The importer of sweep files, in the step Experiments. */
export class SweepImportScreen {
  readonly page: Page;
  readonly root: Locator;
  readonly equation: Locator;
  readonly bill: Locator;
  readonly add: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("region", { name: "From a sweep file" });
    this.equation = this.root.locator(".equation");
    this.bill = this.root.locator(".sweep-import-bill");
    this.add = this.root.getByRole("button", { name: "Add the experiment" });
  }

  /** Chooses a file by the button of the list. */
  async choose(name: string, content: string | Uint8Array): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await this.page.getByRole("button", { name: "From a sweep file" }).click();
    await (await chooser).setFiles({ name, mimeType: "text/plain", buffer: Buffer.from(content) });
    await expect(this.root).toBeVisible();
  }

  /** What a parameter becomes. */
  target(parameter: string): Locator {
    return this.root.getByLabel(`What ${parameter} becomes`, { exact: true });
  }
}

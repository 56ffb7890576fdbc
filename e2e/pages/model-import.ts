import { expect, type Locator, type Page } from "@playwright/test";

/** Taking a model from a file or from the catalogue, in the step Experiments. */
export class ModelImportScreen {
  readonly page: Page;
  /** The model that is looked at before it is taken. */
  readonly offer: Locator;
  readonly faults: Locator;
  readonly picker: Locator;
  readonly take: Locator;
  readonly destination: Locator;

  constructor(page: Page) {
    this.page = page;
    this.offer = page.getByRole("dialog", { name: /^Model of / });
    this.faults = page.getByRole("dialog", { name: /^Faults of / });
    this.picker = page.getByRole("dialog", { name: "Published models" });
    this.take = this.offer.getByRole("button", { name: "Take this model" });
    this.destination = this.offer.getByLabel("Take it as");
  }

  /** Chooses a file by the button of an opened model. */
  async choose(editor: Locator, name: string, text: string): Promise<void> {
    const chooser = this.page.waitForEvent("filechooser");
    await editor.getByRole("button", { name: "From a config.json" }).click();
    await (await chooser).setFiles({ name, mimeType: "application/json", buffer: Buffer.from(text) });
  }

  /** What a key of the file was taken as. */
  inferred(key: string): Locator {
    return this.offer.getByRole("row").filter({ has: this.page.getByText(key, { exact: true }) });
  }

  async taken(): Promise<void> {
    await this.take.click();
    await expect(this.offer).toHaveCount(0);
  }
}

import type { Locator, Page } from "@playwright/test";

/** What is set once, where the data lies, and what the program is. */
export class SettingsScreen {
  readonly page: Page;
  readonly preferences: Locator;
  readonly place: Locator;
  readonly backups: Locator;
  readonly transfer: Locator;
  readonly about: Locator;
  readonly dialog: Locator;

  constructor(page: Page) {
    this.page = page;
    const section = (name: string) => page.getByRole("region", { name });
    this.preferences = section("Sheets, units and colours");
    this.place = section("Where the data lies");
    this.backups = section("Backups");
    this.transfer = section("The whole record as a file");
    this.about = section("About Flopsheet");
    this.dialog = page.getByRole("dialog");
  }

  choice(group: string, name: string | RegExp): Locator {
    return this.preferences.getByRole("group", { name: group }).getByRole("button", { name });
  }

  /** Chooses the file of a record; what follows is asked in the dialog. */
  async chooseRecord(file: string | { name: string; mimeType: string; buffer: Buffer }): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.transfer.getByRole("button", { name: "Replace the record by a file" }).click(),
    ]);
    await chooser.setFiles(file);
  }
}

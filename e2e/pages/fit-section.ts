import type { Locator, Page } from "@playwright/test";

/** "Does it fit", in the step Hardware and speed. */
export class FitSection {
  readonly root: Locator;
  readonly sentence: Locator;
  readonly rows: Locator;
  readonly changes: Locator;
  readonly asTable: Locator;

  constructor(page: Page) {
    this.root = page.getByRole("region", { name: "Does it fit" });
    this.sentence = this.root.getByRole("status");
    this.rows = this.root.getByRole("table", { name: "Does it fit" }).locator("tbody").getByRole("row");
    this.changes = this.root
      .getByRole("list", { name: "What would make it fit, cheapest first" })
      .getByRole("listitem");
    this.asTable = this.root.getByRole("button", { name: "as table" });
  }

  choice(label: string): Locator {
    return this.root.getByRole("combobox", { name: label });
  }

  field(label: string): Locator {
    return this.root.getByRole("textbox", { name: label });
  }
}

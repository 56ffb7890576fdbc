import { expect, type Locator, type Page } from "@playwright/test";

/** "How was this computed", at the side of the sheet. */
export class Drawer {
  readonly page: Page;
  readonly root: Locator;
  readonly value: Locator;
  readonly formulas: Locator;
  readonly inputs: Locator;
  readonly terms: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("complementary", { name: "How was this computed" });
    this.value = this.root.locator(".trace-number .amount");
    this.formulas = this.root.getByRole("math");
    this.inputs = this.part("What went in").getByRole("listitem");
    this.terms = this.part("The sum").getByRole("listitem");
  }

  private part(title: string): Locator {
    const heading = this.page.getByRole("heading", { name: title, exact: true });
    return this.root.locator(".drawer-section").filter({ has: heading });
  }

  input(name: string): Locator {
    return this.inputs.filter({ has: this.page.locator("strong").getByText(name) });
  }

  async back(): Promise<void> {
    await this.root.getByRole("button", { name: /^Back to / }).click();
  }

  /** The value in full, through the clipboard; the page must be allowed to read it. */
  async copied(): Promise<string> {
    await this.root.getByRole("button", { name: "Copy the exact value" }).click();
    await expect(this.root.getByRole("status")).toHaveText("copied");
    return this.page.evaluate(() => navigator.clipboard.readText());
  }
}

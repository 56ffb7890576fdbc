import { expect, type Locator, type Page } from "@playwright/test";
import { goTo } from "./go.ts";

/** The step Quotes of a plan. */
export class QuoteStepScreen {
  readonly page: Page;
  readonly rows: Locator;
  readonly headlines: Locator;
  readonly fields: Locator;
  readonly picker: Locator;
  readonly soFar: Locator;
  readonly steps: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator(".quote-table tbody tr:not(.quote-fields-row)");
    this.headlines = page.getByRole("radio", { checked: true, name: / is the headline$/ });
    this.fields = page.locator(".quote-fields");
    this.picker = page.getByRole("dialog");
    this.soFar = page.getByRole("complementary", { name: "So far" });
    this.steps = page.getByRole("navigation", { name: "Steps" });
  }

  async open(id = "example"): Promise<void> {
    await goTo(this.page, `/project/${id}/quotes`);
    await expect(this.page.getByRole("heading", { name: "Quotes", level: 2 })).toBeVisible();
    await expect(this.rows.first()).toBeVisible();
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.title(title) });
  }

  title(title: string): Locator {
    return this.page.locator(".quote-title").getByText(title, { exact: true });
  }

  headline(title: string): Locator {
    return this.page.getByRole("radio", { name: `${title} is the headline`, exact: true });
  }

  /** Titles in their order. */
  titles(): Promise<string[]> {
    return this.page.locator(".quote-title").allInnerTexts();
  }

  total(title: string): Locator {
    return this.row(title).locator(".quote-total");
  }

  field(label: string): Locator {
    return this.fields.getByLabel(label, { exact: true }).and(this.page.locator("input, select, textarea"));
  }

  async more(title: string, action: string): Promise<void> {
    await this.page.getByRole("button", { name: `More for ${title}`, exact: true }).click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }
}

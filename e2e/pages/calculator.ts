import type { Locator, Page } from "@playwright/test";

/** Quick questions: what is known at the left, what follows at the right. */
export class CalculatorScreen {
  readonly page: Page;
  readonly questions: Locator;
  readonly fields: Locator;
  readonly answers: Locator;
  readonly make: Locator;
  readonly picture: Locator;

  constructor(page: Page) {
    this.page = page;
    this.questions = page.getByRole("navigation", { name: "Questions" });
    this.fields = page.getByRole("region", { name: "What is known" });
    this.answers = page.getByRole("region", { name: "What follows" });
    this.make = page.getByRole("button", { name: "Make this a project" });
    this.picture = page.locator(".isoflop");
  }

  async ask(name: string): Promise<void> {
    await this.questions.getByRole("link", { name }).click();
  }

  field(label: string): Locator {
    return this.fields.getByLabel(label, { exact: true });
  }

  answer(title: string): Locator {
    return this.answers.getByRole("region", { name: title, exact: true });
  }

  row(name: string | RegExp): Locator {
    return this.answers.getByRole("row").filter({ has: this.page.getByRole("rowheader", { name }) });
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

/** The plan as text, with its faults when it has some. */
export class PlanTextScreen {
  readonly page: Page;
  readonly faults: Locator;
  readonly field: Locator;
  readonly back: Locator;

  constructor(page: Page) {
    this.page = page;
    this.faults = page.getByRole("region", { name: "Faults" }).getByRole("listitem");
    this.field = page.getByRole("textbox", { name: /^Text of / });
    this.back = page.getByRole("button", { name: /^Back to / });
  }

  async shows(faults: number): Promise<void> {
    const words = faults === 1 ? "1 fault" : `${faults} faults`;
    await expect(this.page.getByRole("heading", { name: `${words} in this plan` })).toBeVisible();
    await expect(this.faults).toHaveCount(faults);
  }

  /** What is selected, and the line (from 1) on which it begins. */
  selected(): Promise<{ readonly text: string; readonly line: number }> {
    return this.field.evaluate((field: HTMLTextAreaElement) => {
      const { value, selectionStart, selectionEnd } = field;
      return {
        text: value.slice(selectionStart, selectionEnd),
        line: value.slice(0, selectionStart).split("\n").length,
      };
    });
  }

  /** The number of a line beside the text. */
  lineNumber(line: number): Locator {
    return this.page.locator(".editor-number").getByText(String(line), { exact: true });
  }

  /** Saves the text as a file, and waits for it. */
  async save(): Promise<void> {
    await Promise.all([this.page.waitForEvent("download"), this.page.keyboard.press("Control+Shift+s")]);
  }
}

import { expect, type Page } from "@playwright/test";
import { PlanTextScreen } from "./plan-text.ts";

/** Puts another text in the place of the shipped example's, where a person types it, and waits until it is read. */
export async function openText(page: Page, text: string): Promise<void> {
  await page.goto("/project/example/text");
  const { field } = new PlanTextScreen(page);
  await field.fill(text);
  await expect(field).toHaveValue(text);
}

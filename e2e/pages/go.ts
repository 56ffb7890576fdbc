import type { Page } from "@playwright/test";

/** Goes to a path of the host, unless the journey began there: loading the app is the longest part of a short journey. */
export async function goTo(page: Page, path: string): Promise<void> {
  if (new URL(page.url()).pathname !== path) await page.goto(path);
}

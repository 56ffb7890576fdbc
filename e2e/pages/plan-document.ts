import type { Page } from "@playwright/test";
import type { PlanDocument } from "../../shared/plan/document.ts";
import { PlanTextScreen } from "./plan-text.ts";
import { Workspace } from "./workspace.ts";

/** What the plan's text says now, read where a person reads it; the step that was shown is shown again. */
export async function planDocument(page: Page): Promise<PlanDocument> {
  await new Workspace(page).showText();
  const text = await new PlanTextScreen(page).field.inputValue();
  await page.goBack();
  return JSON.parse(text) as PlanDocument;
}

import { expect } from "@playwright/test";
import { computed } from "../fixtures/computed.ts";
import { test } from "../fixtures/own-host.ts";
import { readPdf, squash } from "../fixtures/pdf.ts";
import { HardwareStep } from "../pages/hardware.ts";
import { planDocument } from "../pages/plan-document.ts";
import { ProjectStep } from "../pages/project-step.ts";
import { ProjectsScreen } from "../pages/projects.ts";
import { QuoteStepScreen } from "../pages/quote-step.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { SoFar } from "../pages/so-far.ts";
import { Workspace } from "../pages/workspace.ts";

test("first start, a template, three things changed, the sheet, the PDF", async ({ page }) => {
  const projects = new ProjectsScreen(page);
  const workspace = new Workspace(page);
  const soFar = new SoFar(page);

  await projects.band.getByRole("button", { name: "Start from a template" }).click();
  await projects.dialog.getByRole("textbox", { name: "Title" }).fill("Our 7B");
  await projects.dialog.getByRole("radio", { name: /7B language model/ }).check();
  await projects.dialog.getByRole("button", { name: "Make the project" }).click();
  await expect(page).toHaveURL(/\/project\/[0-9a-f-]{36}\/experiments$/);
  await expect(soFar.cost).toHaveText(/214 k/);

  await test.step("whom it is for", async () => {
    await workspace.step("Project").click();
    await new ProjectStep(page).field("Head of the sheet", "Funder").fill("Research council");
    await expect(soFar.lastChange).toContainText("Funder");
  });

  await test.step("the card", async () => {
    await workspace.step("Hardware and speed").click();
    await new HardwareStep(page).card("NVIDIA A100 SXM4 80GB").check();
    await expect(soFar.lastChange).toContainText("to NVIDIA A100 SXM4 80GB");
  });

  await test.step("the price", async () => {
    await workspace.step("Quotes").click();
    const quotes = new QuoteStepScreen(page);
    await page.getByRole("button", { name: "Quote", exact: true }).click();
    await quotes.field("Title").fill("Our own offer");
    await quotes.field("Price of a card-hour").fill("3.40");
    await quotes.headline("Our own offer").check();
  });

  await page.keyboard.press("Control+s");
  await expect(workspace.bar).toContainText("revision 2");

  const changed = computed(JSON.stringify(await planDocument(page)));
  const total = Math.round(changed.estimated.withReruns.cost).toLocaleString("en-GB");
  await workspace.step("Sheet").click();
  const sheet = new SheetScreen(page);
  await sheet.shown("Our 7B");
  const rows = await sheet.rows("experiments");
  expect(rows.at(-1)).toContain(total);

  const { name, content } = await sheet.savePdf();
  expect(name).toBe("our-7b.pdf");
  const pdf = await readPdf(content);
  expect(pdf).toMatchObject({ title: "Our 7B", tagged: true, missingFonts: 0 });
  const words = pdf.pages.map(({ text }) => text).join("");
  for (const said of ["Research council", "A100", "3.40 USD", total]) expect(words).toContain(squash(said));

  await page.goto("/");
  await expect(projects.row("Our 7B")).toContainText("Research council");
});

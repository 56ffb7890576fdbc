import { readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { expect } from "@playwright/test";
import { test } from "../fixtures/desktop.ts";
import { troublesOf } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { example, renamedPlan } from "../fixtures/plans.ts";
import { PlanTextScreen } from "../pages/plan-text.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

const sheetOfExample = "https://flopsheet.test/project/example/sheet";

test("the desktop program shows the app, which asks by messages alone, under its own content policy, and ends with its window", async ({
  desktop,
}) => {
  const { page, data, act, noted, ended } = desktop;
  const troubles = troublesOf(page.context(), "https://flopsheet.test");
  const answer = await page.goto(sheetOfExample);
  expect(answer?.headers()["content-security-policy"]).toContain("default-src 'none'");
  await new SheetScreen(page).shown(example.title);
  expect(noted("refused request")).toEqual([]);
  expect(noted("not found")).toEqual([]);
  expect(troubles).toEqual([]);

  act({ close: true });
  expect(await ended).toEqual({ code: 0, complaints: "" });
  expect(JSON.parse(readFileSync(join(data, "window.json"), "utf8"))).toMatchObject({ width: 1280 });
});

test("a PDF is printed in a window of its own and saved under its name", async ({ desktop }) => {
  const { page, noted } = desktop;
  await page.goto(sheetOfExample);
  const sheet = new SheetScreen(page);
  await sheet.shown(example.title);
  const saved = await sheet.savePdf();
  expect(saved.name).toBe("scaling-exponents.pdf");
  // What the program notes comes on a way of its own, at times after the file.
  await expect.poll(() => noted("save dialog")).toEqual([["/home/ada/downloads/scaling-exponents.pdf"]]);
  const pdf = await readPdf(saved.content);
  expect(pdf.title).toBe(example.title);
  expect(pdf.tagged).toBe(true);
  expect(pdf.outline.length).toBeGreaterThan(3);
  expect(pdf.missingFonts).toBe(0);
  expect(pdf.pages[0]?.text).toContain(`Page1of${pdf.pages.length}`);
  expect(noted("refused request")).toEqual([]);
});

test("commands of the menu go where their keys go, and a plan file of a second start is opened", async ({
  desktop,
}) => {
  const { page, data, act, next } = desktop;
  await page.goto(sheetOfExample);
  await new SheetScreen(page).shown(example.title);
  act({ menu: "go.settings" });
  await expect(page.getByRole("heading", { level: 1, name: "Settings" })).toBeVisible();
  act({ menu: "view.palette" });
  await expect(page.getByRole("dialog")).toBeVisible();
  await page.keyboard.press("Escape");

  const path = join(data, "renamed.flopsheet.json");
  writeFileSync(path, renamedPlan.buffer);
  const focused = next("focus");
  act({ open: path });
  await focused;
  await new SheetScreen(page).shown(/^Renamed Exponents/);
});

test("a page that crashes is offered again, and what was typed is there", async ({ desktop }) => {
  const { page, shown, act, next } = desktop;
  await page.goto(sheetOfExample);
  await new SheetScreen(page).shown(example.title);
  await new Workspace(page).showText();
  const text = new PlanTextScreen(page);
  await text.field.press("Control+Home");
  await page.keyboard.type(" ");
  await expect(text.field).toHaveValue(` ${example.text}`);

  const asked = next("message box");
  act({ crash: true });
  expect(await asked).toEqual(["Flopsheet's page has stopped."]);
  await expect.poll(() => shown() !== undefined && shown() !== page).toBe(true);
  const again = shown();
  if (again === undefined) throw new Error("There is no page.");
  await expect(new PlanTextScreen(again).field).toHaveValue(` ${example.text}`);
});

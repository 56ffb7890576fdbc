import { expect, type Page } from "@playwright/test";
import { expectAccessible } from "../fixtures/axe.ts";
import { test } from "../fixtures/journey.ts";
import { Drawer } from "../pages/drawer.ts";
import { tabTo } from "../pages/keyboard.ts";
import { SheetScreen } from "../pages/sheet.ts";
import { Workspace } from "../pages/workspace.ts";

test.use({ start: "/project/example/budget" });

const table = (page: Page, name: string) => page.getByRole("table", { name, exact: true });
const lines = (page: Page) => table(page, "Lines of the budget");

/** The row of a table with these words; of several the last, for a head has some of them, too. */
const row = (page: Page, tableName: string, name: string) =>
  table(page, tableName).getByRole("row").filter({ hasText: name }).last();

async function withLayout(page: Page, name: string): Promise<void> {
  await page.getByRole("button", { name, exact: true }).click();
  await expect(page.getByRole("heading", { name: "What it comes to" })).toBeVisible();
}

test("the golden plan becomes an NSF budget with indirect costs, on the screen and on the sheet", async ({ page }) => {
  await withLayout(page, "NSF");
  await expect(row(page, "Lines of the budget", "Total")).toContainText("14,843,580");

  await test.step("the head, the years and the rate are typed, and the sums follow", async () => {
    await page.getByLabel("Call").fill("NSF 26-500");
    await page.getByLabel("Length").fill("36");
    await page.getByLabel("Rate", { exact: true }).fill("56");
    await page.getByLabel("Rate agreement").fill("Negotiated agreement");
    await expect(row(page, "How indirect costs are worked out", "Indirect costs")).toContainText("7,228,178");
    await page.getByRole("button", { name: "More of Computing" }).click();
    await page.getByLabel("Work by grant year").fill("50, 30, 20");
    await expect(row(page, "Lines of the budget", "Gamma")).toContainText("1,612,199");
  });

  await test.step("a line of one's own, in place", async () => {
    await page.getByRole("button", { name: "Line", exact: true }).click();
    await expect(page.getByLabel("Title of line 1")).toBeFocused();
    await page.keyboard.type("Storage server");
    await page.getByLabel("Category of line 1").selectOption("equipment");
    await page.getByLabel("Quantity of line 1").fill("2");
    await page.getByLabel("Price of line 1").fill("30000");
    await expect(row(page, "How indirect costs are worked out", "Storage server: equipment")).toContainText("−60,000");
    await expect(row(page, "How indirect costs are worked out", "Base")).toContainText("12,907,461");
    await expect(row(page, "Lines of the budget", "Storage server")).toContainText("60,000");
    await expect(row(page, "Lines of the budget", "Total")).toContainText("20,195,639");
  });
  await expectAccessible(page);

  await test.step("a figure is asked how it was computed", async () => {
    await row(page, "Sums by grant year", "All").getByRole("button", { name: "7,228,178" }).click();
    await expect(new Drawer(page).value).toContainText("7,228,178");
    await page.keyboard.press("Escape");
  });

  await test.step("the sheet has the lines and the total, and says which total it is", async () => {
    await page.keyboard.press("Control+7");
    const sheet = new SheetScreen(page);
    await sheet.shown(/Scaling Exponents/);
    await expect(sheet.pages.first()).toContainText("Asked of NSF, total costs");
    const rows = await sheet.rows("budget-lines");
    expect(rows.at(-1)).toEqual(["Total", "", "10,127,819", "6,040,692", "4,027,128", "20,195,639"]);
    expect(rows.filter(([, code]) => code === "G4")).toHaveLength(9);
    await expect(sheet.section("budget-head").first()).toContainText("NSF 26-500");
    await expect(sheet.section("budget-justification").first()).toContainText("Nine experiments of 58,512 runs");
    await expectAccessible(page);
  });
});

test("a paragraph is a person's own until it is written from the plan again", async ({ page }) => {
  await withLayout(page, "NSF");
  const computing = page.getByRole("textbox", { name: "G4, Computer services" });
  await expect(computing).toHaveValue(/Together the runs take 4,302,487 card-hours/);
  await computing.fill("Our own words.");
  await expect(page.getByText("your words")).toBeVisible();
  await page.getByLabel("Length").fill("24");
  await expect(computing).toHaveValue("Our own words.");
  await page.getByRole("button", { name: "Write G4, Computer services from the plan again" }).click();
  await expect(computing).toHaveValue(/The work is spread evenly over the grant years/);
});

test("a ceiling is held against direct costs or all of it, with the chance of staying under it", async ({ page }) => {
  await withLayout(page, "NSF");
  await page.getByLabel("Ceiling", { exact: true }).fill("12600000");
  await expect(page.getByText(/The total is .* over the ceiling of 12\.6 M USD/)).toBeVisible();
  await page.getByLabel("Ceiling of").selectOption("direct");
  await expect(
    page.getByText(/Direct costs are .* over the ceiling of 12\.6 M USD, and under it in \d\d % of 10,000 draws\./),
  ).toBeVisible();
});

test("a layout names its rules with their sources, and what to verify", async ({ page }) => {
  await withLayout(page, "ERC and Horizon Europe");
  await expect(page.getByText("This funder pays in EUR.")).toBeVisible();
  await page.getByText(/rules with their sources/).click();
  await expect(page.getByRole("listitem").filter({ hasText: "flat 25 %" })).toContainText("Model Grant Agreement");
  await expect(
    page.getByRole("listitem").filter({ hasText: "internally invoiced goods and services are not" }),
  ).toContainText("Verify with your office");
  await expect(row(page, "Lines of the budget", "Total")).toContainText("16,134,326");
});

test("an allocation is asked for by quarter on a few pages of its own", async ({ page }) => {
  await withLayout(page, "Allocation request");
  await page.getByLabel("Unit of the machine’s owner").fill("credits");
  await page.getByLabel("Units of a card-hour").fill("64");
  await expect(row(page, "Units by quarter", "All")).toContainText("275,359,172");
  await expect(lines(page)).toHaveCount(0);
  await new Workspace(page).step("Sheet").click();
  const sheet = new SheetScreen(page);
  await expect(sheet.pages.first()).toContainText("Asked of the computing centre");
  await expect(sheet.pages.first().getByText(/^Page 1 of [123]$/)).toBeVisible();
  await expect(sheet.section("budget-units").first()).toContainText("275,359,172");
});

test("by keyboard alone a budget is begun, opened up and taken out", async ({ page }) => {
  const generic = page.getByRole("button", { name: "Generic budget" });
  await expect(generic).toBeVisible();
  await tabTo(page, generic);
  await page.keyboard.press("Enter");
  await expect(page.getByLabel("Funder")).toBeFocused();
  await tabTo(page, page.getByRole("button", { name: "Take the budget out" }), "Shift+Tab");
  await page.keyboard.press("Enter");
  await expect(generic).toBeFocused();
  await expect(page.getByRole("list", { name: "Layouts" })).toBeVisible();
  await page.keyboard.press("Control+z");
  await expect(page.getByRole("heading", { name: "What it comes to" })).toBeVisible();
});

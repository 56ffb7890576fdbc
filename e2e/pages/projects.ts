import { expect, type Locator, type Page } from "@playwright/test";
import type { PlanFile } from "../fixtures/plans.ts";

/** The list of projects with the panel of the selected one. */
export class ProjectsScreen {
  readonly page: Page;
  readonly grid: Locator;
  readonly rows: Locator;
  readonly search: Locator;
  readonly band: Locator;
  readonly panel: Locator;
  readonly dialog: Locator;
  readonly undoBar: Locator;

  constructor(page: Page) {
    this.page = page;
    this.grid = page.getByRole("grid", { name: "Projects" });
    this.rows = this.grid.locator('[role="row"][aria-selected]');
    this.search = page.getByRole("searchbox", { name: "Search title, funder, experiment" });
    this.band = page.getByRole("region", { name: "Where to begin" });
    this.panel = page.getByRole("region", { name: /^About / });
    this.dialog = page.getByRole("dialog", { name: "New project" });
    this.undoBar = page.locator(".undo-bar");
  }

  /** By its whole title. */
  row(title: string): Locator {
    return this.rows.filter({ has: this.page.locator(".projects-name").getByText(title, { exact: true }) });
  }

  /** Titles of the rows in sight, from the top. */
  async titles(): Promise<string[]> {
    return this.grid.locator(".projects-name").allTextContents();
  }

  /** What can be done with a row, by its menu. */
  async choose(title: string, action: string): Promise<void> {
    await this.row(title)
      .getByRole("button", { name: /^What can be done with/ })
      .click();
    await this.page.getByRole("menuitem", { name: action, exact: true }).click();
  }

  async sortBy(column: string): Promise<void> {
    await this.grid.getByRole("columnheader", { name: column }).getByRole("button").click();
  }

  async openFiles(...files: PlanFile[]): Promise<void> {
    const [chooser] = await Promise.all([
      this.page.waitForEvent("filechooser"),
      this.page.getByRole("button", { name: "Open plan file" }).click(),
    ]);
    await chooser.setFiles(files);
  }

  async isAt(): Promise<void> {
    await expect(this.page.getByRole("heading", { level: 1, name: "Projects" })).toBeVisible();
  }
}

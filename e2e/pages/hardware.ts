import type { Locator, Page } from "@playwright/test";
import { goTo } from "./go.ts";

/** The step "Hardware and speed". */
export class HardwareStep {
  readonly page: Page;
  readonly search: Locator;
  readonly cards: Locator;
  readonly ownButton: Locator;
  readonly speed: Locator;
  readonly achieved: Locator;
  readonly utilisation: Locator;
  readonly standing: Locator;
  readonly otherValues: Locator;
  readonly useRange: Locator;
  readonly chart: Locator;
  readonly widths: Locator;

  constructor(page: Page) {
    this.page = page;
    this.search = page.getByRole("searchbox", { name: "Search accelerators" });
    this.cards = page.locator(".card-table").getByRole("radio");
    this.ownButton = page.getByRole("button", { name: "Your own" });
    this.speed = page.getByRole("region", { name: "Speed of one card" });
    this.achieved = this.speed.getByRole("textbox", { name: "Achieved", exact: true });
    this.utilisation = this.speed.getByRole("textbox", { name: "Utilisation", exact: true });
    this.standing = this.speed.locator(".hardware-note");
    this.otherValues = page.getByRole("table", { name: "What other values would cost" });
    this.useRange = page.getByRole("button", { name: /^Use a range/ });
    this.chart = page.getByRole("figure", { name: /measurements|published runs|measured run/i });
    this.widths = page.getByRole("table", { name: "Utilisation by width" });
  }

  async open(id = "example"): Promise<void> {
    await goTo(this.page, `/project/${id}/hardware`);
    await this.page.getByRole("heading", { name: "Hardware and speed" }).waitFor();
  }

  card(name: string): Locator {
    return this.page.getByRole("radio", { name, exact: true });
  }

  /** A choice of one of the two rows of buttons: a format, or how the speed is stated. */
  choice(group: "Format" | "State it as", name: string): Locator {
    return this.speed.getByRole("group", { name: group }).getByRole("button", { name, exact: true });
  }
}

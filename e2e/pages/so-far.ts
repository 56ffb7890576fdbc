import type { Locator, Page } from "@playwright/test";

/** What the plan comes to so far: a column beside the step, or a bar below it. */
export class SoFar {
  readonly page: Page;
  readonly root: Locator;
  readonly cost: Locator;
  readonly range: Locator;
  readonly note: Locator;
  readonly lastChange: Locator;
  readonly undo: Locator;
  readonly times: Locator;
  readonly movers: Locator;
  readonly announced: Locator;
  readonly allFigures: Locator;
  readonly fewerFigures: Locator;

  constructor(page: Page) {
    this.page = page;
    this.root = page.getByRole("complementary", { name: "So far" });
    this.cost = this.figure("cost");
    this.range = this.root.locator(".so-far-range");
    this.note = this.root.locator(".so-far-note");
    this.lastChange = this.root.getByRole("region", { name: "Last change" });
    this.undo = this.lastChange.getByRole("button", { name: "Undo" });
    this.times = this.root.getByRole("region", { name: "Time", exact: true }).getByRole("listitem");
    this.movers = this.root.getByRole("region", { name: "Moves the total most" }).getByRole("listitem");
    this.announced = this.root.getByRole("status");
    this.allFigures = this.root.getByRole("button", { name: "All figures" });
    this.fewerFigures = this.root.getByRole("button", { name: "Fewer figures" });
  }

  /** A figure by its name: cost, cardHours, flop, runs, energy, cluster.0. The bar's own come first when all are shown. */
  figure(name: string): Locator {
    return this.root.locator(`button.figure[data-place="so-far.${name}"]`).first();
  }
}

import { expect, type Locator, type Page } from "@playwright/test";

export type Form = "Values" | "Range" | "Count" | "Low / likely / high" | "Variants";

/** The step of the wizard in which experiments, their sweeps and their axes are edited. */
export class ExperimentsScreen {
  readonly page: Page;
  readonly list: Locator;
  readonly rows: Locator;
  readonly title: Locator;
  /** What was deleted, with the way back. */
  readonly status: Locator;
  readonly figures: Locator;
  readonly chart: Locator;

  constructor(page: Page) {
    this.page = page;
    this.list = page.getByRole("region", { name: "Experiments" });
    this.rows = this.list.getByRole("list", { name: "Experiments" }).getByRole("listitem");
    this.title = page.getByRole("textbox", { name: "Title of the experiment" });
    this.status = page.locator(".step-status");
    this.figures = page.locator(".experiment-figures");
    this.chart = page.getByRole("region", { name: "Cost by the main axis" });
  }

  /** The entry of an experiment in the list. */
  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByText(title, { exact: true }) });
  }

  async select(title: string): Promise<void> {
    await this.row(title).getByRole("button").click();
    await expect(this.title).toHaveValue(title);
  }

  titles(): Promise<string[]> {
    return this.list.locator(".experiment-title").allTextContents();
  }

  async add(title: string): Promise<void> {
    await this.list.getByRole("button", { name: "Experiment", exact: true }).click();
    await expect(this.title).toHaveValue(/^New experiment/);
    await this.title.fill(title);
    await expect(this.row(title)).toHaveCount(1);
  }

  /** Copies the shown experiment and gives the copy a title. */
  async copyAs(title: string): Promise<void> {
    const before = await this.title.inputValue();
    await this.page.getByRole("button", { name: "Copy this experiment" }).click();
    await expect(this.title).not.toHaveValue(before);
    await this.title.fill(title);
    await expect(this.row(title)).toHaveCount(1);
  }

  /** Picks an entry of a menu behind three dots. */
  async pick(menu: Locator, entry: string): Promise<void> {
    await menu.click();
    await this.page.getByRole("menuitem", { name: entry, exact: true }).click();
  }

  sweep(index = 0): Sweep {
    return new Sweep(this, this.page.locator(`[data-drag-sweep="${index}"]`), index);
  }

  async addSweep(): Promise<void> {
    const sweeps = this.page.locator("[data-drag-sweep]");
    const count = await sweeps.count();
    await this.page.getByRole("button", { name: "Sweep", exact: true }).click();
    await expect(sweeps).toHaveCount(count + 1);
  }
}

export class Sweep {
  readonly screen: ExperimentsScreen;
  readonly root: Locator;
  readonly title: Locator;
  readonly menu: Locator;
  readonly axes: Locator;
  readonly equation: Locator;
  readonly figures: Locator;
  /** The axis that is edited. */
  readonly editor: Locator;
  /** The empty field for the next value. */
  readonly next: Locator;

  constructor(screen: ExperimentsScreen, root: Locator, index: number) {
    this.screen = screen;
    this.root = root;
    this.title = root.getByRole("textbox", { name: `Title of sweep ${index + 1}` });
    this.menu = root.locator(".sweep-head").getByRole("button", { name: /^More for / });
    this.axes = root.locator("[data-drag-axis]");
    this.equation = root.locator(".equation");
    this.figures = root.locator(".sweep-figures");
    this.editor = root.locator(".axis-editor");
    this.next = this.editor.getByRole("textbox", { name: "Next value" });
  }

  /** The line of an axis that is shut, by the name that it shows. */
  axis(name: string): Locator {
    return this.root.getByRole("button", { name: new RegExp(`^${name}`) });
  }

  /** A new axis, opened with its values to be typed. */
  async addAxis(name: string): Promise<void> {
    await this.root.getByRole("button", { name: "Axis", exact: true }).click();
    const field = this.root.getByRole("combobox", { name: "Name of the new axis" });
    await field.fill(name);
    await field.press("Enter");
    await expect(this.next).toBeFocused();
  }

  /** Types values where the focus is, Enter after each. */
  async typeValues(values: readonly (string | number)[]): Promise<void> {
    for (const value of values) {
      await this.screen.page.keyboard.type(String(value));
      await this.screen.page.keyboard.press("Enter");
    }
  }

  async choose(form: Form): Promise<void> {
    await this.editor.getByRole("button", { name: form, exact: true }).click();
  }

  async addValues(name: string, values: readonly (string | number)[]): Promise<void> {
    await this.addAxis(name);
    await this.typeValues(values);
    await this.done();
  }

  async addCount(name: string, count: number): Promise<void> {
    await this.addAxis(name);
    await this.choose("Count");
    await this.editor.getByRole("textbox", { name: "How many" }).fill(String(count));
    await this.done();
  }

  async addShared(name: string, variable: string): Promise<void> {
    await this.addAxis(name);
    await this.screen.pick(
      this.editor.getByRole("button", { name: `More for the axis ${name}` }),
      `Use the variable ${variable}`,
    );
    await this.done();
  }

  async done(): Promise<void> {
    await this.editor.getByRole("button", { name: "Done" }).click();
    await expect(this.editor).toHaveCount(0);
  }

  /** Opens "model", "training" or "hardware" at a level of the plan. */
  async openRecipe(group: string, level: "Plan default" | "This experiment" | "This sweep"): Promise<Locator> {
    const row = this.root.getByRole("button", { name: new RegExp(`^${group} `) });
    if ((await row.getAttribute("aria-expanded")) === "false") await row.click();
    const editor = this.root.locator(".recipe.is-open .recipe-editor");
    await editor.getByRole("button", { name: level, exact: true }).click();
    return editor;
  }

  async closeRecipe(): Promise<void> {
    await this.root.locator(".recipe.is-open .recipe-open").click();
    await expect(this.root.locator(".recipe.is-open")).toHaveCount(0);
  }
}

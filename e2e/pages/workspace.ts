import { expect, type FileChooser, type Locator, type Page } from "@playwright/test";
import type { PlanFile } from "../fixtures/plans.ts";

/** What stands around the sheet and the text: the places, the plan's name, how to open another. */
export class Workspace {
  readonly page: Page;
  readonly content: Locator;
  readonly notice: Locator;
  readonly dropHint: Locator;
  /** The bar of the opened plan. */
  readonly bar: Locator;
  readonly palette: Locator;

  constructor(page: Page) {
    this.page = page;
    this.content = page.getByRole("main");
    this.notice = page.getByRole("status").filter({ has: page.getByRole("button") });
    this.dropHint = page.getByText("Drop the plan file to open it");
    this.bar = page.getByRole("banner");
    this.palette = page.getByRole("dialog", { name: "Find a command" });
  }

  /** A button of the plan's bar. */
  barButton(name: string | RegExp): Locator {
    return this.bar.getByRole("button", { name, exact: typeof name === "string" });
  }

  /** A step of the wizard. */
  step(name: string): Locator {
    return this.page.getByRole("navigation", { name: "Steps" }).getByRole("link", { name });
  }

  /** A place or a button of the rail at the left. */
  rail(name: string): Locator {
    const rail = this.page.getByRole("navigation", { name: "Places" });
    return rail.getByRole("link", { name, exact: true }).or(rail.getByRole("button", { name, exact: true }));
  }

  /** Chooses a file as a person does: by the command and the browser's own chooser. */
  async open(file: PlanFile): Promise<void> {
    // The keys are heard once the program is there.
    await expect(this.page.getByRole("navigation", { name: "Places" })).toBeVisible();
    const chooser = await this.chooser(() => this.page.keyboard.press("Control+o"));
    await chooser.setFiles(file);
  }

  /** The browser's chooser of files that `press` opens. */
  async chooser(press: () => Promise<void>): Promise<FileChooser> {
    const opened = this.page.waitForEvent("filechooser");
    // The browser is told to hand its chooser over; an answer to what is asked after that says that it has heard.
    await this.page.evaluate(() => {});
    await press();
    return opened;
  }

  /** Holds a file of the disk over the window, as the file manager does; `drop` lets it go. */
  async holdOver(path: string): Promise<{ readonly drop: () => Promise<void> }> {
    const session = await this.page.context().newCDPSession(this.page);
    const send = (type: "dragEnter" | "dragOver" | "drop") =>
      session.send("Input.dispatchDragEvent", {
        type,
        x: 400,
        y: 300,
        data: { items: [], files: [path], dragOperationsMask: 1 },
      });
    await send("dragEnter");
    await send("dragOver");
    return {
      drop: async () => {
        await send("drop");
        await session.detach();
      },
    };
  }

  /** Does a command by its words in the palette. */
  async command(words: string): Promise<void> {
    await this.page.keyboard.press("Control+k");
    await this.palette.getByRole("combobox").fill(words);
    await expect(this.palette.getByRole("option").first()).toContainText(words);
    await this.page.keyboard.press("Enter");
    await expect(this.palette).toHaveCount(0);
  }

  async chooseColours(name: "Colours as the system" | "Light colours" | "Dark colours"): Promise<void> {
    await this.command(name);
  }

  async showText(): Promise<void> {
    await this.barButton("Plan as text").click();
  }
}

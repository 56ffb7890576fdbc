import type { Locator, Page } from "@playwright/test";
import type { PlanFile } from "../fixtures/plans.ts";

/** What stands around the sheet and the text: the places, the plan's name, how to open another. */
export class Workspace {
  readonly page: Page;
  readonly content: Locator;
  readonly notice: Locator;
  readonly dropHint: Locator;
  readonly giveUpDialog: Locator;

  constructor(page: Page) {
    this.page = page;
    this.content = page.getByRole("main");
    this.notice = page.getByRole("status").filter({ has: page.getByRole("button") });
    this.dropHint = page.getByText("Drop the plan file to open it");
    this.giveUpDialog = page.getByRole("dialog", { name: /^Give up your changes to / });
  }

  /** A button of the bar at the top. */
  topBar(name: string): Locator {
    return this.page.getByRole("banner").getByRole("button", { name, exact: true });
  }

  /** A button of the rail at the left. */
  rail(name: string | RegExp): Locator {
    return this.page.getByRole("navigation", { name: "Places" }).getByRole("button", { name });
  }

  /** Chooses a file as a person does: by the button and the browser's own chooser. */
  async open(file: PlanFile): Promise<void> {
    const [chooser] = await Promise.all([this.page.waitForEvent("filechooser"), this.topBar("Open plan file").click()]);
    await chooser.setFiles(file);
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

  /** Opens the menu of examples, and gives its entries. */
  async examples(): Promise<Locator> {
    await this.topBar("Examples").click();
    return this.page.getByRole("menu").getByRole("menuitem");
  }

  async chooseColours(name: "As the system" | "Light" | "Dark"): Promise<void> {
    await this.rail(/^Colours/).click();
    await this.page.getByRole("menuitemradio", { name }).click();
  }

  async showText(): Promise<void> {
    await this.rail("Plan as text").click();
  }
}

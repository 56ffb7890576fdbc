import type { Locator, Page } from "@playwright/test";
import { goTo } from "./go.ts";

/** The step "Project". */
export class ProjectStep {
  readonly page: Page;

  constructor(page: Page) {
    this.page = page;
  }

  async open(id = "example"): Promise<void> {
    await goTo(this.page, `/project/${id}/project`);
    await this.page.getByRole("heading", { name: "Project", exact: true }).waitFor();
  }

  section(title: string): Locator {
    return this.page.getByRole("region", { name: title, exact: true });
  }

  field(section: string, label: string): Locator {
    return this.section(section).getByLabel(label, { exact: true });
  }

  convention(name: string): Locator {
    return this.page.getByRole("radiogroup", { name: "Convention" }).getByRole("radio", { name });
  }

  item(kind: "Assumption" | "Source", number: number): Locator {
    return this.page.getByRole("textbox", { name: `${kind} ${number}`, exact: true });
  }

  /** Types a new item of a list and adds it with Enter. */
  async add(kind: "assumption" | "source", text: string): Promise<void> {
    const field = this.page.getByRole("textbox", { name: `New ${kind}` });
    await field.fill(text);
    await field.press("Enter");
  }
}

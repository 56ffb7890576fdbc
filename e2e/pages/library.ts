import { expect, type Locator, type Page } from "@playwright/test";
import type { LibraryContent, LibraryKind } from "../../shared/contract/methods/library.ts";
import { ask } from "../fixtures/record.ts";

/** A page of the library: quotes, clusters, or the catalogue. */
export class LibraryScreen {
  readonly page: Page;
  readonly rows: Locator;
  readonly search: Locator;
  readonly status: Locator;
  readonly panel: Locator;

  constructor(page: Page) {
    this.page = page;
    this.rows = page.locator(".library-rows tbody tr");
    this.search = page.getByRole("searchbox");
    this.status = page.getByRole("status").filter({ has: page.getByRole("button", { name: "Close the message" }) });
    this.panel = page.locator(".row-panel");
  }

  async open(path: "/quotes" | "/clusters" | "/catalogue"): Promise<void> {
    await this.page.goto(path);
    await expect(this.page.getByRole("heading", { level: 1 })).toBeVisible();
  }

  row(title: string): Locator {
    return this.rows.filter({ has: this.page.getByRole("button", { name: title, exact: true }) });
  }

  add(noun: string): Locator {
    return this.page.getByRole("button", { name: `Add ${noun}` });
  }

  field(label: string): Locator {
    return this.panel.getByLabel(label, { exact: true }).and(this.page.locator("input, select, textarea"));
  }

  async save(): Promise<void> {
    await this.panel.getByRole("button", { name: "Save", exact: true }).click();
  }

  head(title: string): Locator {
    return this.page.getByRole("button", { name: title, exact: true });
  }
}

/** Deletes every row of a kind: a worker's journeys share one record. */
export async function emptyLibrary(page: Page, kind: LibraryKind): Promise<void> {
  const { rows } = await ask(page, "library.list", { kind });
  for (const { id, deletedAt } of rows) if (deletedAt === null) await ask(page, "library.delete", { kind, id });
}

export const addToLibrary = (page: Page, content: LibraryContent, id: string = crypto.randomUUID()) =>
  ask(page, "library.save", { id, baseRevision: null, content });

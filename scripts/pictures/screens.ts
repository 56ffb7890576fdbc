/** The screens that are photographed, in the order in which they are visited: later ones show what earlier ones made. */
import type { Page } from "playwright-core";

export interface Screen {
  /** Name of the picture's file. */
  readonly name: string;
  readonly path: string;
  /** What is done there before the picture is taken. */
  readonly act?: (page: Page) => Promise<void>;
}

const example = "/project/example";

/** The screens of a fresh record, then those of one with a few projects. */
export const screens: readonly Screen[] = [
  { name: "first-start", path: "/" },
  { name: "project", path: `${example}/project` },
  {
    name: "experiments",
    path: `${example}/experiments`,
    act: async (page) => {
      await page.getByText("Epsilon variants", { exact: true }).first().click();
      await page
        .getByRole("button", { name: /learning rate/ })
        .first()
        .click();
    },
  },
  { name: "hardware", path: `${example}/hardware` },
  { name: "clusters", path: `${example}/clusters` },
  { name: "quotes", path: `${example}/quotes` },
  { name: "sheet", path: `${example}/sheet`, act: askTotal },
  { name: "text", path: `${example}/text` },
  {
    name: "faults",
    path: `${example}/text`,
    act: async (page) => {
      const field = page.getByRole("textbox", { name: /^Text of / });
      const text = await field.inputValue();
      await field.fill(text.replace('"sequence": 512', '"sequnce": 512').replace('"low": 10', '"low": 16'));
      await page.getByRole("heading", { name: /2 faults/ }).waitFor();
    },
  },
  {
    name: "revisions",
    path: `${example}/text`,
    act: async (page) => {
      // The faults of the picture before, taken back.
      await page.keyboard.press("Control+z");
      await save(page, 1);
      for (const [at, [from, to]] of changes.entries()) {
        const field = page.getByRole("textbox", { name: /^Text of / });
        await field.fill((await field.inputValue()).replace(from, to));
        await save(page, at + 2);
      }
      await page.goto(page.url().replace(/[^/]+$/, "revisions"));
      await page.getByText("Revision").first().waitFor();
    },
  },
  {
    name: "projects",
    path: "/",
    act: async (page) => {
      for (const [template, title] of begun) {
        await newProject(page, template, title);
        await page.goto(new URL("/", page.url()).href);
      }
    },
  },
  { name: "palette", path: "/", act: (page) => page.keyboard.press("Control+k") },
  { name: "keys", path: "/settings", act: (page) => page.keyboard.press("?") },
  { name: "library-quotes", path: "/quotes" },
  { name: "library-clusters", path: "/clusters" },
  { name: "catalogue", path: "/catalogue" },
  { name: "calculator", path: "/calculator" },
  { name: "calculator-optimum", path: "/calculator/optimum" },
  {
    name: "calculator-plan",
    path: "/calculator/plan#example",
    act: async (page) => await page.getByRole("img", { name: /best spent on|The compute of/ }).waitFor(),
  },
  { name: "settings", path: "/settings" },
];

async function askTotal(page: Page): Promise<void> {
  await page
    .getByText(/^P10–P90 /)
    .first()
    .waitFor();
  await page.locator("[data-page]").getByRole("button", { name: "12.9 M USD", exact: true }).first().click();
  await page.getByRole("complementary", { name: "How was this computed" }).waitFor();
}

/** What is changed in the example, revision after revision. */
const changes = [
  ['"price": 3,', '"price": 2.85,'],
  ['"steps": 50000', '"steps": 60000'],
  ['"steps": 60000', '"steps": 50000'],
  ['"price": 2.85,', '"price": 3,'],
] as const;

async function save(page: Page, revision: number): Promise<void> {
  await page.keyboard.press("Control+s");
  await page.getByText(`revision ${revision}`).first().waitFor();
}

/** Projects of a lab that has worked with the program for a while: the template of each, and its title. */
const begun = [
  [/ladder/i, "Compute-optimal ladder to 3 B"],
  [/fine-tuning/i, "Fine-tuning study with five seeds"],
  [/7B|7 B/i, "Base model 7B on 2 T tokens"],
  [/vision|ResNet|image/i, "Augmentation study, ResNet-50"],
] as const;

async function newProject(page: Page, template: RegExp, title: string): Promise<void> {
  await page.getByRole("button", { name: "New project" }).click();
  await page.getByRole("textbox", { name: "Title", exact: true }).fill(title);
  await page.getByRole("radio", { name: template }).click();
  await page.getByRole("button", { name: "Make the project" }).click();
  await page.waitForURL((url) => url.pathname.startsWith("/project/"));
}

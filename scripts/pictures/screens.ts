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
  { name: "clusters", path: `${example}/clusters`, act: sizes },
  {
    name: "clusters-cannot-run",
    path: `${example}/clusters`,
    act: async (page) => {
      await page.getByRole("button", { name: "10 cards", exact: true }).click();
      await page.getByRole("region", { name: "Runs that cannot run here" }).waitFor({ timeout: SLOW_MS });
      await sizes(page);
    },
  },
  {
    name: "clusters-table",
    path: `${example}/clusters`,
    act: async (page) => {
      await sizes(page);
      const toTable = page.getByRole("button", { name: "as table" });
      await toTable.click();
      await toTable.scrollIntoViewIfNeeded();
    },
  },
  {
    name: "clusters-deadline",
    path: `${example}/clusters`,
    act: async (page) => {
      await page.getByRole("button", { name: "Fewest cards by a date" }).click();
      await page.getByLabel("Everything is to be done by the end of").fill("2026-12-24");
      await page.locator(".deadline-table").waitFor({ timeout: SLOW_MS });
    },
  },
  { name: "quotes", path: `${example}/quotes` },
  {
    name: "comparison",
    path: `${example}/text`,
    act: async (page) => {
      const field = page.getByRole("textbox", { name: /^Text of / });
      const plan = JSON.parse(await field.inputValue()) as { readonly quotes: readonly object[] };
      await field.fill(JSON.stringify({ ...plan, quotes: [...plan.quotes.slice(0, 1), ...offers] }, null, 2));
      await goToStep(page, "Quotes");
      await page.getByRole("region", { name: "Comparison" }).waitFor();
    },
  },
  {
    name: "rent-or-buy",
    path: `${example}/quotes`,
    act: async (page) => {
      await page.getByRole("button", { name: "Rent or buy" }).click();
      await page.getByRole("heading", { name: "What if we wait?" }).waitFor();
    },
  },
  {
    name: "fit",
    path: `${example}/fit`,
    act: async (page) => {
      await page.getByRole("textbox", { name: "Ceiling" }).fill("500,000");
      await page.getByRole("button", { name: "Propose cuts" }).click();
      await page.getByText(/^With \d cuts$/).waitFor();
    },
  },
  {
    name: "red-team",
    path: `${example}/redteam`,
    act: async (page) => await page.getByRole("article").first().waitFor(),
  },
  {
    name: "budget",
    path: `${example}/budget`,
    act: async (page) => {
      await page.getByRole("button", { name: "NSF", exact: true }).click();
      await page.getByRole("heading", { name: "What it comes to" }).waitFor();
    },
  },
  {
    name: "sheet",
    path: `${example}/sheet`,
    act: async (page) => {
      // The budget and the offers of the pictures before, taken back.
      for (let step = 0; step < 2; step++) await page.getByRole("button", { name: /^Undo/ }).first().click();
      await page.getByRole("button", { name: "Export PDF" }).waitFor();
      await askTotal(page);
    },
  },
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
  {
    name: "quote-import",
    path: "/quotes/import",
    act: async (page) => {
      const file = { name: "nebius-v9-vms.csv", mimeType: "text/csv", buffer: Buffer.from(priceList) };
      await page.getByLabel("Price list").setInputFiles(file);
      await page.getByRole("heading", { name: /^SkyPilot catalogue/ }).waitFor();
    },
  },
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

/** Offers of made-up providers beside the example's own price. */
const offers = [
  {
    id: "halden",
    title: "Halden Compute",
    basis: "reserved",
    price: 2.1,
    commitment: { cards: 1_024, hours: 4_380 },
    date: "2026-11-03",
  },
  { id: "nordlys", title: "Nordlys", price: 2.4, cardsAvailable: 512, date: "2026-11-14" },
  {
    id: "nordlys-spot",
    title: "Nordlys",
    basis: "spot",
    price: 1.25,
    interruptionHours: 20,
    cardsAvailable: 256,
    date: "2026-11-14",
  },
  {
    id: "university",
    title: "University cluster",
    price: 1.29,
    accelerator: "a100-sxm-80",
    cardsAvailable: 1_024,
    date: "2026-08-02",
  },
  { id: "kestrel", title: "Kestrel", price: 5.6, accelerator: "b200-sxm", cardsAvailable: 512, date: "2026-11-11" },
  {
    id: "own",
    title: "Own nodes, 32 × 8",
    basis: "purchase",
    date: "2026-10-30",
    purchase: {
      nodePrice: 300_000,
      nodes: 32,
      cardsPerNode: 8,
      networkShare: 0.15,
      nodeWatts: 10_200,
      load: 0.8,
      pue: 1.3,
      electricityPerKilowattHour: 0.12,
      spacePerNodeYear: 1_500,
      maintenanceShare: 0.05,
      staffPerYear: 60_000,
      lifetimeYears: 4,
      residualShare: 0.1,
      useShare: 0.7,
    },
  },
];

/** A price list as a provider's catalogue has it, with a card that nobody names and one that is unknown. */
const priceList = [
  "InstanceType,AcceleratorName,AcceleratorCount,vCPUs,MemoryGiB,Price,Region,GpuInfo,SpotPrice",
  "cpu_4,,,4,16,0.10,eu-north1,,",
  "box_8x_h100_sxm,H100,8,208,1800,23.60,eu-north1,,10.00",
  "box_1x_h100,H100,1,26,225,3.10,eu-west1,,",
  "box_8x_h200_sxm,H200,8,208,1800,28.80,eu-north1,,",
  "box_8x_rtx,RTX-PRO-6000,8,64,512,13.52,eu-north1,,",
].join("\n");

async function goToStep(page: Page, step: string): Promise<void> {
  await page
    .getByRole("navigation", { name: "Steps" })
    .getByRole("link", { name: new RegExp(`^${step}`) })
    .click();
}

/** What a worker schedules may take so long on a busy machine. */
const SLOW_MS = 60_000;

/** The slowest part of the step has come: the times on all sizes of the selected cluster. */
async function sizes(page: Page): Promise<void> {
  await page.getByRole("img", { name: /^More cards / }).waitFor({ timeout: SLOW_MS });
}

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

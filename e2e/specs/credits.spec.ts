import { execFile } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { promisify } from "node:util";
import { expect } from "@playwright/test";
import readXlsx from "read-excel-file/node";
import { test } from "../fixtures/journey.ts";
import { readPdf } from "../fixtures/pdf.ts";
import { root } from "../fixtures/root.ts";

const run = promisify(execFile);
const program = join(root, "out", "cli", "main.js");

const study = (index: number) => ({
  id: `study-${index}`,
  title: `Study ${index}: what width and depth do to transfer`,
  sweeps: [{ repeats: 3 + (index % 5) }],
  ...(index % 4 === 0 ? { training: { runKind: "interactive", hours: 20 + index, cards: 4 } } : {}),
  ...(index % 5 === 0 ? { after: ["study-1"] } : {}),
});
const licence = (index: number) => ({
  id: `licence-${index}`,
  category: index % 2 === 0 ? "otherDirect" : "supplies",
  title: `Licence of annotation tool ${index}`,
  quantity: 2,
  price: 1_000 + index,
  year: "every",
  source: "Letter of the vendor",
  justification:
    "Annotators label the evaluation sets with it, and no free tool keeps the log that the protocol asks for.",
});
const counted = <T>(count: number, of: (index: number) => T): T[] =>
  Array.from({ length: count }, (_, at) => of(at + 1));

/** Forty experiments and twenty other lines, in a request that may have three pages. */
const request = JSON.stringify({
  flopsheet: 1,
  title: "A large request",
  date: "2026-11-20",
  quotes: [
    {
      id: "fjord",
      price: 2.5,
      date: "2026-11-01",
      source: "letter",
      wholeNodes: true,
      billingIncrementMinutes: 60,
      storagePerTBMonth: 20,
      egressPerTB: 90,
    },
  ],
  storage: { dataTB: 50, months: 24, egressTB: 10 },
  overhead: { reruns: 0.1, source: "our record" },
  defaults: {
    hardware: { accelerator: "h100-sxm" },
    model: { layers: 8, heads: 4, headSize: 128, vocabulary: 32_000 },
    training: { steps: 50_000, batch: 256, sequence: 512 },
  },
  experiments: counted(40, study),
  clusters: [{ cards: 100 }, { cards: 1_000 }, { cards: 10_000 }],
  budget: { layout: "cloud-credits", months: 36, lines: counted(20, licence) },
});

test("a large request for credits keeps to three pages, and its workbook has every line", async () => {
  const info = test.info();
  const [plan, pdf, letter, xlsx] = ["plan.json", "a4.pdf", "letter.pdf", "all.xlsx"].map((name) =>
    info.outputPath(name),
  );
  if (!plan || !pdf || !letter || !xlsx) throw new Error("four files");
  await writeFile(plan, request);
  await run(process.execPath, [program, "sheet", plan, "--pdf", pdf, "--xlsx", xlsx]);
  await run(process.execPath, [program, "sheet", plan, "--pdf", letter, "--paper", "letter"]);
  for (const path of [pdf, letter]) {
    const { pages } = await readPdf(await readFile(path));
    expect(pages.length, path).toBeLessThanOrEqual(3);
    const rows = pages.flatMap((page) => page.rows).map(([first = ""]) => first);
    expect(rows).toContain("17furtherlines,intheworkbook");
    expect(rows).toContain("37furtherexperiments,intheworkbook");
    const text = pages.map((page) => page.text).join("");
    for (const section of ["Goaloftheproject", "Estimateofcompute", "Supportthatisneeded", "Team."]) {
      expect(text).toContain(section);
    }
  }
  const sheets = await readXlsx(xlsx);
  const words = sheets.flatMap(({ data }) => data.map(([first]) => String(first ?? "")));
  for (let index = 1; index <= 20; index++) expect(words).toContain(licence(index).title);
  for (let index = 1; index <= 40; index++) expect(words.filter((word) => word === study(index).title).length).toBe(2);
});

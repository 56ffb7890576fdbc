/**
 * `npm run bench`: how long the work takes, each a median with the work named, as a table and in bench/results.json.
 *
 * The limits are those a person would notice. The yardstick of the estimate is a sum written by hand for the one paper, in
 * this process and, where a Python is there, as the script that a careful reader would write.
 */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { cpus, tmpdir } from "node:os";
import { join } from "node:path";
import { catalogue } from "../electron/backend/catalogue.ts";
import { findChromium, launchOptions } from "../electron/backend/printing/chromium.ts";
import { costModel } from "../shared/estimate/cost-model.ts";
import { estimate } from "../shared/estimate/estimate.ts";
import { estimateRanges } from "../shared/estimate/ranges.ts";
import { swings } from "../shared/estimate/sensitivity.ts";
import { sheetToXlsx } from "../shared/formats/xlsx/sheet-to-xlsx.ts";
import { editText } from "../shared/plan/edit/edit-text.ts";
import { readPlan } from "../shared/plan/read.ts";
import type { ResolvedPlan } from "../shared/plan/resolved.ts";
import { buildSheet } from "../shared/sheet/build-sheet.ts";
import { type AppMeasurement, measureApp, measureStart } from "./bench/app.ts";
import { configurationBytes, importConfiguration } from "./bench/configuration.ts";
import { fewestCardsOf70B } from "./bench/fewest-cards.ts";
import { handSum } from "./bench/hand-sum.ts";
import { timeProcess } from "./bench/host-work.ts";
import { compareHundredQuotes } from "./bench/hundred-quotes.ts";
import { longPlan, manyClassesPlan } from "./bench/many-classes.ts";
import { flopOfManyModels, flopOfOneModel } from "./bench/many-models.ts";
import { indexManyQuotes, searchManyQuotes } from "./bench/many-quotes.ts";
import { type Measurement, timeCalls } from "./bench/measure.ts";
import { storePriceList } from "./bench/price-list.ts";
import { measureRecord } from "./bench/record.ts";
import { heapOf, manyJobs, scheduleGolden, scheduleGoldenFailing } from "./bench/schedule.ts";
import { table } from "./bench/table.ts";
import { measureTyping } from "./bench/typing.ts";
import { ensureBuilt } from "./ensure-built.ts";
import { root } from "./root.ts";

const KILOBYTE = 1_000;
const template = join(root, "assets", "templates", "scaling-exponents.json");
const goldenText = readFileSync(template, "utf8");

function resolved(text: string): ResolvedPlan {
  const read = readPlan(text, catalogue);
  if (!read.ok) throw new Error(`the bench's own plan has faults: ${JSON.stringify(read.error[0])}`);
  return read.value.resolved;
}

const golden = resolved(goldenText);
const manyText = manyClassesPlan();
const many = resolved(manyText);
const goldenEstimate = estimate(golden);
const results: Measurement[] = [];
const add = (work: string, milliseconds: number, limit: number | null, reason = ""): void => {
  results.push({ work, milliseconds, limit: limit === null ? null : { milliseconds: limit, reason } });
};

const byHand = timeCalls(handSum, { samples: 60, batch: 2_000 });
const walked = timeCalls(() => estimate(golden), { samples: 60, batch: 200 });
add(`golden plan by hand: one sum of ${golden.experiments.length} formulas in this process`, byHand, null);
add(
  `estimate of the resolved golden plan, ${golden.classes.length} run classes, warm`,
  walked,
  0.08,
  "the Python script",
);
const python = pythonSum();
if (python !== null) add("the same sum by hand in Python, warm", python, null);

add(
  `estimate of ${many.classes.length.toLocaleString("en-US")} run classes, warm`,
  // So often that what was compiled for the golden plan is compiled anew for this one before the middle of the samples.
  timeCalls(() => estimate(many), { samples: 120, batch: 3 }),
  10,
);
add(
  "10,000 draws of the golden plan",
  timeCalls(() => estimateRanges(golden, goldenEstimate), { samples: 20, batch: 1 }),
  100,
);
add(
  "compiling the golden plan for its draws",
  timeCalls(() => costModel(golden), { samples: 30, batch: 20 }),
  null,
);
add(
  `parse, check and resolve the golden plan, ${(goldenText.length / KILOBYTE).toFixed(1)} kB`,
  timeCalls(() => readPlan(goldenText, catalogue), { samples: 30, batch: 3 }),
  null,
);
add("10,000 quotes made ready to be searched", timeCalls(indexManyQuotes, { samples: 20, batch: 1 }), 100);
add(
  "10,000 quotes filtered for one more letter",
  timeCalls(searchManyQuotes, { samples: 30, batch: 2 }),
  8,
  "half a frame",
);
for (const [what, text, limit] of [
  ["the golden plan", goldenText, 16],
  [`${many.classes.length.toLocaleString("en-US")} run classes`, manyText, 50],
] as const) {
  add(
    `keystroke to new total: edit, read and estimate of ${what}`,
    timeCalls(() => totalAfterKeystroke(text), { samples: 60, batch: 1 }),
    limit,
  );
}
const long = longPlan(goldenText, 200 * KILOBYTE);
add(
  `one edit of a plan of ${(long.length / KILOBYTE).toFixed(0)} kB`,
  timeCalls(() => changed(long), { samples: 30, batch: 1 }),
  20,
);

add("FLOP of a token of one model, DeepSeek-V3", timeCalls(flopOfOneModel, { samples: 60, batch: 10_000 }), 0.002);
add(
  "10,000 models, from their fields to the FLOP of a token",
  timeCalls(flopOfManyModels, { samples: 30, batch: 1 }),
  20,
);
add(
  `a model's configuration read and counted, ${(configurationBytes / KILOBYTE).toFixed(1)} kB`,
  timeCalls(importConfiguration, { samples: 60, batch: 20 }),
  1,
);
add("fewest cards for LLaMA-2 70B", timeCalls(fewestCardsOf70B, { samples: 60, batch: 200 }), 0.05);

const goldenSheet = buildSheet({
  resolved: golden,
  estimate: goldenEstimate,
  ranges: estimateRanges(golden, goldenEstimate),
  swings: swings(golden),
  schedules: null,
  version: "bench",
});
add(
  "the golden plan's sheet as an Excel workbook",
  timeCalls(() => sheetToXlsx(goldenSheet), { samples: 30, batch: 1 }),
  500,
);

for (const cards of [10, 100, 100_000]) {
  const work = `schedule of 120 classes with 58,512 runs on ${cards.toLocaleString("en-US")} cards`;
  add(
    work,
    timeCalls(() => scheduleGolden(cards), { samples: 30, batch: 1 }),
    5,
  );
  add(
    `${work}, with failures`,
    timeCalls(() => scheduleGoldenFailing(cards), { samples: 30, batch: 1 }),
    5,
  );
}
for (const [jobs, limit] of [
  [1_000, null],
  [10_000, 250],
  [100_000, null],
] as const) {
  const work = `schedule of ${jobs.toLocaleString("en-US")} classes with ${(100 * jobs).toLocaleString("en-US")} runs on 100,000 cards`;
  add(work, timeCalls(manyJobs(jobs), { samples: jobs > 10_000 ? 2 : 7, batch: 1 }), limit);
}
const scheduleMegabytes = heapOf(manyJobs(10_000)) / 1e6;

add(
  "100 quotes of three kinds of card compared for the golden plan, schedules included",
  timeCalls(() => compareHundredQuotes(golden, goldenEstimate, catalogue.accelerators), { samples: 20, batch: 1 }),
  50,
);

const record = await measureRecord(goldenText, 10_000);
add("saving the golden plan, until a power cut loses nothing", record.save, 20);
add("list of 10,000 projects, checked and as JSON", record.list, 50);
add("opening that record, one answer from it, closing it", record.open, null);

add(
  "100,000 rows of a price list, read and stored, until a power cut loses nothing",
  await storePriceList(100_000, 5),
  2_000,
);

await ensureBuilt(root);
const cli = join(root, "out", "cli", "main.js");
add(
  "node out/cli/main.js estimate, whole process",
  timeProcess(process.execPath, [cli, "estimate", template], 9),
  110,
  "the Python script",
);
if (python !== null) add("a Python process that sums by hand", timeProcess("python3", [pythonScript(), "1"], 9), null);

let app: AppMeasurement | null = null;
const scratch = mkdtempSync(join(tmpdir(), "flopsheet-bench-"));
try {
  const chromium = await findChromium(process.env);
  if (chromium === null)
    console.log("No Chromium is here (CHROMIUM_PATH names one): PDF and first paint are not measured.");
  else {
    const pdf = ["sheet", template, "--pdf", join(scratch, "sheet.pdf")];
    timeProcess(process.execPath, [cli, ...pdf], 1);
    add(
      "budget sheet to PDF, whole process, Chromium already unpacked",
      timeProcess(process.execPath, [cli, ...pdf], 5),
      1_500,
    );
    app = await measureApp(root, launchOptions(chromium), 5);
    add("first paint of the built app", app.firstPaint, 1_000);
    const started = await measureStart(root, launchOptions(chromium), 5);
    add("from starting the host to its first paint, with a record", started, 1_000);
    for (const [what, text] of [
      ["the golden plan", goldenText],
      [`${many.classes.length.toLocaleString("en-US")} run classes`, manyText],
    ] as const) {
      const typing = await measureTyping(root, launchOptions(chromium), text);
      add(`a key typed on the step Clusters of ${what}, processor time of the page`, typing, null);
    }
    add("the example's sheet on the screen, from asking for the page", app.sheetShown, null);
  }
} finally {
  rmSync(scratch, { recursive: true, force: true });
}

console.log(table(results));
console.log("");
if (app !== null) {
  const kilobytes = (bytes: number) => (bytes / KILOBYTE).toFixed(0);
  console.log(
    `The app loads ${kilobytes(app.firstLoadBytes)} kB gzip of page, scripts and styles, in ${app.firstLoadFiles} files, until its sheet shows (limit 400 kB), ${kilobytes(app.workerBytes)} kB of workers beside it, ${kilobytes(app.laterBytes)} kB later.`,
  );
}
console.log(`A schedule of 1,000,000 runs takes ${scheduleMegabytes.toFixed(0)} MB of heap (limit 200 MB).`);
console.log(`The general estimate takes ${(walked / byHand).toFixed(1)} × the sum written for this one paper.`);
if (python !== null)
  console.log(`A Python script of the same sum takes ${(python / walked).toFixed(1)} × the general estimate.`);

const bench = join(root, "bench");
mkdirSync(bench, { recursive: true });
const machine = { cpu: cpus()[0]?.model ?? "unknown", cores: cpus().length, node: process.version };
writeFileSync(
  join(bench, "results.json"),
  `${JSON.stringify({ machine, results, app, python: python === null ? null : python / walked }, null, 2)}\n`,
);

/** The text with another price, as a form changes it. */
function changed(text: string): string {
  const edited = editText(text, [{ op: "set", path: ["quotes", 0, "price"], value: 3.21 }]);
  if (!edited.ok) throw new Error(`the bench's own edit has a fault: ${edited.error.why}`);
  return edited.value;
}

function totalAfterKeystroke(text: string): number {
  return estimate(resolved(changed(text))).withReruns.cost;
}

function pythonScript(): string {
  return join(import.meta.dirname, "bench", "hand_sum.py");
}

/** Milliseconds of the sum in Python, as that process measured it; null without a Python. */
function pythonSum(): number | null {
  const { status, stdout } = spawnSync("python3", [pythonScript(), "2000"], { encoding: "utf8" });
  return status === 0 ? Number(stdout.split(" ")[1]) : null;
}

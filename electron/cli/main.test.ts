import { spawnSync } from "node:child_process";
import { mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { deflateRawSync } from "node:zlib";
import { getDocument } from "pdfjs-dist/legacy/build/pdf.mjs";
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from "vitest";
import { rowsXml, workbookOf } from "../../shared/formats/sweeps/workbook/workbook.fixture.ts";
import { findInstallation } from "../backend/installation.ts";
import { build, program, type RunOptions, run } from "../backend/testing/built.ts";
import { filledRecord, hashOf, openedRecord } from "../backend/testing/record-files.ts";
import { commands } from "./command-list.ts";

const { root, version } = findInstallation();
const golden = join(root, "assets", "templates", "scaling-exponents.json");

// Processes, on a machine that has other work, too.
vi.setConfig({ testTimeout: 30_000 });

let folder: string;

beforeAll(async () => {
  build();
  folder = await mkdtemp(join(tmpdir(), "flopsheet-cli-"));
  await mkdir(join(folder, "sub"));
}, 60_000);

afterAll(() => rm(folder, { recursive: true }));

const flopsheet = (args: readonly string[], options: RunOptions = {}) =>
  run(program("cli"), args, { cwd: folder, ...options });

/** A file of the test's folder; its name. */
async function file(name: string, content: string | Uint8Array): Promise<string> {
  await writeFile(join(folder, name), content);
  return name;
}

describe("the program", () => {
  test("--version and --help", async () => {
    expect(await flopsheet(["--version"])).toEqual({ code: 0, out: `${version}\n`, err: "" });
    const help = await flopsheet(["--help"]);
    expect(help).toMatchObject({ code: 0, err: "" });
    for (const { name } of commands) expect(help.out).toMatch(new RegExp(`^ {2}${name} `, "m"));
  });

  test.each(commands.map(({ name }) => name))("%s --help", async (name) => {
    const { code, out, err } = await flopsheet([...name.split(" "), "--help"]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^flopsheet ${name}`));
  });

  test.each([
    [["estimat", "plan.json"], "There is no command estimat. Did you mean estimate?"],
    [["print"], "There is no command print."],
    [["--hepl"], "There is no option --hepl. Did you mean --help?"],
    [["estimate"], "estimate needs PLAN."],
    [["estimate", "a", "b"], 'estimate does not know what to do with "b".'],
    [["estimate", "a", "--jsn"], "estimate has no option --jsn. Did you mean --json?"],
    [["validate", "a", "--json"], "validate has no option --json."],
    [
      ["sheet", "a"],
      "sheet needs at least one of --pdf OUT, --xlsx OUT, --csv OUT, --md OUT, --tex OUT and --json OUT.",
    ],
    [["sheet", "a", "--pdf"], "--pdf needs a value: --pdf OUT."],
    [["sheet", "a", "--csv", "x", "--paper", "a5"], "--paper a5: the paper is a4 or letter."],
    [["model"], "model needs CONFIG."],
    [["model", "a", "--context", "0"], "--context 0: a context is a whole number of tokens from 1 to 1,000,000,000."],
    [["model", "a", "--context", "4k"], "--context 4k: a context is a whole number of tokens from 1 to 1,000,000,000."],
    [["serve", "--port", "x"], "--port x: a port is a number from 0 to 65535."],
    [["record"], "record needs a second word:"],
    [["record", "--json"], "record needs a second word:"],
    [["record", "infos"], "There is no command record infos. Did you mean record info?"],
    [["record", "export"], "record export needs FILE."],
    [["record", "backup", "x"], 'record backup does not know what to do with "x".'],
    [["import"], "import needs a second word:"],
    [["import", "sweeps", "x"], "There is no command import sweeps. Did you mean import sweep?"],
    [["import", "sweep"], "import sweep needs FILE."],
    [
      ["import", "quotes", "a", "--format", "csv"],
      "--format csv: the format is one of skypilot, gpuhunt, flopsheet, spreadsheet.",
    ],
    [["import", "quotes", "a", "--decimals", "dot"], "--decimals dot: decimals stand behind a point or a comma."],
    [["import", "quotes", "a", "--date", "today"], "--date today: the date is a day as YYYY-MM-DD."],
    [["import", "quotes", "a", "--currency", "$"], "--currency $: the currency is three capital letters, as USD."],
    [
      ["import", "quotes", "a", "--cards", "H100"],
      "--cards H100: a card is written as NAME=ID, several with ; between them.",
    ],
  ])("%j is bad input", async (args, message) => {
    const { code, out, err } = await flopsheet(args);
    expect([code, out]).toEqual([2, ""]);
    expect(err.split("\n")[0]).toBe(message);
  });

  test("without a command it says what there is", async () => {
    expect(await flopsheet([])).toEqual({ code: 2, out: "", err: (await flopsheet(["--help"])).out });
  });

  test.runIf(process.platform === "linux").each([
    ["a reader that has seen enough ends it quietly", "| head -c 10", "", "code 0\n"],
    ["a full disk ends it with a word", "> /dev/full", "", "Standard output cannot be written: ENOSPC.\ncode 3\n"],
  ])("%s", (_, into, stdout, stderr) => {
    const command = `{ "${process.execPath}" "${program("cli")}" estimate "${golden}" --json; echo "code $?" >&2; } ${into}`;
    const ended = spawnSync("sh", ["-c", command], { encoding: "utf8" });
    expect(ended.stdout.slice(10)).toBe(stdout);
    expect(ended.stderr).toBe(stderr);
  });

  test("a defect is one line, with its place in the sources only when asked for", async () => {
    // A copy of the bundle that lies nowhere near its package.json.
    const lost = await mkdtemp(join(tmpdir(), "flopsheet-lost-"));
    for (const name of await readdir(join(root, "out", "cli"))) {
      await writeFile(
        join(lost, name.replace(/\.js$/, ".mjs")),
        (await readFile(join(root, "out", "cli", name), "utf8")).replaceAll(
          /(from\s*|import\s*\(?\s*)("\.\/[^"]+)\.js"/g,
          '$1$2.mjs"',
        ),
      );
    }
    const plain = await run(join(lost, "main.mjs"), ["--version"]);
    expect(plain).toMatchObject({ code: 1, out: "" });
    expect(plain.err).toMatch(/^Flopsheet has a defect: there is no package\.json above .*\n$/);
    const debug = await run(join(lost, "main.mjs"), ["--version"], { env: { FLOPSHEET_DEBUG: "1" } });
    expect(debug.err).toMatch(/\n {4}at /);
    await rm(lost, { recursive: true });
  });
});

describe("estimate", () => {
  test("the golden plan as tables, without a code that only a terminal reads", async () => {
    const { code, out, err } = await flopsheet(["estimate", golden]);
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("12.9 M USD");
    expect(out).toMatch(/^Total +58,512 .* 12,907,461 /m);
    expect(out).not.toContain("\u001b");
    expect(Math.max(...out.split("\n").map((line) => line.length))).toBeLessThanOrEqual(100);
  });

  test("the golden plan as JSON, to every digit", async () => {
    const { code, out, err } = await flopsheet(["estimate", golden, "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const estimate = JSON.parse(out);
    expect(estimate.schemaVersion).toBe(1);
    expect(estimate.total.runs).toBe(58_512);
    const costs = estimate.experiments.map(({ cost }: { cost: { amount: number } }) => cost.amount);
    const oracle = [
      888.81395400704, 388955.9991064986, 1902022.3291813303, 3193533.466348094, 1902022.3291813303, 3224397.534237257,
      317003.7215302217, 188532.80765144504, 1790104.1799513847,
    ];
    expect(costs).toHaveLength(oracle.length);
    oracle.forEach((cost, index) => {
      expect(Math.abs(costs[index] / cost - 1)).toBeLessThan(1e-12);
    });
  });

  test("a plan from standard input, and one named from where the person stands", async () => {
    const text = await readFile(golden, "utf8");
    const named = await flopsheet(["estimate", golden, "--json"]);
    expect(await flopsheet(["estimate", "-", "--json"], { input: text })).toEqual(named);
    await file("plan.yaml", text);
    expect(await flopsheet(["estimate", "../plan.yaml", "--json"], { cwd: join(folder, "sub") })).toEqual(named);
  });
});

describe("model", () => {
  const config = { model_type: "gpt2", n_layer: 12 };

  test("counts a configuration, from a file and from standard input", async () => {
    const name = await file("config.json", JSON.stringify(config));
    const named = await flopsheet(["model", name, "--json"]);
    expect(JSON.parse(named.out)).toMatchObject({
      family: "gpt2",
      recognised: true,
      context: 1_024,
      parameters: { total: 124_439_808 },
      warnings: [],
    });
    expect(await flopsheet(["model", "-", "--json"], { input: JSON.stringify(config) })).toEqual(named);
    const shorter = JSON.parse((await flopsheet(["model", name, "--json", "--context", "512"])).out);
    expect(shorter.flopPerToken.matmul).toBeLessThan(JSON.parse(named.out).flopPerToken.matmul);
  });

  test("says where no length is stated that one was assumed", async () => {
    const { out } = await flopsheet(["model", "-", "--json"], { input: '{"model_type": "t5"}' });
    expect(JSON.parse(out).warnings).toEqual([
      "The file names no longest sequence: FLOP are counted on 1,024 tokens. --context N takes another length.",
    ]);
  });

  test("lists the faults of a file, each with its place", async () => {
    const name = await file("config.json", '{\n  "model_type": "gpt2",\n  "n_layer": "twelve"\n}');
    const { code, out, err } = await flopsheet(["model", name]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("config.json: 1 fault\n\nn_layer is not a number\n  at       n_layer, line 3, column 14\n");
    expect(await flopsheet(["model", "gone.json"])).toMatchObject({ code: 2, err: "There is no file gone.json.\n" });
  });
});

describe("validate", () => {
  test("a plan that is right", async () => {
    expect(await flopsheet(["validate", golden])).toEqual({
      code: 0,
      out: "valid: Scaling Exponents Across Parameterizations and Optimizers, 9 experiments, 58,512 runs\n",
      err: "",
    });
  });

  test("every fault at once, each with its place, its value and what is allowed", async () => {
    const plan = JSON.parse(await readFile(golden, "utf8"));
    plan.tilte = plan.title;
    plan.experiments[2].sweeps[0].axes["model.heads"][3] = 0;
    plan.quotes[0].pricePerCardHour = -3;
    plan.variables.pointsPerLine.low = 99;
    const name = await file("faulty.json", JSON.stringify(plan, null, 2));
    for (const command of ["validate", "estimate"]) {
      const { code, out, err } = await flopsheet([command, name]);
      expect([code, out]).toEqual([2, ""]);
      expect(err).toMatch(/^faulty\.json: \d+ faults\n/);
      for (const words of [
        "tilte",
        'experiments[2].sweeps[0].axes["model.heads"][3]',
        "quotes[0]",
        "variables.pointsPerLine",
      ]) {
        expect(err).toContain(words);
      }
      expect(err).toMatch(/line \d+, column \d+/);
      expect(err).not.toMatch(/\n {4}at /);
    }
  });
});

describe("import sweep", () => {
  const sweep = "method: random\nparameters:\n  lr: {distribution: log_uniform_values, min: 1e-5, max: 0.1}\n";

  test("from a file or standard input, as text or as JSON", async () => {
    const name = await file("sweep.yaml", sweep);
    const json = await flopsheet(["import", "sweep", name, "--json"]);
    expect(json).toMatchObject({ code: 0, err: "" });
    expect(JSON.parse(json.out)).toEqual({
      format: "wandb",
      method: "random",
      runs: null,
      axes: [
        {
          name: "lr",
          kind: "range",
          drawn: true,
          low: 1e-5,
          high: 0.1,
          step: null,
          scale: "log",
          whole: false,
          normal: null,
        },
      ],
      needs: [
        {
          what: "cap",
          why: "A random sweep of W&B goes on until somebody stops it, and the file has no run_cap",
          axis: null,
          at: { line: 1, column: 9 },
        },
      ],
      warnings: [],
    });
    expect(await flopsheet(["import", "sweep", "-", "--json"], { input: sweep })).toEqual(json);
    expect((await flopsheet(["import", "sweep", name])).out).toContain("Runs    not known from the file\n");
  });

  test.each([
    ["sweep.yaml", "method: grid\nparameters: {lr: {min: 0.1, max: 1}}\n", "line 2, column 18"],
    ["runs.csv", "lr\n", "line 1, column 1"],
    ["job.sh", "#!/bin/sh\necho\n", "This script has no array of jobs"],
    [
      "model.bin",
      Uint8Array.of(0x89, 0x50, 0xff, 0x00),
      "A sweep file is YAML, JSON, CSV, a shell script or an Excel workbook.",
    ],
    ["large.yaml", `# ${"x".repeat(1_000_000)}\n`, "a sweep file has at most 1,000,000 bytes"],
  ])("%s with a fault: where and what, exit code 2", async (name, content, words) => {
    const { code, out, err } = await flopsheet(["import", "sweep", await file(name, content)]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain(words);
  });

  test("a workbook, from a file or standard input", async () => {
    const rows = rowsXml([
      ["lr", "width"],
      [0.1, 256],
      [0.2, 256],
    ]);
    const content = workbookOf(rows, (bytes) => new Uint8Array(deflateRawSync(bytes)));
    const named = await flopsheet(["import", "sweep", await file("runs.xlsx", content), "--json"]);
    expect(JSON.parse(named.out)).toMatchObject({ format: "runs-table", runs: 2, axes: [{ name: "lr" }] });
    expect(await flopsheet(["import", "sweep", "-", "--json"], { input: content })).toEqual(named);
  });

  test("a folder and a file that is not there", async () => {
    expect((await flopsheet(["import", "sweep", "sub"])).err).toBe("sub is a folder, not a sweep file.\n");
    expect((await flopsheet(["import", "sweep", "gone.yaml"])).err).toBe("There is no file gone.yaml.\n");
  });
});

describe("import quotes", () => {
  const head = "InstanceType,AcceleratorName,AcceleratorCount,Price,Region\n";
  const list = `${head}a_sxm5,H100,8,31.92,eu\nb,V100,1,0.5,eu\nc,,,0.1,eu\n`;

  test("tells what a catalogue offers, and takes what is said about it", async () => {
    const name = await file("nebius-vms.csv", list);
    const told = await flopsheet([
      "import",
      "quotes",
      name,
      "--json",
      "--date",
      "2026-11-22",
      "--cards",
      "V100=v100-sxm2-16",
    ]);
    expect(told).toMatchObject({ code: 0, err: "" });
    const read = JSON.parse(told.out);
    expect(Object.keys(read)).toEqual(["format", "rows", "quotes", "skipped"]);
    expect(read).toMatchObject({
      format: "skypilot",
      rows: 3,
      quotes: [
        {
          line: 2,
          title: "Nebius a_sxm5",
          price: 3.99,
          accelerator: "h100-sxm",
          quotedBy: "Nebius",
          date: "2026-11-22",
        },
        { line: 3, title: "Nebius b", price: 0.5, accelerator: "v100-sxm2-16" },
      ],
      skipped: [{ line: 4, reason: "CPU only: the row has no accelerator." }],
    });
  });

  test("reads standard input, and names nobody whom it does not know", async () => {
    const { code, out } = await flopsheet(["import", "quotes", "-"], { input: list });
    expect(code).toBe(0);
    expect(out).toContain("Provider  the file does not say");
    expect(out).toContain("V100  1 quote, not known");
  });

  test("reads a long file as a stream", async () => {
    const row = (at: number) => `i${at % 5},L4,1,0.${(at % 9) + 1},eu,${"x".repeat(200)}\n`;
    const text = `${head.replace("\n", ",Note\n")}${Array.from({ length: 20_000 }, (_, at) => row(at)).join("")}`;
    const { code, out } = await flopsheet(["import", "quotes", await file("aws-long.csv", text)]);
    expect(code).toBe(0);
    expect(out).toContain("Rows      20,000\nQuotes    45: 45 on demand");
  });

  test("saves to the library what it does not have, and only with a date", async () => {
    const data = join(folder, "data-of-quotes");
    await filledRecord(data, 1);
    const name = await file("nebius-save.csv", list);
    const save = (...more: string[]) =>
      flopsheet(["import", "quotes", name, "--save", ...more], { env: { FLOPSHEET_DATA_DIR: data } });
    expect(await save()).toMatchObject({
      code: 2,
      err: "1 quote without a date: --date YYYY-MM-DD says the day of the prices.\n",
    });
    const dated = ["--date", "2026-11-22"];
    expect(await save(...dated)).toMatchObject({
      code: 0,
      err: "Saved 1 quote to the library. 1 quote left out: the card is not known, or the library has the offer.\n",
    });
    expect(await save(...dated, "--cards", "V100=v100-sxm2-16")).toMatchObject({
      code: 0,
      err: "Saved 1 quote to the library. 1 quote left out: the card is not known, or the library has the offer.\n",
    });
    const record = await openedRecord(data);
    const kept = record.read(({ library }) => ({ ok: true, value: library.list("quote") }));
    await record.close();
    const titles = kept.ok ? kept.value.map(({ content }) => content.kind === "quote" && content.value.title) : [];
    expect(titles.toSorted()).toEqual(["Nebius a_sxm5", "Nebius b"]);
    const none = await flopsheet(["import", "quotes", name, "--save", ...dated], {
      env: { FLOPSHEET_DATA_DIR: folder },
    });
    expect(none).toMatchObject({ code: 3, err: expect.stringContaining("There is no record in") });
  });

  test("writes the template, over nothing", async () => {
    expect(await flopsheet(["import", "quotes", "own.csv", "--template"])).toMatchObject({
      code: 0,
      err: "Wrote own.csv.\n",
    });
    expect((await flopsheet(["import", "quotes", "own.csv"])).out).toContain(
      "Flopsheet’s own template\nRows      2\nQuotes    none",
    );
    const again = await flopsheet(["import", "quotes", "own.csv", "--template"]);
    expect(again).toMatchObject({ code: 2, err: "own.csv is there already; nothing was written.\n" });
    expect((await flopsheet(["import", "quotes", "-", "--template"])).out).toBe(
      await readFile(join(folder, "own.csv"), "utf8"),
    );
  });

  test.each([
    ["no-file.csv", "There is no file no-file.csv."],
    ["sub", "sub is a folder, not a price list."],
  ])("%s is bad input", async (name, message) => {
    expect(await flopsheet(["import", "quotes", name])).toEqual({ code: 2, out: "", err: `${message}\n` });
  });

  test("refuses what is no price list, with the line and what is allowed", async () => {
    const latin1 = Uint8Array.from("GPU;Provider;Price\nH100;Zürich;2,5\n", (letter) => letter.charCodeAt(0));
    const { code, out, err } = await flopsheet(["import", "quotes", await file("latin1.csv", latin1)]);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toContain("Line 2 is not in UTF-8; it may be in Latin-1 or Windows-1252");
    expect(err).toContain("do       In a spreadsheet, save it as “CSV UTF-8”");
  });
});

describe("storage and data transfer", () => {
  const offers = `title,quotedBy,accelerator,price,currency,date,cardsAvailable,storagePerTBMonth,egressPerTB
Fjord,Fjord,h100-sxm,2.35,USD,2026-11-03,1024,20,45.5
Pod,Pod,h100-sxm,2.05,USD,2026-11-12,1024,,
`;

  async function planWithStorage(): Promise<string> {
    const plan = JSON.parse(await readFile(golden, "utf8"));
    plan.storage = { keptCheckpoints: 0, dataTB: 12, months: 18, egressTB: 4 };
    Object.assign(plan.quotes[0], { storagePerTBMonth: 20, egressPerTB: 45.5 });
    plan.budget = { layout: "nsf", months: 36, computeLines: { shares: [0.5, 0.3, 0.2] } };
    return file("stored.json", JSON.stringify(plan));
  }

  test("are in the comparison where a quote prices them, and unknown where it does not", async () => {
    const [plan, list] = [await planWithStorage(), await file("offers.csv", offers)];
    const { code, out, err } = await flopsheet(["compare", plan, "--quotes", list, "--json"]);
    expect([code, err]).toEqual([0, ""]);
    const { quotes } = JSON.parse(out) as { quotes: { title: string; parts: Record<string, number | null> }[] };
    expect(quotes.map(({ title, parts: { storage, egress } }) => [title, storage, egress])).toEqual([
      // 12 TB × 18 months × 20, and 4 TB × 45.50.
      ["Fjord", 4_320, 182],
      ["Pod", null, null],
    ]);
    expect((await flopsheet(["compare", plan, "--quotes", list])).out).toMatch(
      /4,502\b[\s\S]*not stated|not stated[\s\S]*4,502\b/,
    );
  });

  test("are lines of the budget, by grant year", async () => {
    const { code } = await flopsheet([
      "sheet",
      await planWithStorage(),
      "--csv",
      "stored.csv",
      "--json",
      "stored-sheet.json",
    ]);
    expect(code).toBe(0);
    const lines = (await readFile(join(folder, "stored.csv"), "utf8")).split(/\r?\n/);
    expect(lines.find((line) => line.startsWith("Storage,"))).toMatch(/^Storage,G4,2160,1296,864,4320,/);
    expect(lines.find((line) => line.startsWith("Data transfer,"))).toMatch(/^Data transfer,G4,91,54,37,182,/);
    const sheet = JSON.parse(await readFile(join(folder, "stored-sheet.json"), "utf8")) as {
      sections: { id: string; table?: { rows: { cells: { value: number | null }[] }[] } }[];
    };
    const rows = sheet.sections.find(({ id }) => id === "budget-lines")?.table?.rows ?? [];
    expect(rows.map(({ cells }) => cells.at(-1)?.value)).toEqual(expect.arrayContaining([4_320, 182]));
  });
});

describe("what is no plan", () => {
  const bomb = `a: &a [x,x,x,x,x,x,x,x,x]\n${[..."bcdefghi"].map((name, index) => `${name}: &${name} [${Array(9).fill(`*${"abcdefgh"[index]}`)}]`).join("\n")}\n`;

  test.each([
    ["a binary file", Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0xff, 0x00), "is not a text file in UTF-8"],
    ["a file over 1 MB", `# ${"x".repeat(1_000_000)}\n`, "a plan has at most 1,000,000 bytes"],
    ["an empty file", "", "there is no plan"],
    ["a text that is neither JSON nor YAML", "{]", "line 1"],
    ["duplicate keys", '{"flopsheet": 1, "flopsheet": 1}', "flopsheet"],
    ["a number beyond every number", '{"flopsheet": 1e400}', "flopsheet"],
    ["a number that is none", "flopsheet: .nan\n", "flopsheet"],
    ["a version to come", '{"flopsheet": 2}', "flopsheet"],
    ["aliases by the million", bomb, "alias"],
    ["a list", "[]", ""],
  ])("%s: a message, exit code 2, no stack", async (_, content, words) => {
    const name = await file("given", content);
    for (const ended of [await flopsheet(["validate", name]), await flopsheet(["validate", "-"], { input: content })]) {
      expect([ended.code, ended.out]).toEqual([2, ""]);
      expect(ended.err.toLowerCase()).toContain(words.toLowerCase());
      expect(ended.err).not.toMatch(/\n {4}at |defect/);
    }
  });

  test("no file, a folder, a file taken for a folder", async () => {
    await file("plain", "x");
    expect(await flopsheet(["estimate", "gone.json"])).toEqual({
      code: 2,
      out: "",
      err: "There is no file gone.json.\n",
    });
    expect(await flopsheet(["estimate", "sub"])).toEqual({
      code: 2,
      out: "",
      err: "sub is a folder, not a plan file.\n",
    });
    expect(await flopsheet(["estimate", "plain/plan"])).toMatchObject({ code: 2 });
  });

  test("a name that would move the cursor is printed, not obeyed", async () => {
    const { err } = await flopsheet(["estimate", "\u001b[2Jgone.json"]);
    expect(err).toBe("There is no file  [2Jgone.json.\n");
  });
});

describe("sheet", () => {
  test("a workbook and LaTeX at once, the same bytes each time", async () => {
    for (const name of ["one", "two"]) {
      const { code, err } = await flopsheet(["sheet", golden, "--xlsx", `${name}.xlsx`, "--tex", `${name}.tex`]);
      expect(code).toBe(0);
      expect(err).toMatch(/^Wrote \w+\.xlsx: [\d,]+ bytes\.\nWrote \w+\.tex: [\d,]+ bytes\.\n$/);
    }
    const [one, two] = await Promise.all(["one", "two"].map((name) => readFile(join(folder, `${name}.xlsx`))));
    expect(one?.subarray(0, 2).toString()).toBe("PK");
    expect(one && two && one.equals(two)).toBe(true);
    expect(await readFile(join(folder, "one.tex"), "utf8")).toContain("\\textbf{12,907,461}");
  });

  test("CSV, Markdown and JSON, to files and to standard output", async () => {
    const { code, out, err } = await flopsheet([
      "sheet",
      golden,
      "--csv",
      "a.csv",
      "--md",
      "-",
      "--json",
      "sub/a.json",
    ]);
    expect(code).toBe(0);
    expect(err).toMatch(/^Wrote a\.csv: [\d,]+ bytes\.\nWrote sub\/a\.json: [\d,]+ bytes\.\n$/);
    expect(out).toContain("# Scaling Exponents Across Parameterizations and Optimizers");
    expect(await readFile(join(folder, "a.csv"), "utf8")).toContain("12907461.1");
    expect(JSON.parse(await readFile(join(folder, "sub", "a.json"), "utf8"))).toMatchObject({ sheetVersion: 1 });
  });

  test.each([
    ["a4", 595, 842],
    ["letter", 612, 792],
  ])(
    "a PDF on %s",
    async (paper, width, height) => {
      const { code, out, err } = await flopsheet(["sheet", golden, "--pdf", `${paper}.pdf`, "--paper", paper]);
      expect([code, out]).toEqual([0, ""]);
      const pages = Number(/^Wrote \w+\.pdf: (\d+) pages?\.\n$/.exec(err)?.[1]);
      const data = new Uint8Array(await readFile(join(folder, `${paper}.pdf`)));
      const document = await getDocument({ data }).promise;
      expect(document.numPages).toBe(pages);
      const first = await document.getPage(1);
      expect(first.view.map(Math.round)).toEqual([0, 0, width, height]);
      const { items } = await first.getTextContent();
      expect(items.map((item) => ("str" in item ? item.str : "")).join(" ")).toContain("12,907,461");
      await document.loadingTask.destroy();
    },
    60_000,
  );

  test("without a Chromium: exit code 3, CHROMIUM_PATH named, nothing written", async () => {
    const env = { CHROMIUM_PATH: "/nowhere/chromium" };
    const { code, out, err } = await flopsheet(["sheet", golden, "--pdf", "none.pdf", "--csv", "none.csv"], { env });
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/^CHROMIUM_PATH names no program that can be run: \/nowhere\/chromium\. .*\n$/);
    expect((await readdir(folder)).filter((name) => name.startsWith("none"))).toEqual([]);
  });

  test.each([
    ["gone/a.csv", "gone/a.csv cannot be written: its folder does not exist."],
    ["sub", "sub is a folder, not a file."],
    ["/dev/null", "/dev/null is a device or a pipe, not a file."],
  ])("--csv %s is bad input", async (path, message) => {
    expect(await flopsheet(["sheet", golden, "--csv", path])).toEqual({ code: 2, out: "", err: `${message}\n` });
  });

  test.runIf(process.platform === "linux")("a place that takes no files: exit code 3", async () => {
    const { code, out, err } = await flopsheet(["sheet", golden, "--csv", "/sys/flopsheet.csv"]);
    expect([code, out]).toEqual([3, ""]);
    expect(err).toMatch(/^\/sys\/flopsheet\.csv cannot be written: .*\n$/);
  });
});

describe("record", () => {
  let data: string;
  let env: NodeJS.ProcessEnv;

  beforeEach(async () => {
    data = await mkdtemp(join(folder, "data-"));
    env = { FLOPSHEET_DATA_DIR: data };
  });

  const record = (...args: readonly string[]) => flopsheet(["record", ...args], { env });

  test("where there is none, none is made", async () => {
    for (const command of [["info"], ["backup"], ["export", "out.sqlite"]]) {
      expect(await record(...command)).toEqual({
        code: 3,
        out: "",
        err: `There is no record in ${data} yet: the app makes one when it starts.\n`,
      });
    }
    expect(await readdir(data)).toEqual([]);
  });

  test("is told of, exported, and imported into a fresh folder", async () => {
    const ids = await filledRecord(data, 2);
    const told = await record("info");
    expect(told).toMatchObject({ code: 0, err: "" });
    expect(told.out).toMatch(
      /^File +.*record\.sqlite, [\d,]+ bytes\nContents +2 projects, 4 revisions, 0 sheets\nBackups +\n/,
    );
    expect(JSON.parse((await record("info", "--json")).out)).toMatchObject({ projects: 2, closed: null });
    expect(await record("export", "everything.sqlite")).toMatchObject({ code: 0, out: "" });
    expect((await stat(join(folder, "everything.sqlite"))).mode & 0o777).toBe(0o600);

    const fresh = await mkdtemp(join(folder, "fresh-"));
    const imported = await flopsheet(["record", "import", "everything.sqlite"], { env: { FLOPSHEET_DATA_DIR: fresh } });
    expect(imported).toEqual({ code: 0, out: "", err: "Imported everything.sqlite: 2 projects.\n" });
    const opened = await openedRecord(fresh);
    for (const id of ids) {
      expect(opened.read(({ projects }) => projects.read(id, 1))).toMatchObject({
        value: { revision: { text: `first of ${id}\n`.repeat(300) } },
      });
    }
    await opened.close();
    expect((await readdir(fresh)).sort()).toEqual(["backups", "record.lock", "record.sqlite"]);
  });

  test("that the app has open is left to it: exit code 4, and who has it", async () => {
    await filledRecord(data, 1);
    const open = await openedRecord(data);
    for (const command of [["info"], ["backup"], ["export", "out.sqlite"], ["import", golden]]) {
      const { code, err } = await record(...command);
      expect(code).toBe(4);
      expect(err).toMatch(
        new RegExp(`^The record is open in another Flopsheet \\(process ${process.pid} on .*\\)\\.\n$`),
      );
    }
    expect(open.read(({ projects }) => ({ ok: true, value: projects.list(false).length }))).toEqual({
      ok: true,
      value: 1,
    });
    await open.close();
  });

  test("is not exported over itself, nor where there is no folder, nor imported from what is none", async () => {
    await filledRecord(data, 1);
    const own = join(data, "record.sqlite");
    const hash = hashOf(own);
    const wrong = [
      [["export", own], `${own} is the record itself.`],
      [["import", own], `${own} is the record itself.`],
      [["import", "gone.sqlite"], "There is no file gone.sqlite."],
      [["import", "sub"], "sub is a folder, not a file."],
      [["import", golden], "The file is not a SQLite database, or its beginning was overwritten."],
    ] as const;
    for (const [command, message] of wrong) {
      expect(await record(...command)).toEqual({ code: 2, out: "", err: `${message}\n` });
    }
    expect(await record("export", "sub")).toMatchObject({ code: 2, err: "sub is a folder, not a file.\n" });
    expect(await record("export", "nowhere/out.sqlite")).toMatchObject({
      ...{ code: 2, err: "nowhere/out.sqlite cannot be written: its folder does not exist.\n" },
    });
    expect(hashOf(own)).toBe(hash);
    expect((await readdir(folder)).filter((name) => name.endsWith(".tmp"))).toEqual([]);

    await file("killed.sqlite", "");
    await file("killed.sqlite-wal", "log");
    expect(await record("import", "killed.sqlite")).toMatchObject({
      code: 2,
      err: expect.stringContaining("a log beside it"),
    });
  });

  test("that is damaged says so, with exit code 3, and gives way to a backup", async () => {
    await filledRecord(data, 2);
    await record("export", "good.sqlite");
    await writeFile(join(data, "record.sqlite"), "x");
    for (const command of [["info"], ["backup"], ["export", "out.sqlite"]]) {
      const damaged = { code: 3, err: expect.stringContaining("The record is damaged.") };
      expect(await record(...command)).toMatchObject(damaged);
    }
    expect(await record("import", "good.sqlite")).toMatchObject({
      code: 0,
      err: "Imported good.sqlite: 2 projects.\n",
    });
    const [aside = ""] = await readdir(join(data, "damaged"));
    expect(await readFile(join(data, "damaged", aside, "record.sqlite"), "utf8")).toBe("x");
  });
});

/** Every command, as data. What a command does lies in commands/, and is read only when it is run. */
import type { Command } from "../backend/terminal/command.ts";
import { serveCommand } from "../backend/terminal/serve-command.ts";

const plan = { name: "PLAN", description: "A plan document, JSON or YAML; - reads standard input." } as const;

export const estimateCommand = {
  name: "estimate",
  summary: "Print what a plan costs.",
  description:
    "Computes FLOP, card-hours, wall-clock, cost, energy and their ranges, and prints them as tables, or as JSON for a program to read.",
  operand: plan,
  options: {
    json: { value: null, description: "Print JSON (schemaVersion 1) with every figure unrounded." },
  },
} as const satisfies Command;

export const sheetCommand = {
  name: "sheet",
  summary: "Write the budget sheet of a plan.",
  description:
    "Writes the budget sheet of a plan to the files that you name, at least one. A file is written whole or not at all. OUT may be - for standard output, but not for a PDF or a workbook.",
  operand: plan,
  options: {
    pdf: { value: "OUT", description: "The sheet for paper; needs a Chromium or Chrome on this machine." },
    xlsx: { value: "OUT", description: "An Excel workbook: a worksheet a table, totals as formulas." },
    csv: { value: "OUT", description: "Its tables as text, with every number in full." },
    md: { value: "OUT", description: "Its text and tables in Markdown." },
    tex: { value: "OUT", description: "Its text and tables in LaTeX, with booktabs." },
    json: { value: "OUT", description: "The sheet as data." },
    paper: { value: "a4|letter", description: "The PDF's paper; a4 when not given." },
  },
} as const satisfies Command;

const json = { value: null, description: "Print JSON (schemaVersion 1) with every figure unrounded." } as const;

export const diffCommand = {
  name: "diff",
  summary: "Say by how much two plans differ, and through which change.",
  description:
    "Compares two plans, or two versions of one: every change with what it does to the total in turn and alone, what they do together, and every line that differs.",
  operand: { name: "OLD", description: "The earlier plan; - reads standard input." },
  second: { name: "NEW", description: "The later plan." },
  options: { json },
} as const satisfies Command;

export const fitCommand = {
  name: "fit",
  summary: "Say what a plan can do without to stay under a sum.",
  description:
    "Ranks the experiments, values, seeds and repeats of a plan by what each saves, proposes as few cuts as reach the ceiling, says how likely the plan then stays under it, and what the study is at 30 and at 10 % of its cost. The plan itself is not changed.",
  operand: plan,
  options: {
    ceiling: {
      value: "SUM",
      description:
        "Of computing alone, in the plan's currency; what the plan's own ceiling leaves for it when not given.",
    },
    json,
  },
} as const satisfies Command;

export const redTeamCommand = {
  name: "red-team",
  summary: "Say what a reader of a plan may object to.",
  description:
    "The five assumptions that move the total most: the likely objection, the total at either end, who says so, and a paragraph for the justification, made of what the plan states.",
  operand: plan,
  options: { json },
} as const satisfies Command;

export const scheduleCommand = {
  name: "schedule",
  summary: "Say how long a plan really takes on clusters.",
  description:
    "Schedules every run of a plan on clusters of several sizes and prints three times for each: ideal, scheduled, and with failures; what is in use, what binds, which runs cannot run and how large a cluster they need.",
  operand: plan,
  options: {
    cards: {
      value: "N,N,…",
      description: "Sizes of clusters of the plan's card; the plan's own clusters when not given.",
    },
    policy: {
      value: "shortest|priority|sequence",
      description:
        "Whatever ends soonest, experiments by their order, or one after another; the plan's own when not given.",
    },
    json: {
      value: null,
      description:
        "Print JSON, with every figure unrounded; null is a time that there is none of: not every run can run, or with failures the work never ends.",
    },
  },
} as const satisfies Command;

export const compareCommand = {
  name: "compare",
  summary: "Price a plan at many quotes, side by side.",
  description:
    "Prints what a plan costs and how long it takes at every quote: work, what is paid for and not used, work lost to interruptions, storage, and which offers are worth considering. Times are scheduled on the cards that each quote has.",
  operand: plan,
  options: {
    quotes: {
      value: "FILE",
      description:
        "Quotes to compare, YAML or JSON as in a plan, or a price list as .csv; the plan's own when not given.",
    },
    cards: {
      value: "N",
      description:
        "Cards where a quote does not say how many it has; those of the plan's first cluster that takes every run when not given.",
    },
    json: { value: null, description: "Print JSON (schemaVersion 1) with every figure unrounded." },
  },
} as const satisfies Command;

export const validateCommand = {
  name: "validate",
  summary: "Check a plan and list everything that is wrong with it.",
  description:
    "Reads a plan as the other commands do and says that it is valid, or lists every fault with its place, its value and what is allowed there.",
  operand: plan,
  options: {},
} as const satisfies Command;

export const importSweepCommand = {
  name: "import sweep",
  summary: "Say what a sweep file runs over, and how often.",
  description:
    "Reads a W&B sweep, a Hydra multirun (with Optuna, Ax and Nevergrad), a search space of Optuna or Ray Tune, a table of runs as CSV or in an Excel workbook, or the array of a Slurm script. Prints its parameters, the number of runs where it can be counted, and what the file leaves open.",
  operand: { name: "FILE", description: "The sweep file; - reads standard input." },
  options: {
    json: { value: null, description: "Print JSON: format, method, runs, axes, needs, warnings." },
  },
} as const satisfies Command;

export const importQuotesCommand = {
  name: "import quotes",
  summary: "Say what a price list offers, and what was skipped and why.",
  description:
    "Reads a catalogue of SkyPilot or of dstack's gpuhunt, Flopsheet's own template, or a table with prices and cards, as CSV or parted by tabs, of at most 1 GB. Prices of instances become prices of a card-hour. What is not known is skipped with its line and the reason.",
  operand: { name: "FILE", description: "The price list; - reads standard input." },
  options: {
    format: { value: "F", description: "skypilot, gpuhunt, flopsheet or spreadsheet; found out when not given." },
    provider: { value: "NAME", description: "Who offers it; by the file's name when not given." },
    date: { value: "D", description: "The day of the prices, as YYYY-MM-DD." },
    currency: { value: "C", description: "Of prices that state none; USD when not given." },
    decimals: { value: "M", description: "point or comma; found out when not given." },
    cards: { value: "LIST", description: 'Which cards are meant, as "H100=h100-sxm; V100=v100-sxm2-16".' },
    save: { value: null, description: "Put the quotes into the app's library, all or none; it must not be running." },
    template: { value: null, description: "Write the template to FILE and read nothing." },
    json: { value: null, description: "Print JSON: format, rows, quotes, skipped." },
  },
} as const satisfies Command;

export const modelCommand = {
  name: "model",
  summary: "Count the parameters and FLOP of a model from its config.json.",
  description:
    "Reads the configuration file of a model as Hugging Face has it, counts its parameters exactly and its training FLOP a token by every convention, and lists what the file left open.",
  operand: { name: "CONFIG", description: "A model's config.json; - reads standard input." },
  options: {
    context: { value: "N", description: "Tokens of a sequence; the file's own longest when not given." },
    json: { value: null, description: "Print JSON, with every figure unrounded." },
  },
} as const satisfies Command;

export const recordInfoCommand = {
  name: "record info",
  summary: "Say where the record lies, what is in it, and its backups.",
  description:
    "The record is the file that the app keeps projects, library and sheets in. Says where it lies, how large it is, what it holds and which backups there are; or, when it cannot be opened, why.",
  operand: null,
  options: { json: { value: null, description: "Print JSON, as the app's own record.info." } },
} as const satisfies Command;

export const recordBackupCommand = {
  name: "record backup",
  summary: "Take a backup of the record now.",
  description:
    "Writes a backup beside the record and reads it through. Backups that were asked for are never thrown away. The app must not be running.",
  operand: null,
  options: {},
} as const satisfies Command;

export const recordExportCommand = {
  name: "record export",
  summary: "Write the whole record to a file, for another machine.",
  description:
    "Writes projects with every revision, library, saved sheets and settings to one file, whole or not at all. The app must not be running.",
  operand: { name: "FILE", description: "The file to write." },
  options: {},
} as const satisfies Command;

export const recordImportCommand = {
  name: "record import",
  summary: "Put an exported record in the present one's place.",
  description:
    "Checks the file, takes a backup of the present record, and puts the file in its place in one step. The app must not be running.",
  operand: { name: "FILE", description: "A record that was exported, or a backup of one." },
  options: {},
} as const satisfies Command;

export const commands: readonly Command[] = [
  estimateCommand,
  sheetCommand,
  diffCommand,
  fitCommand,
  redTeamCommand,
  scheduleCommand,
  compareCommand,
  validateCommand,
  modelCommand,
  importSweepCommand,
  importQuotesCommand,
  serveCommand,
  recordInfoCommand,
  recordBackupCommand,
  recordExportCommand,
  recordImportCommand,
];

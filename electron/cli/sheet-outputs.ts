import { realpath } from "node:fs/promises";
import { resolve } from "node:path";
import type { Paper } from "../../shared/contract/methods.ts";
import { err, ok, type Result } from "../../shared/lib/result.ts";
import { usageOf } from "../backend/terminal/command.ts";
import type { Arguments } from "../backend/terminal/read-arguments.ts";
import { sheetCommand } from "./command-list.ts";

const kinds = ["pdf", "xlsx", "csv", "md", "tex", "json"] as const;

export interface Output {
  readonly kind: (typeof kinds)[number];
  /** As typed; `-` is standard output. */
  readonly path: string;
}

export interface Outputs {
  readonly outputs: readonly Output[];
  readonly paper: Paper;
}

/** Where the sheet goes, or why that cannot be meant: a sentence. */
export async function readOutputs(
  operand: string,
  options: Arguments<typeof sheetCommand.options>["options"],
): Promise<Result<Outputs, string>> {
  const outputs = kinds.flatMap((kind): Output[] => {
    const path = options[kind];
    return path === undefined ? [] : [{ kind, path }];
  });
  if (outputs.length === 0) {
    const known = kinds.map((kind) => `--${kind} OUT`);
    const message = `sheet needs at least one of ${known.slice(0, -1).join(", ")} and ${known.at(-1)}.`;
    return err(`${message}\nUsage: ${usageOf(sheetCommand)}`);
  }
  const empty = outputs.find(({ path }) => path === "");
  if (empty !== undefined) return err(`--${empty.kind} needs the name of a file.`);
  const { pdf, xlsx, paper = "a4" } = options;
  if (paper !== "a4" && paper !== "letter") return err(`--paper ${paper}: the paper is a4 or letter.`);
  if (pdf === "-") return err("--pdf -: a PDF is not for a terminal; name a file.");
  if (xlsx === "-") return err("--xlsx -: a workbook is not for a terminal; name a file.");

  const places = await Promise.all(outputs.map(({ path }) => placeOf(path)));
  const twice = outputs.find((_, index) => places.indexOf(places[index] ?? "") !== index);
  if (twice !== undefined) return err(`--${twice.kind} ${twice.path}: another option writes there already.`);
  const plan = operand === "-" ? null : await placeOf(operand);
  const overPlan = outputs.find(({ path }, index) => path !== "-" && places[index] === plan);
  if (overPlan !== undefined) return err(`--${overPlan.kind} ${overPlan.path}: that is the plan itself.`);
  return ok({ outputs, paper });
}

/** What tells whether two paths are one file: the real path of what is there, else the path that will be. */
async function placeOf(path: string): Promise<string> {
  if (path === "-") return path;
  try {
    return await realpath(path);
  } catch {
    return resolve(path);
  }
}

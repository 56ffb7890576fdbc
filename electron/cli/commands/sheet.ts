import { sheetToCsv } from "../../../shared/formats/csv/sheet-to-csv.ts";
import { sheetToLatex } from "../../../shared/formats/latex/sheet-to-latex.ts";
import { sheetToMarkdown } from "../../../shared/formats/markdown/sheet-to-markdown.ts";
import { sheetToJson } from "../../../shared/formats/sheet-json/sheet-to-json.ts";
import { sheetToXlsx } from "../../../shared/formats/xlsx/sheet-to-xlsx.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { buildSheet } from "../../../shared/sheet/build-sheet.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { sentence } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import type { FileFault } from "../../backend/files/file-fault.ts";
import { writeAtomic } from "../../backend/files/write-atomic.ts";
import { type ExitCode, exitCodes } from "../../backend/terminal/exit-codes.ts";
import type { Arguments } from "../../backend/terminal/read-arguments.ts";
import type { Terminal } from "../../backend/terminal/terminal.ts";
import type { sheetCommand } from "../command-list.ts";
import { wholeSheetInputOf } from "../figures.ts";
import { readPlanInput } from "../plan-input.ts";
import { printToPdf } from "../print-to-pdf.ts";
import { type Output, readOutputs } from "../sheet-outputs.ts";

interface Written {
  readonly output: Output;
  readonly content: string | Uint8Array;
  /** "2 pages", for the message. */
  readonly size: string;
}

const writers: Readonly<Record<Exclude<Output["kind"], "pdf">, (sheet: Sheet) => string | Uint8Array>> = {
  xlsx: sheetToXlsx,
  csv: sheetToCsv,
  md: sheetToMarkdown,
  tex: sheetToLatex,
  json: sheetToJson,
};

/** `flopsheet sheet PLAN --pdf OUT …`. Everything is made before anything is written. */
export async function runSheet(
  terminal: Terminal,
  { operand, options }: Arguments<typeof sheetCommand.options>,
): Promise<ExitCode> {
  const outputs = await readOutputs(operand, options);
  if (!outputs.ok) {
    terminal.complain(outputs.error);
    return exitCodes.badInput;
  }
  const input = await readPlanInput(terminal, operand);
  if (input === null) return exitCodes.badInput;
  const sheet = buildSheet(wholeSheetInputOf(input));

  const all: Written[] = [];
  for (const output of outputs.value.outputs) {
    if (output.kind === "pdf") {
      const printed = await printToPdf({ sheet, paper: outputs.value.paper, locale: "en" });
      if (!printed.ok) {
        terminal.complain(printed.error.message);
        return printed.error.code === "noChromium" ? exitCodes.missing : exitCodes.defect;
      }
      const { pdf, pages } = printed.value;
      all.push({ output, content: pdf, size: `${counted(pages, "page")}${overMost(pages, input.resolved)}` });
    } else {
      const content = writers[output.kind](sheet);
      all.push({ output, content, size: `${exact(Buffer.byteLength(content))} bytes` });
    }
  }

  for (const { output, content, size } of all) {
    if (output.path === "-") {
      terminal.write(String(content));
    } else {
      const written = await writeAtomic(output.path, content);
      if (!written.ok) return complainOf(terminal, written.error);
      terminal.complain(`Wrote ${output.path}: ${size}.`);
    }
  }
  return exitCodes.done;
}

/** A request of a few pages that has more, though it has been condensed, is for its author to shorten. */
function overMost(pages: number, { budget }: ResolvedPlan): string {
  const most = budget?.layout.asks === "credits" ? budget.layout.mostPages : null;
  if (most == null || pages <= most.value) return "";
  return `. ${sentence(most.text)} Shorten its texts, or have fewer clusters and quotes in it`;
}

/** A wrong path is the person's; a full disk or a locked folder is the machine's. */
function complainOf(terminal: Terminal, { code, message }: FileFault): ExitCode {
  terminal.complain(message);
  const wrongPath = code === "notFound" || code === "isDirectory" || code === "notRegular";
  return wrongPath ? exitCodes.badInput : exitCodes.missing;
}

import { createHash } from "node:crypto";
import type { SavedSheetRow } from "../../../shared/contract/methods/sheets.ts";
import { MAX_BASE64_CHARACTERS, type MethodInput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { canonicalJson } from "../../../shared/lib/canonical-json.ts";
import { ok } from "../../../shared/lib/result.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { withImprint, withoutImprint } from "../../../shared/sheet/imprint.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { catalogue } from "../catalogue.ts";
import type { Printer } from "../printing/printer.ts";
import type { HostRecord } from "../record/record.ts";
import { toBase64 } from "./base64.ts";
import type { Group } from "./group.ts";

type Saving = MethodInput<"sheets.save">;

/** The most bytes of a PDF that can be handed over again. */
const MOST_PDF_BYTES = (MAX_BASE64_CHARACTERS / 4) * 3;

export function sheetHandlers(record: HostRecord, printer: Printer): Group<"sheets"> {
  /** One sheet is finished after the other, so that the number that is printed is the one that is kept. */
  let turn: Promise<unknown> = Promise.resolve();

  async function save(saving: Saving): Promise<Reply<SavedSheetRow>> {
    const { id, projectId, revision, figures, paper, locale } = saving;
    const found = record.read<Begun>(({ projects, sheets }) => {
      const saved = sheets.byId(id);
      if (saved !== undefined) return savedAlready(saved, projectId);
      const read = projects.read(projectId, revision);
      if (!read.ok) return read;
      return ok({ text: read.value.revision.text, number: sheets.nextNumber(projectId) });
    });
    if (!found.ok) return found;
    if ("row" in found.value) return ok(found.value.row);
    const { text, number } = found.value;

    const plan = readPlan(text, catalogue);
    if (!plan.ok) return failure("invalidInput", `Revision ${revision} has faults, so no sheet can be made of it.`);
    const fingerprint = fingerprintOf(saving.sheet, plan.value.resolved);
    const sheet = withImprint(saving.sheet, number, fingerprint);
    const printed = await printer.print({ sheet, paper, locale });
    // Without a Chromium there is a sheet without a PDF; what merely went wrong can be tried again.
    if (!printed.ok && printed.error.code !== "noChromium") return failure("unavailable", printed.error.message);
    const pdf = printed.ok ? printed.value.pdf : printed.error.message;
    const tooLarge = typeof pdf !== "string" && pdf.byteLength > MOST_PDF_BYTES;

    return record.change(({ projects, sheets }) => {
      // While it was printed another record may have taken this one's place.
      const same = projects.read(projectId, revision);
      if (!same.ok || same.value.revision.text !== text || sheets.nextNumber(projectId) !== number) {
        return failure("conflict", "Another record was put in this one's place meanwhile. Nothing was saved.");
      }
      const { title } = sheet;
      const common = { id, projectId, number, revision, title, figures, fingerprint, paper, sheet };
      sheets.insert({
        ...common,
        plan: plan.value.resolved,
        pdf: tooLarge ? "The PDF is larger than the record keeps." : pdf,
      });
      const saved = sheets.byId(id);
      return saved === undefined ? failure("internal", "The sheet was saved and is not there.") : ok(saved.row);
    });
  }

  return {
    "sheets.save"(saving) {
      const done = turn.then(() => save(saving));
      turn = done.catch(() => {});
      return done;
    },

    "sheets.list": ({ projectId }) => record.read(({ sheets }) => ok({ sheets: sheets.list(projectId) })),

    "sheets.read": ({ projectId, number }) =>
      record.read(({ sheets }) => {
        const stored = sheets.read(projectId, number);
        if (stored === undefined) return noSheet();
        const { row, sheet, plan } = stored;
        return fingerprintOf(sheet, plan) === row.fingerprint ? ok({ row, sheet, resolved: plan }) : damaged(number);
      }),

    "sheets.pdf": ({ projectId, number }) =>
      record.read(({ sheets }) => {
        const stored = sheets.list(projectId).find((row) => row.number === number);
        if (stored === undefined) return noSheet();
        const pdf = sheets.pdf(projectId, number);
        if (pdf === undefined) return failure("notFound", stored.pdfReason ?? "This sheet was saved without a PDF.");
        if (pdf === "damaged") return damaged(number);
        return ok({ name: pdfName(stored), base64: toBase64(pdf) });
      }),
  };
}

type Begun = { readonly row: SavedSheetRow } | { readonly text: string; readonly number: number };

function savedAlready(
  saved: { readonly projectId: string; readonly row: SavedSheetRow },
  projectId: string,
): Reply<Begun> {
  if (saved.projectId === projectId) return ok({ row: saved.row });
  return failure("conflict", "Another project has a sheet of this id already.");
}

const noSheet = () => failure("notFound", "There is no such sheet in the record.");

const damaged = (number: number) =>
  failure(
    "unavailable",
    `Sheet ${number} is damaged on the disk: it is not what was saved. A backup may have it whole.`,
  );

/**
 * SHA-256, in 64 hexadecimal digits, of the canonical JSON of what a sheet says and the resolved plan that it was made of. The same for
 * a sheet with its imprint and without.
 */
export function fingerprintOf(sheet: Sheet, plan: ResolvedPlan): string {
  return createHash("sha256")
    .update(canonicalJson({ plan, sheet: withoutImprint(sheet) }))
    .digest("hex");
}

/** `scaling-exponents-sheet-3.pdf` */
function pdfName({ title, number }: SavedSheetRow): string {
  const words = title
    .normalize("NFKD")
    .toLowerCase()
    .match(/[a-z0-9]+/g) ?? ["budget"];
  return `${words.join("-").slice(0, 60).replace(/-+$/, "")}-sheet-${number}.pdf`;
}

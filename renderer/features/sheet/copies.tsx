import Button from "@mui/material/Button";
import { useState } from "react";
import type { Paper } from "../../../shared/contract/methods.ts";
import type { Sheet } from "../../../shared/sheet/sheet.ts";
import { useCommands } from "../../commands/registry.ts";
import { Download, Printer } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { client } from "../../host/client.ts";
import { saveFile } from "../../host/save-file.ts";
import { type CopyKind, copyFormats, copyKinds, copyName, copyOf, pdfCopy } from "./exports.ts";
import { NOT_YET } from "./not-yet.ts";

interface CopiesProps {
  readonly sheet: Sheet;
  /** Something that stands on it is still being worked out: nobody gets a copy of half a sheet. */
  readonly isComing: boolean;
  readonly paper: Paper;
  /** Name of the plan's file; the copies are named after it. */
  readonly planName: string;
  /** What keeps this host from making PDFs; null when nothing does, as far as is known. */
  readonly pdfReason: string | null;
  readonly onPrint: () => void;
}

/** Save a copy: PDF, the other formats, and the printer. */
export function Copies({ sheet, isComing, paper, planName, pdfReason, onPrint }: CopiesProps) {
  const [printing, setPrinting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [noCopy, setNoCopy] = useState<string | null>(null);

  const exportPdf = async () => {
    if (printing || isComing) return;
    if (pdfReason !== null) {
      setFailure(pdfReason);
      return;
    }
    setPrinting(true);
    setFailure(null);
    const answer = await pdfCopy(client, sheet, paper, navigator.language);
    setPrinting(false);
    if (answer.ok) saveFile(copyName(planName, "pdf"), answer.pdf);
    else setFailure(answer.message);
  };
  const exportCopy = async (kind: CopyKind) => {
    if (isComing) return;
    const { name, extension } = copyFormats[kind];
    setNoCopy(null);
    try {
      saveFile(copyName(planName, extension), await copyOf(sheet, kind));
    } catch {
      // The writer is a part of the program that is fetched apart; the host may have gone before.
      setNoCopy(`No ${name} copy was made: a part of the program could not be loaded. Is Flopsheet still running?`);
    }
  };

  const printPages = () => {
    if (!isComing) onPrint();
  };

  useCommands({ "sheet.pdf": () => void exportPdf(), "sheet.print": printPages });

  const title = isComing ? NOT_YET : undefined;
  return (
    <section className="copies" aria-label="Save a copy">
      <h3>Save a copy</h3>
      <Button
        variant="contained"
        color="primary"
        startIcon={<Download />}
        title={title}
        aria-busy={printing || isComing}
        aria-disabled={printing || isComing}
        onClick={() => void exportPdf()}
      >
        {isComing ? "Working out the sheet…" : printing ? "Making the PDF…" : "Export PDF"}
        {!printing && !isComing && <Kbd>Ctrl E</Kbd>}
      </Button>
      <div className="copies-texts">
        {copyKinds.map((kind) => (
          <Button key={kind} aria-disabled={isComing} title={title} onClick={() => void exportCopy(kind)}>
            {copyFormats[kind].name}
          </Button>
        ))}
      </div>
      <Button variant="text" startIcon={<Printer />} aria-disabled={isComing} title={title} onClick={printPages}>
        Print
      </Button>
      <div role="status">
        {noCopy !== null && <p className="copies-message">{noCopy}</p>}
        {failure !== null && (
          <div className="copies-message">
            <p>No PDF was made. {failure}</p>
            <p>The print dialog of this browser can save the same pages as PDF.</p>
            <p>
              <Button onClick={printPages}>Open the print dialog</Button>
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

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

interface CopiesProps {
  readonly sheet: Sheet;
  readonly paper: Paper;
  /** Name of the plan's file; the copies are named after it. */
  readonly planName: string;
  /** What keeps this host from making PDFs; null when nothing does, as far as is known. */
  readonly pdfReason: string | null;
  readonly onPrint: () => void;
}

/** Save a copy: PDF, the other formats, and the printer. */
export function Copies({ sheet, paper, planName, pdfReason, onPrint }: CopiesProps) {
  const [printing, setPrinting] = useState(false);
  const [failure, setFailure] = useState<string | null>(null);
  const [noCopy, setNoCopy] = useState<string | null>(null);

  const exportPdf = async () => {
    if (printing) return;
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
    const { name, extension } = copyFormats[kind];
    setNoCopy(null);
    try {
      saveFile(copyName(planName, extension), await copyOf(sheet, kind));
    } catch {
      // The writer is a part of the program that is fetched when it is needed; the host may be gone by then.
      setNoCopy(`No ${name} copy was made: a part of the program could not be loaded. Is Flopsheet still running?`);
    }
  };

  useCommands({ "sheet.pdf": () => void exportPdf(), "sheet.print": onPrint });

  return (
    <section className="copies" aria-label="Save a copy">
      <h3>Save a copy</h3>
      <Button
        variant="contained"
        color="primary"
        startIcon={<Download />}
        aria-busy={printing}
        aria-disabled={printing}
        onClick={() => void exportPdf()}
      >
        {printing ? "Making the PDF…" : "Export PDF"}
        {!printing && <Kbd>Ctrl E</Kbd>}
      </Button>
      <div className="copies-texts">
        {copyKinds.map((kind) => (
          <Button key={kind} onClick={() => void exportCopy(kind)}>
            {copyFormats[kind].name}
          </Button>
        ))}
      </div>
      <Button variant="text" startIcon={<Printer />} onClick={onPrint}>
        Print
      </Button>
      <div role="status">
        {noCopy !== null && <p className="copies-message">{noCopy}</p>}
        {failure !== null && (
          <div className="copies-message">
            <p>No PDF was made. {failure}</p>
            <p>The print dialog of this browser can save the same pages as PDF.</p>
            <p>
              <Button onClick={onPrint}>Open the print dialog</Button>
            </p>
          </div>
        )}
      </div>
    </section>
  );
}

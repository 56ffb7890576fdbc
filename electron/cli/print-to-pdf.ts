import type { Result } from "../../shared/lib/result.ts";
import type { PrintFault } from "../backend/printing/print-fault.ts";
import type { PrintJob } from "../backend/printing/print-jobs.ts";
import type { Pdf } from "../backend/printing/printer.ts";

/** Prints one sheet and ends the browser. All that printing needs is read only now: most commands print nothing. */
export async function printToPdf(job: PrintJob): Promise<Result<Pdf, PrintFault>> {
  const [{ createPrinter }, { loadStaticFiles }, { findInstallation }] = await Promise.all([
    import("../backend/printing/printer.ts"),
    import("../backend/http/static-files.ts"),
    import("../backend/installation.ts"),
  ]);
  const printer = createPrinter({ files: () => loadStaticFiles(findInstallation().renderer) });
  try {
    return await printer.print(job);
  } finally {
    await printer.close();
  }
}

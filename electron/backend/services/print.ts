import { MAX_BASE64_CHARACTERS, type MethodOutput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { createPrintJobs } from "../printing/print-jobs.ts";
import type { Pdf, Printer } from "../printing/printer.ts";
import { toBase64 } from "./base64.ts";
import type { Group } from "./group.ts";

export function printHandlers(printer: Printer): Group<"print"> {
  const jobs = createPrintJobs();
  const gone = () => failure("notFound", "This sheet was printed already, or has waited too long. Print it again.");

  return {
    "print.prepare": (job) => ok({ job: jobs.prepare(job) }),
    "print.take": ({ job }) => {
      const taken = jobs.take(job);
      return taken === undefined ? gone() : ok(taken);
    },
    async "print.pdf"({ job }) {
      if (!jobs.has(job)) return gone();
      const missing = await printer.unavailable();
      if (missing !== null) return failure("unavailable", missing.message);
      const taken = jobs.take(job);
      if (taken === undefined) return gone();
      const printed = await printer.print(taken);
      if (printed.ok) return pdfReply(printed.value);
      return failure(printed.error.code === "noChromium" ? "unavailable" : "internal", printed.error.message);
    },
  };
}

function pdfReply({ pdf, pages }: Pdf): Reply<MethodOutput<"print.pdf">> {
  const base64 = toBase64(pdf);
  if (base64.length > MAX_BASE64_CHARACTERS) {
    const message = `The PDF has ${exact(pdf.byteLength)} bytes, more than can be handed over here. Use the browser's print dialog.`;
    return failure("tooLarge", message);
  }
  return ok({ base64, pages, bytes: pdf.byteLength });
}

/** The contract's methods, answered. */
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import { MAX_BASE64_CHARACTERS, type MethodOutput } from "../../../shared/contract/methods.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { createPrintJobs } from "../printing/print-jobs.ts";
import type { Pdf, Printer } from "../printing/printer.ts";
import { listTemplates, readTemplate } from "../templates.ts";

/** Which host asks for the services, and what it can do by itself. */
export interface HostFacts {
  readonly host: "browser" | "electron";
  /** Whether the commands stand in a menu of the system's own. */
  readonly menu: boolean;
  /** Versions of what it runs on, by name. */
  readonly versions: Readonly<Record<string, string>>;
}

/** A host whose renderer is a browser's page. */
export const browserHost: HostFacts = { host: "browser", menu: false, versions: { Node: process.versions.node } };

export interface Services {
  readonly facts: HostFacts;
  readonly version: string;
  readonly dataDirectory: string;
  readonly printer: Printer;
}

/** Every method of the contract. */
export function createHandlers({ facts, version, dataDirectory, printer }: Services): Handlers {
  const jobs = createPrintJobs();
  const gone = () => failure("notFound", "This sheet was printed already, or has waited too long. Print it again.");

  return {
    async "app.info"() {
      const missing = await printer.unavailable();
      const capabilities = { pdf: missing === null, pdfReason: missing?.message ?? null, menu: facts.menu };
      return ok({
        name: "Flopsheet",
        version,
        host: facts.host,
        dataDirectory,
        capabilities,
        versions: { ...facts.versions },
      });
    },
    "templates.list": () => ok(listTemplates()),
    "templates.read": ({ id }) => {
      const template = readTemplate(id);
      return template === undefined ? failure("notFound", `There is no template "${id}".`) : ok(template);
    },
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
  const base64 = Buffer.from(pdf.buffer, pdf.byteOffset, pdf.byteLength).toString("base64");
  if (base64.length > MAX_BASE64_CHARACTERS) {
    const message = `The PDF has ${exact(pdf.byteLength)} bytes, more than can be handed over here. Use the browser's print dialog.`;
    return failure("tooLarge", message);
  }
  return ok({ base64, pages, bytes: pdf.byteLength });
}

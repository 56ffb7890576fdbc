/** What each method takes and gives, checked at run time on both sides. */
import { z } from "zod";
import type { Sheet } from "../sheet/sheet.ts";
import { sheetSchema } from "../sheet/sheet-schema.ts";
import { locale, nothing, paper } from "./methods/common.ts";
import { libraryMethods } from "./methods/library.ts";
import { projectMethods } from "./methods/projects.ts";
import { recordMethods } from "./methods/record.ts";
import { settingsMethods } from "./methods/settings.ts";
import { sheetMethods } from "./methods/sheets.ts";
import type { MethodName } from "./names.ts";

/** The longest base64 text that a reply carries: binary results over this are refused, not cut. */
export const MAX_BASE64_CHARACTERS = 20_000_000;

export type Paper = z.infer<typeof paper>;

/** Names a sheet that waits to be printed; as hard to guess as a key. */
const job = z.string().regex(/^[A-Za-z0-9_-]{16,64}$/, "the name of a print job");

const templateId = z
  .string()
  .max(100)
  .regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "the id of a template");

/** As the sheet's own type, which is read-only throughout. */
const sheet: z.ZodType<Sheet> = sheetSchema;

const printJob = z.strictObject({ sheet, paper, locale });

export const methods = {
  "app.info": {
    kind: "query",
    input: nothing,
    output: z.strictObject({
      name: z.string(),
      version: z.string(),
      host: z.enum(["browser", "electron"]),
      /** Where this host keeps its files; absent when it keeps none. */
      dataDirectory: z.string().exactOptional(),
      /**
       * What this host can do natively: `pdfReason` says what is missing when `pdf` is false; with `menu` the commands stand in a
       * menu of the system's own.
       */
      capabilities: z.strictObject({ pdf: z.boolean(), pdfReason: z.string().nullable(), menu: z.boolean() }),
      /** Versions of what the program runs on, by name: Node, SQLite, Electron, … */
      versions: z.record(z.string(), z.string()),
    }),
  },
  "templates.list": {
    kind: "query",
    input: nothing,
    output: z.array(z.strictObject({ id: templateId, title: z.string(), description: z.string() })),
  },
  "templates.read": {
    kind: "query",
    input: z.strictObject({ id: templateId }),
    /** `name` is a file name, `text` the plan document as its file has it. */
    output: z.strictObject({ id: templateId, name: z.string(), text: z.string() }),
  },
  /** Puts a sheet aside for the page `/print/:job`, which takes it once. */
  "print.prepare": { kind: "command", input: printJob, output: z.strictObject({ job }) },
  /** Hands a prepared sheet out, once: a second time it is `notFound`. */
  "print.take": { kind: "command", input: z.strictObject({ job }), output: printJob },
  /**
   * Prints a prepared sheet, which uses the job up. `unavailable` names CHROMIUM_PATH when no Chromium is found, and then
   * the job is still there to be taken.
   */
  "print.pdf": {
    kind: "command",
    input: z.strictObject({ job }),
    output: z.strictObject({
      base64: z.base64().max(MAX_BASE64_CHARACTERS),
      pages: z.int().min(1),
      bytes: z.int().min(1),
    }),
  },
  ...projectMethods,
  ...libraryMethods,
  ...sheetMethods,
  ...recordMethods,
  ...settingsMethods,
} as const satisfies Record<MethodName, { kind: "query" | "command"; input: z.ZodType; output: z.ZodType }>;

export type MethodInput<M extends MethodName> = z.infer<(typeof methods)[M]["input"]>;
export type MethodOutput<M extends MethodName> = z.infer<(typeof methods)[M]["output"]>;

type Schemas = {
  readonly [M in MethodName]: {
    readonly input: z.ZodType<MethodInput<M>>;
    readonly output: z.ZodType<MethodOutput<M>>;
  };
};

/** The schemas of one method, typed by its name. */
export function schemasOf<M extends MethodName>(method: M): Schemas[M] {
  const schemas: Schemas = methods;
  return schemas[method];
}

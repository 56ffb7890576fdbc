/** The record as a whole: where it lies, how it is, its backups, and getting it out and in. */
import { z } from "zod";
import { libraryQuoteSchema } from "../../money/library-quote.ts";
import { base64Part, instant, nothing, revisionNumber, shortText, uuid } from "./common.ts";
import { snapshot } from "./projects.ts";

const backup = z.strictObject({
  /** Its file's name. */
  id: z.string().regex(/^[A-Za-z0-9._-]{1,120}$/),
  takenAt: instant,
  reason: z.enum(["daily", "migration", "asked", "before-restore", "before-import"]),
  bytes: z.int().min(0),
  /** Version of the record's tables. */
  schema: z.int().min(0),
});

/** Why the record is not open. Whatever it is, the file has not been changed. */
const closed = z.discriminatedUnion("why", [
  /** Another host has it; the owner is known from an advisory file, or is not. */
  z.strictObject({
    why: z.literal("inUse"),
    owner: z.strictObject({ pid: z.int(), host: z.string(), since: instant }).nullable(),
  }),
  /** Written by a newer version of the program. */
  z.strictObject({ why: z.literal("newer"), fileSchema: z.int(), ourSchema: z.int() }),
  /** Not a record, or one that is damaged. `kept` is where the damaged file lies when it was put aside. */
  z.strictObject({
    why: z.literal("damaged"),
    what: shortText,
    kept: z.string().nullable(),
    newestGood: backup.nullable(),
  }),
  z.strictObject({ why: z.literal("readOnly"), message: shortText }),
  z.strictObject({ why: z.literal("full"), message: shortText }),
  z.strictObject({ why: z.literal("failed"), message: shortText }),
]);

const info = z.strictObject({
  /** The directory, and the record's file in it. */
  directory: z.string(),
  file: z.string(),
  /** Null while it is open. */
  closed: closed.nullable(),
  /** The following are 0 while it is closed. */
  schema: z.int().min(0),
  bytes: z.int().min(0),
  projects: z.int().min(0),
  revisions: z.int().min(0),
  sheets: z.int().min(0),
  backups: z.array(backup),
  /** Version of SQLite. */
  sqlite: z.string(),
});

export const recordMethods = {
  "record.info": { kind: "query", input: nothing, output: info },
  /** Takes a backup now. */
  "record.backup": { kind: "command", input: nothing, output: backup },
  /** Puts a backup in the record's place; the present one is backed up first, or kept aside when it is damaged. */
  "record.restore": { kind: "command", input: z.strictObject({ backup: backup.shape.id }), output: info },
  /** Begins an empty record; the damaged file is kept aside. Refused (`conflict`) while the record is open. */
  "record.startAnew": { kind: "command", input: nothing, output: info },
  /** Tries again to open a record that is closed. */
  "record.reopen": { kind: "command", input: nothing, output: info },
  /** The whole record as one file, part by part from 0; the file is made when part 0 is asked for. */
  "record.export": {
    kind: "query",
    input: z.strictObject({ export: uuid, part: z.int().min(0) }),
    output: z.strictObject({ name: z.string(), bytes: z.int(), parts: z.int().min(1), base64: base64Part }),
  },
  /** Begins an import; nothing of it is seen before it is committed. */
  "import.begin": {
    kind: "command",
    input: z.strictObject({ import: uuid, kind: z.enum(["projects", "quotes", "record"]) }),
    output: nothing,
  },
  /** Hands over the part `part` (from 0) of an import: plans to become projects, quotes of the library, or bytes of a record. A part given twice is one. */
  "import.rows": {
    kind: "command",
    input: z.strictObject({
      import: uuid,
      part: z.int().min(0),
      rows: z.union([
        z.strictObject({
          projects: z
            .array(z.strictObject({ id: uuid, snapshot }))
            .min(1)
            .max(1_000),
        }),
        z.strictObject({
          /** Rows to be made (`baseRevision` null) or changed. */
          quotes: z
            .array(z.strictObject({ id: uuid, baseRevision: revisionNumber.nullable(), value: libraryQuoteSchema }))
            .min(1)
            .max(10_000),
        }),
        z.strictObject({ base64: base64Part }),
      ]),
    }),
    output: nothing,
  },
  /** Publishes an import in one transaction. A record that was imported takes the place of the present one, which is backed up. */
  "import.commit": {
    kind: "command",
    input: z.strictObject({ import: uuid }),
    /** Projects that there are now for it; `quotes` where it was of quotes. */
    output: z.strictObject({ projects: z.int().min(0), quotes: z.int().min(0).exactOptional() }),
  },
  "import.abort": { kind: "command", input: z.strictObject({ import: uuid }), output: nothing },
} as const;

export type RecordInfo = z.infer<typeof info>;
export type RecordClosed = z.infer<typeof closed>;
export type Backup = z.infer<typeof backup>;

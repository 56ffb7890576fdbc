/** The library: quotes, clusters and accelerators that plans copy from. */
import { z } from "zod";
import { libraryClusterSchema } from "../../cluster/cluster.ts";
import { acceleratorFieldsSchema } from "../../hardware/accelerator.ts";
import { ATTACHMENT_MAX_BYTES, sha256Schema } from "../../money/attachment.ts";
import { libraryQuoteSchema } from "../../money/library-quote.ts";
import { instant, revisionNumber, shortText, uuid } from "./common.ts";

export const libraryKinds = ["quote", "cluster", "accelerator"] as const;
export const libraryKind = z.enum(libraryKinds);

/** What a row says, by its kind: the nouns' own forms. */
const content = z.discriminatedUnion("kind", [
  z.strictObject({ kind: z.literal("quote"), value: libraryQuoteSchema }),
  z.strictObject({ kind: z.literal("cluster"), value: libraryClusterSchema }),
  z.strictObject({ kind: z.literal("accelerator"), value: acceleratorFieldsSchema.omit({ from: true }) }),
]);

const row = z.strictObject({
  id: uuid,
  content,
  revision: revisionNumber,
  changedAt: instant,
  deletedAt: instant.nullable(),
  /** Projects whose newest revision copied this row. */
  usedIn: z.array(z.strictObject({ id: uuid, title: shortText })),
});

/** The most rows that one question changes. */
export const MAX_LIBRARY_CHANGES = 20_000;

const changes = z
  .array(z.strictObject({ id: uuid, baseRevision: revisionNumber.nullable(), content }))
  .max(MAX_LIBRARY_CHANGES);
const many = z.strictObject({ kind: libraryKind, ids: z.array(uuid).max(MAX_LIBRARY_CHANGES) });
const rows = z.strictObject({ rows: z.array(row) });

/** Base64 of the largest file that is kept beside a quote. */
const attachedFile = z.base64().max(Math.ceil(ATTACHMENT_MAX_BYTES / 3) * 4);

const one = z.strictObject({ kind: libraryKind, id: uuid });

export const libraryMethods = {
  "library.list": {
    kind: "query",
    input: z.strictObject({ kind: libraryKind }),
    output: rows,
  },
  /** Makes a row (`baseRevision` null) or changes it; `conflict` when it was changed meanwhile. */
  "library.save": {
    kind: "command",
    input: z.strictObject({ id: uuid, baseRevision: revisionNumber.nullable(), content }),
    output: row,
  },
  /** As `library.save`, for many rows of one kind: all of them or none. The message of a refusal names the row. */
  "library.saveMany": { kind: "command", input: z.strictObject({ rows: changes }), output: rows },
  "library.delete": { kind: "command", input: one, output: row },
  /** Takes a deletion back. */
  "library.restore": { kind: "command", input: one, output: row },
  "library.deleteMany": { kind: "command", input: many, output: rows },
  "library.restoreMany": { kind: "command", input: many, output: rows },
  /**
   * Keeps a file, which a row may then name as its attachment; `invalidInput` where the bytes are not those of `sha256`. It is dropped when
   * no row and no revision of a plan names it any more.
   */
  "library.attach": {
    kind: "command",
    input: z.strictObject({ sha256: sha256Schema, base64: attachedFile }),
    output: z.strictObject({ sha256: sha256Schema, bytes: z.int().min(1) }),
  },
  "library.attachment": {
    kind: "query",
    input: z.strictObject({ sha256: sha256Schema }),
    output: z.strictObject({ base64: attachedFile }),
  },
} as const;

export type LibraryKind = (typeof libraryKinds)[number];
export type LibraryContent = z.infer<typeof content>;
export type LibraryRow = z.infer<typeof row>;

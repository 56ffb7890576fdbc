/** The library: quotes, clusters and accelerators that plans copy from. */
import { z } from "zod";
import { libraryClusterSchema } from "../../cluster/cluster.ts";
import { acceleratorFieldsSchema } from "../../hardware/accelerator.ts";
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

const one = z.strictObject({ kind: libraryKind, id: uuid });

export const libraryMethods = {
  "library.list": {
    kind: "query",
    input: z.strictObject({ kind: libraryKind }),
    output: z.strictObject({ rows: z.array(row) }),
  },
  /** Makes a row (`baseRevision` null) or changes it; `conflict` when it was changed meanwhile. */
  "library.save": {
    kind: "command",
    input: z.strictObject({ id: uuid, baseRevision: revisionNumber.nullable(), content }),
    output: row,
  },
  "library.delete": { kind: "command", input: one, output: row },
  /** Takes a deletion back. */
  "library.restore": { kind: "command", input: one, output: row },
} as const;

export type LibraryKind = (typeof libraryKinds)[number];
export type LibraryContent = z.infer<typeof content>;
export type LibraryRow = z.infer<typeof row>;

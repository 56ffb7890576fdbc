import type { LibraryRow } from "../../../shared/contract/methods/library.ts";
import { failure, type Reply } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { ATTACHMENT_MAX_BYTES } from "../../../shared/money/attachment.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import type { HostRecord } from "../record/record.ts";
import { toBase64 } from "./base64.ts";
import type { Group } from "./group.ts";

export const libraryHandlers = (record: HostRecord): Group<"library"> => ({
  "library.list": ({ kind }) => record.read(({ library }) => ok({ rows: library.list(kind) })),
  "library.save": ({ id, baseRevision, content }) =>
    record.change(({ library }) => library.save(id, baseRevision, content)),
  "library.saveMany": ({ rows }) =>
    rows.some(({ content }) => content.kind !== rows[0]?.content.kind)
      ? failure("invalidInput", "Rows that are saved together are of one kind.")
      : record.change(({ library }) => inRows(library.saveMany(rows))),
  "library.delete": ({ kind, id }) => record.change(({ library }) => library.setDeleted(kind, id, true)),
  "library.restore": ({ kind, id }) => record.change(({ library }) => library.setDeleted(kind, id, false)),
  "library.deleteMany": ({ kind, ids }) =>
    record.change(({ library }) => inRows(library.setManyDeleted(kind, ids, true))),
  "library.restoreMany": ({ kind, ids }) =>
    record.change(({ library }) => inRows(library.setManyDeleted(kind, ids, false))),
  "library.attach"({ sha256, base64 }) {
    const content = Buffer.from(base64, "base64");
    if (content.byteLength === 0) return failure("invalidInput", "The file is empty.");
    if (content.byteLength > ATTACHMENT_MAX_BYTES) {
      return failure("tooLarge", `A file beside a quote has at most ${exact(ATTACHMENT_MAX_BYTES)} bytes.`);
    }
    return record.change(({ attachments }) => {
      const kept = attachments.put(content);
      // A refusal rolls back what was put.
      if (kept !== sha256) return failure("invalidInput", "The file came over damaged: its SHA-256 is another one.");
      return ok({ sha256, bytes: content.byteLength });
    });
  },
  "library.attachment": ({ sha256 }) =>
    record.read(({ attachments }) => {
      const content = attachments.read(sha256);
      if (content === undefined) return failure("notFound", "This file is not in the record.");
      if (content === "damaged") {
        return failure(
          "unavailable",
          "The file is damaged on the disk: it is not what was kept. A backup may have it whole.",
        );
      }
      return ok({ base64: toBase64(content) });
    }),
});

const inRows = (reply: Reply<LibraryRow[]>): Reply<{ rows: LibraryRow[] }> =>
  reply.ok ? ok({ rows: reply.value }) : reply;

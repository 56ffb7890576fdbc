import { ok } from "../../../shared/lib/result.ts";
import type { HostRecord } from "../record/record.ts";
import type { Group } from "./group.ts";

export const libraryHandlers = (record: HostRecord): Group<"library"> => ({
  "library.list": ({ kind }) => record.read(({ library }) => ok({ rows: library.list(kind) })),
  "library.save": ({ id, baseRevision, content }) =>
    record.change(({ library }) => library.save(id, baseRevision, content)),
  "library.delete": ({ kind, id }) => record.change(({ library }) => library.setDeleted(kind, id, true)),
  "library.restore": ({ kind, id }) => record.change(({ library }) => library.setDeleted(kind, id, false)),
});

import { failure } from "../../../shared/contract/reply.ts";
import { ok } from "../../../shared/lib/result.ts";
import { createArrivals } from "../record/arrivals.ts";
import type { HostRecord } from "../record/record.ts";
import type { Group } from "./group.ts";

/** Imports: of projects and quotes, staged in the record itself, and of a whole record, staged beside it. */
export function importHandlers(record: HostRecord): Group<"import"> {
  const arrivals = createArrivals(record);

  return {
    async "import.begin"({ import: id, kind }) {
      if (kind === "record") return arrivals.begin(id);
      return record.change(({ imports }) => {
        imports.begin(id, kind);
        return ok({});
      });
    },
    async "import.rows"({ import: id, part, rows }) {
      if ("base64" in rows) return arrivals.addPart(id, part, Buffer.from(rows.base64, "base64"));
      const [kind, given] =
        "quotes" in rows ? (["quotes", rows.quotes] as const) : (["projects", rows.projects] as const);
      if (arrivals.has(id)) return failure("invalidInput", `The import of a record takes bytes, not ${kind}.`);
      return record.change(({ imports }) => {
        const begun = imports.kindOf(id);
        if (begun !== undefined && begun !== kind) {
          return failure("invalidInput", `This is an import of ${begun}, and takes no ${kind}.`);
        }
        return imports.addPart(id, part, given);
      });
    },
    async "import.commit"({ import: id }) {
      if (arrivals.has(id)) return arrivals.commit(id);
      return record.change(({ imports }) => imports.commit(id));
    },
    async "import.abort"({ import: id }) {
      if (arrivals.has(id)) return arrivals.abort(id);
      return record.change(({ imports }) => {
        imports.abort(id);
        return ok({});
      });
    },
  };
}

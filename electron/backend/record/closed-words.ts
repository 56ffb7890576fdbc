import { assertNever } from "../../../shared/lib/assert-never.ts";
import type { Closed } from "./open-record.ts";

/** Why the record is closed, in one sentence for the person who wanted something of it. */
export function inWords(closed: Closed): string {
  switch (closed.why) {
    case "inUse": {
      const { owner } = closed;
      if (owner === null) return "The record is open in another Flopsheet.";
      return `The record is open in another Flopsheet (process ${owner.pid} on ${owner.host}, since ${owner.since}).`;
    }
    case "newer":
      return `The record was written by a newer version of Flopsheet (its tables have version ${closed.fileSchema}, ours ${closed.ourSchema}). It has not been touched.`;
    case "damaged":
      return `The record is damaged. ${closed.what}`;
    case "readOnly":
    case "full":
    case "failed":
      return closed.message;
    default:
      return assertNever(closed);
  }
}

/** Why the record is closed, what that means, and what can be done: for the person in front of the screen. Pure. */
import type { RecordClosed, RecordInfo } from "../../../shared/contract/methods/record.ts";

export type Remedy = "again" | "restore" | "anew";

export interface ClosedWords {
  readonly title: string;
  /** A sentence or two a paragraph. */
  readonly text: readonly string[];
  /** The first is what most people want. */
  readonly remedies: readonly Remedy[];
}

/** @param when tells a moment, given as an instant */
export function closedWords(
  closed: RecordClosed,
  { file, directory }: Pick<RecordInfo, "file" | "directory">,
  when: (instant: string) => string,
): ClosedWords {
  switch (closed.why) {
    case "inUse":
      return {
        title: "Another Flopsheet has the record open",
        text: [
          closed.owner === null
            ? `Some other process holds ${file}.`
            : `Process ${closed.owner.pid} on ${closed.owner.host} has held ${file} since ${when(closed.owner.since)}.`,
          "Only one may write it at a time. Close the other one, then try again.",
        ],
        remedies: ["again"],
      };
    case "newer":
      return {
        title: "A newer version of Flopsheet has written the record",
        text: [
          `The tables of ${file} have version ${closed.fileSchema}; this program knows them up to version ${closed.ourSchema}.`,
          "The file has not been touched and will not be. Get the newer version of Flopsheet to open it.",
        ],
        remedies: ["again"],
      };
    case "damaged":
      return {
        title: "The record is damaged",
        text: [
          `${closed.what} The file is ${file}.`,
          closed.kept === null
            ? "It stays as it is until you choose: it is then kept aside and never deleted."
            : `The damaged file is kept at ${closed.kept}.`,
          ...(closed.newestGood === null ? ["There is no good backup to open in its place."] : []),
        ],
        remedies: [...(closed.newestGood === null ? [] : (["restore"] as const)), "anew", "again"],
      };
    case "readOnly":
      return {
        title: "The record cannot be written",
        text: [
          closed.message,
          `Make ${directory} writable, or name another place with FLOPSHEET_DATA_DIR. Then try again.`,
        ],
        remedies: ["again"],
      };
    case "full":
      return {
        title: "The disk of the record is full",
        text: [closed.message, "Nothing was lost. Make room, then try again."],
        remedies: ["again"],
      };
    case "failed":
      return {
        title: "The record cannot be opened",
        text: [closed.message, `The file is ${file}. It has not been changed.`],
        remedies: ["again"],
      };
  }
}

/** What holds while the record is closed, whatever the reason. */
export const MEANWHILE =
  "Until then everything else works: plans can be opened, changed and printed, and every change is kept as a draft in this browser.";

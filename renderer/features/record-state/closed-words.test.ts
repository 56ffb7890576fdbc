import { describe, expect, it } from "vitest";
import type { RecordClosed } from "../../../shared/contract/methods/record.ts";
import { closedWords } from "./closed-words.ts";

const place = { file: "/data/record.sqlite", directory: "/data" };
const words = (closed: RecordClosed) => closedWords(closed, place, (instant) => `<${instant}>`);
const since = "2026-11-26T09:00:00.000Z";
const backup = { id: "b", takenAt: since, reason: "daily", bytes: 1, schema: 1 } as const;

describe("closedWords", () => {
  it("names the owner of a record in use, where it is known", () => {
    const known = words({ why: "inUse", owner: { pid: 4711, host: "login1", since } });
    expect(known.text[0]).toBe(`Process 4711 on login1 has held /data/record.sqlite since <${since}>.`);
    expect(words({ why: "inUse", owner: null }).text[0]).toContain("Some other process");
  });

  it("states both versions of a newer file, and offers nothing that would touch it", () => {
    const { text, remedies } = words({ why: "newer", fileSchema: 9, ourSchema: 4 });
    expect(text[0]).toContain("version 9");
    expect(text[0]).toContain("version 4");
    expect(remedies).toEqual(["again"]);
  });

  it("offers the newest good backup of a damaged record first, and says when there is none", () => {
    expect(words({ why: "damaged", what: "Cut off.", kept: null, newestGood: backup }).remedies).toEqual([
      "restore",
      "anew",
      "again",
    ]);
    const alone = words({ why: "damaged", what: "Cut off.", kept: "/data/damaged/1", newestGood: null });
    expect(alone.remedies).toEqual(["anew", "again"]);
    expect(alone.text.join(" ")).toContain("There is no good backup");
    expect(alone.text.join(" ")).toContain("/data/damaged/1");
  });

  it("says what to do about the disk", () => {
    for (const why of ["readOnly", "full", "failed"] as const) {
      const { text, remedies } = words({ why, message: "Because." });
      expect(text[0]).toBe("Because.");
      expect(remedies).toEqual(["again"]);
    }
  });
});

import { describe, expect, it } from "vitest";
import { draftWords } from "./draft-words.ts";

const now = new Date(2026, 10, 26, 15, 0).getTime();
const state = {
  id: "b0c7a2b8-3a51-4b4e-9d1a-0b6d4d3e6f10",
  text: "typed",
  saved: { revision: 7, text: "saved" },
  changedAt: new Date(2026, 10, 26, 14, 2).getTime(),
  keeping: "kept",
  keepingProblem: null,
} as const;
const words = (changes: Partial<Parameters<typeof draftWords>[0]>) => {
  const { revision, draft } = draftWords({ ...state, ...changes }, now);
  return draft === "" ? revision : `${revision}, ${draft}`;
};

describe("draftWords", () => {
  it("names the revision and when the draft was kept", () => {
    expect(words({})).toBe("revision 7, draft kept 14:02");
    expect(words({ changedAt: new Date(2026, 10, 25, 9, 47).getTime() })).toBe(
      "revision 7, draft kept yesterday, 09:47",
    );
    expect(words({ keeping: "keeping" })).toBe("revision 7, draft being kept");
  });

  it("has no draft where there is nothing to save", () => {
    expect(words({ text: "saved" })).toBe("revision 7");
    expect(words({ id: "example", saved: null, changedAt: null })).toBe("example");
  });

  it("says of a document that is in no record that it is not", () => {
    expect(words({ saved: null })).toBe("not in the record, draft kept 14:02");
    expect(words({ id: "example", saved: null })).toBe("example, draft kept 14:02");
  });

  it("never hides that a draft is not kept", () => {
    expect(words({ keeping: "failed", keepingProblem: "the disk is full", text: "saved" })).toBe(
      "revision 7, draft not kept: the disk is full",
    );
  });
});

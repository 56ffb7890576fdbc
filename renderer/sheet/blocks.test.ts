// @vitest-environment node
import { describe, expect, it } from "vitest";
import type { Section, Sheet } from "../../shared/sheet/sheet.ts";
import { blocksOf } from "./blocks.ts";

const base = { label: "", title: "", subtitle: [], outline: "" };
const table = (id: string, width: "full" | "half"): Section => ({
  ...base,
  id,
  width,
  kind: "table",
  table: { columns: [], rows: [], total: null },
  notes: [],
});
const list = (id: string): Section => ({ ...base, id, width: "half", kind: "list", marker: "number", items: [] });

const idsOf = (sections: readonly Section[]) =>
  blocksOf({ sections } as Sheet).map((block) =>
    block.kind === "opening" ? "opening" : `${block.columns}: ${block.sections.map(({ id }) => id).join(" ")}`,
  );

describe("blocksOf", () => {
  it("gives full sections a block each and neighbouring halves one together", () => {
    const sections = [
      table("a", "full"),
      table("b", "half"),
      table("c", "half"),
      table("d", "half"),
      table("e", "full"),
    ];
    expect(idsOf(sections)).toEqual(["opening", "1: a", "2: b c d", "1: e"]);
  });

  it("begins lists beside each other, below what stands above", () => {
    expect(idsOf([table("a", "half"), list("b"), list("c")])).toEqual(["opening", "2: a", "2: b c"]);
  });
});

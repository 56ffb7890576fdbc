import { describe, expect, it } from "vitest";
import { axisPaths, fieldAt, fieldNamed, fieldNames, GROUPS, groupSchemas } from "./fields.ts";

describe("fields", () => {
  it("have names that tell the group, but for the source that every group has", () => {
    const seen = new Map<string, string>();
    for (const group of GROUPS) {
      for (const name of Object.keys(groupSchemas[group].shape)) {
        if (name === "source") continue;
        expect(`${name} of ${seen.get(name) ?? group}`).toBe(`${name} of ${group}`);
        seen.set(name, group);
      }
    }
    expect([...seen.keys(), "source"].sort()).toEqual([...fieldNames].sort());
  });

  it("are found by path and by bare name", () => {
    expect(fieldAt("model.width")).toMatchObject({ group: "model", field: "width", sub: null });
    expect(fieldAt("training.tokensPerParameter.ratio")).toMatchObject({ field: "tokensPerParameter", sub: "ratio" });
    expect(fieldAt("model.source")).toBeUndefined();
    expect(fieldAt("model.constructor")).toBeUndefined();
    expect(fieldNamed("batch")?.group).toBe("training");
    expect(fieldNamed("source")?.group).toBe("model");
    expect(fieldNamed("label")).toBeUndefined();
    // A list or an object cannot stand in the list of a path axis; a row may set it.
    for (const path of ["training.tokensPerParameter", "training.documentLengths"])
      expect(fieldAt(path)).toBeUndefined();
    expect([fieldNamed("tokensPerParameter")?.group, fieldNamed("documentLengths")?.group]).toEqual([
      "training",
      "training",
    ]);
    for (const path of axisPaths) expect(fieldAt(path)?.schema.safeParse(Symbol("no value")).success).toBe(false);
  });
});

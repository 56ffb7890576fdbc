import { describe, expect, it } from "vitest";
import type { ProjectRow } from "../../../shared/contract/methods/projects.ts";
import { EXAMPLE } from "../../navigation/router.ts";
import { type Looked, type LookedDraft, listedOf } from "./listed.ts";

const project = (id: string, changes: Partial<ProjectRow> = {}): ProjectRow => ({
  id,
  title: `Project ${id}`,
  funder: null,
  figures: null,
  faults: 0,
  revision: 3,
  experiments: ["Gamma"],
  createdAt: "2026-11-01T00:00:00.000Z",
  changedAt: "2026-11-02T00:00:00.000Z",
  deletedAt: null,
  ...changes,
});

const looked = (title: string): Looked => ({ title, funder: null, figures: null, faults: 0, experiments: [] });

const draft = (id: string, saved: LookedDraft["draft"]["saved"], text = "typed"): LookedDraft => ({
  draft: { id, text, saved, changedAt: 5 },
  looked: looked(`Draft ${id}`),
});

const nothing = { projects: [], deleted: [], drafts: [], example: null };

describe("listedOf", () => {
  it("marks a project whose draft has changes, and shows it once", () => {
    const rows = listedOf({
      ...nothing,
      projects: [project("a"), project("b")],
      drafts: [draft("a", { revision: 3, text: "before" }), draft("b", { revision: 3, text: "typed" })],
    });
    expect(rows.map(({ id, kind, isChanged }) => ({ id, kind, isChanged }))).toEqual([
      { id: "a", kind: "project", isChanged: true },
      { id: "b", kind: "project", isChanged: false },
    ]);
  });

  it("gives a draft that is in no record a row of its own", () => {
    const rows = listedOf({ ...nothing, drafts: [draft("new", null)] });
    expect(rows).toMatchObject([{ id: "new", kind: "draft", title: "Draft new", revision: null, isChanged: true }]);
  });

  it("keeps a changed draft within reach when the record does not have its project, but not when that was deleted", () => {
    const changed = draft("a", { revision: 3, text: "before" });
    expect(listedOf({ ...nothing, drafts: [changed] })).toHaveLength(1);
    expect(listedOf({ ...nothing, drafts: [changed], deleted: [project("a")] })).toEqual([]);
  });

  it("shows the example first, as its draft where it was changed, even after it was put away", () => {
    const untouched = listedOf({ ...nothing, projects: [project("a")], example: looked("Example") });
    expect(untouched[0]).toMatchObject({ id: EXAMPLE, kind: "example", title: "Example", isChanged: false });
    const changed = listedOf({ ...nothing, drafts: [draft(EXAMPLE, null)] });
    expect(changed).toMatchObject([{ kind: "example", title: `Draft ${EXAMPLE}`, isChanged: true }]);
  });

  it("is searched by title, funder and experiments", () => {
    const [row] = listedOf({ ...nothing, projects: [project("a", { funder: "Call 14" })] });
    expect(row?.searched).toBe("project a\ncall 14\ngamma");
  });
});

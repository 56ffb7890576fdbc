import { ok } from "../../../shared/lib/result.ts";
import type { HostRecord } from "../record/record.ts";
import type { Group } from "./group.ts";

export const projectHandlers = (record: HostRecord): Group<"projects"> => ({
  "projects.list": ({ deleted }) => record.read(({ projects }) => ok({ projects: projects.list(deleted) })),
  "projects.create": ({ id, snapshot }) => record.change(({ projects }) => projects.create(id, snapshot)),
  "projects.save": ({ id, baseRevision, snapshot }) =>
    record.change(({ projects }) => projects.save(id, baseRevision, snapshot)),
  "projects.read": ({ id, revision }) => record.read(({ projects }) => projects.read(id, revision)),
  "projects.revisions": ({ id }) =>
    record.read(({ projects }) => {
      const revisions = projects.revisions(id);
      return revisions.ok ? ok({ revisions: revisions.value }) : revisions;
    }),
  "projects.label": ({ id, revision, label }) => record.change(({ projects }) => projects.label(id, revision, label)),
  "projects.delete": ({ id }) => record.change(({ projects }) => projects.setDeleted(id, true)),
  "projects.restore": ({ id }) => record.change(({ projects }) => projects.setDeleted(id, false)),
});

/** One list of all that can be opened: the record's projects, the drafts that are in no record, and the example. Pure. */
import type { Figures, ProjectRow } from "../../../shared/contract/methods/projects.ts";
import type { StoredDraft } from "../../drafts/database.ts";
import { EXAMPLE } from "../../navigation/router.ts";

export interface Listed {
  readonly id: string;
  /** `draft`: in this browser, in no record yet. */
  readonly kind: "project" | "draft" | "example";
  readonly title: string;
  readonly funder: string | null;
  readonly figures: Figures | null;
  readonly faults: number;
  /** Number of the newest revision; null for what is in no record. */
  readonly revision: number | null;
  /** This browser has changes that no revision has. */
  readonly isChanged: boolean;
  /** Milliseconds since 1970; null for an example that nobody has changed. */
  readonly changedAt: number | null;
  readonly isDeleted: boolean;
  /** Title, funder and experiments in small letters. */
  readonly searched: string;
}

/** What a text comes to on this page. */
export interface Looked {
  readonly title: string;
  readonly funder: string | null;
  readonly figures: Figures | null;
  readonly faults: number;
  readonly experiments: readonly string[];
}

/** A draft with what its text comes to. */
export interface LookedDraft {
  readonly draft: Pick<StoredDraft, "id" | "saved" | "text" | "changedAt">;
  readonly looked: Looked;
}

export interface Sources {
  readonly projects: readonly ProjectRow[];
  /** In the record, but deleted. */
  readonly deleted: readonly ProjectRow[];
  readonly drafts: readonly LookedDraft[];
  /** Null where it is not shown. */
  readonly example: Looked | null;
}

const hasChanges = ({ saved, text }: LookedDraft["draft"]): boolean => saved === null || saved.text !== text;

/**
 * The list, the example first. A draft of a project is the project's own row, marked; one whose project the record does not have
 * (it is closed, or it is another) has a row of its own, so that nothing typed is out of reach.
 */
export function listedOf({ projects, deleted, drafts, example }: Sources): Listed[] {
  const changed = drafts.filter(({ draft }) => hasChanges(draft));
  const changedIds = new Set(changed.map(({ draft }) => draft.id));
  const known = new Set([...projects, ...deleted].map(({ id }) => id));
  const ofExample = changed.find(({ draft }) => draft.id === EXAMPLE);
  return [
    ...(ofExample === undefined
      ? example === null
        ? []
        : [ofLooked(EXAMPLE, "example", example, null)]
      : [ofLooked(EXAMPLE, "example", ofExample.looked, ofExample.draft.changedAt)]),
    ...changed
      .filter(({ draft }) => draft.id !== EXAMPLE && !known.has(draft.id))
      .map(({ draft, looked }) => ofLooked(draft.id, "draft", looked, draft.changedAt)),
    ...projects.map((row) => ofProject(row, changedIds.has(row.id))),
  ];
}

export const deletedOf = (deleted: readonly ProjectRow[]): Listed[] => deleted.map((row) => ofProject(row, false));

function ofProject(row: ProjectRow, isChanged: boolean): Listed {
  const { id, title, funder, figures, faults, revision, changedAt, deletedAt, experiments } = row;
  return {
    id,
    kind: "project",
    title,
    funder,
    figures,
    faults,
    revision,
    isChanged,
    changedAt: Date.parse(changedAt),
    isDeleted: deletedAt !== null,
    searched: searched(title, funder, experiments),
  };
}

function ofLooked(id: string, kind: "draft" | "example", looked: Looked, changedAt: number | null): Listed {
  const { title, funder, figures, faults, experiments } = looked;
  return {
    id,
    kind,
    title,
    funder,
    figures,
    faults,
    revision: null,
    isChanged: kind === "draft" || changedAt !== null,
    changedAt,
    isDeleted: false,
    searched: searched(title, funder, experiments),
  };
}

const searched = (title: string, funder: string | null, experiments: readonly string[]): string =>
  [title, funder ?? "", ...experiments].join("\n").toLocaleLowerCase();

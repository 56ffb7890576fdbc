import type { Database } from "../database/database.ts";
import { type AttachmentStore, createAttachmentStore } from "../stores/attachments.ts";
import { createImportStore, type ImportStore } from "../stores/imports.ts";
import { createLibraryStore, type LibraryStore } from "../stores/library.ts";
import { createProjectStore, type ProjectStore } from "../stores/projects.ts";
import { createSettingsStore, type SettingsStore } from "../stores/settings.ts";
import { createSheetStore, type SheetStore } from "../stores/sheets.ts";

/** Everything that an open record holds, a store an aggregate. */
export interface Stores {
  readonly projects: ProjectStore;
  readonly library: LibraryStore;
  readonly attachments: AttachmentStore;
  readonly sheets: SheetStore;
  readonly settings: SettingsStore;
  readonly imports: ImportStore;
}

export function createStores(database: Database, now: () => string): Stores {
  const projects = createProjectStore(database, now);
  const attachments = createAttachmentStore(database, now);
  const library = createLibraryStore(database, attachments, now);
  return {
    projects,
    library,
    attachments,
    sheets: createSheetStore(database, now),
    settings: createSettingsStore(database),
    imports: createImportStore(database, { projects, library }, now),
  };
}

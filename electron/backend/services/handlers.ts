/** The contract's methods, answered: a file a group. */
import type { Handlers } from "../../../shared/contract/dispatch.ts";
import type { HostRecord } from "../record/record.ts";
import { type AppServices, appHandlers } from "./app.ts";
import { importHandlers } from "./imports.ts";
import { libraryHandlers } from "./library.ts";
import { printHandlers } from "./print.ts";
import { projectHandlers } from "./projects.ts";
import { recordHandlers } from "./record.ts";
import { settingsHandlers } from "./settings.ts";
import { sheetHandlers } from "./sheets.ts";
import { templateHandlers } from "./templates.ts";

export interface Services extends AppServices {
  /** Open or closed: while it is closed its methods answer `closed`, and all others go on working. */
  readonly record: HostRecord;
}

/** Every method of the contract, for whatever host carries it. */
export function createHandlers({ record, ...app }: Services): Required<Handlers> {
  return {
    ...appHandlers(app),
    ...templateHandlers(),
    ...printHandlers(app.printer),
    ...projectHandlers(record),
    ...libraryHandlers(record),
    ...sheetHandlers(record, app.printer),
    ...recordHandlers(record),
    ...importHandlers(record),
    ...settingsHandlers(record),
  };
}

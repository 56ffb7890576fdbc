import type { Migration } from "../migrate.ts";
import { attachments } from "./attachments.ts";
import { library } from "./library.ts";
import { projects } from "./projects.ts";
import { settingsAndImports } from "./settings-and-imports.ts";
import { sheets } from "./sheets.ts";

/** Every step there is, in order. Add one at the end; never change one that was released. */
export const migrations: readonly Migration[] = [projects, library, sheets, settingsAndImports, attachments];

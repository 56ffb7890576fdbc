import type { Session } from "electron";
import { refuseFiles } from "./app-scheme.ts";
import { quietSession } from "./no-network.ts";
import { restrictPermissions } from "./permissions.ts";
import { onlyOurContent } from "./secure-content.ts";

/** What holds for everything that a session loads: its requests, its permissions, its ways to the network and the disk. */
export async function guardSession(session: Session, development: boolean): Promise<void> {
  onlyOurContent(session, development);
  restrictPermissions(session);
  refuseFiles(session.protocol);
  await quietSession(session);
}

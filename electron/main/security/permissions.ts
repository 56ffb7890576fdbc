import type { Session } from "electron";
import { isOurs } from "../app-address.ts";

/** Checklist 5: what a page of ours may ask the system for. All else is denied without a question. A line needs its reason. */
export const allowedPermissions: Readonly<Record<string, string>> = {
  "clipboard-sanitized-write": "the buttons that copy a figure, a table or a formula",
};

const isAllowed = (permission: string, address: string): boolean =>
  Object.hasOwn(allowedPermissions, permission) && isOurs(address);

type Guarded = Pick<
  Session,
  | "setPermissionRequestHandler"
  | "setPermissionCheckHandler"
  | "setDevicePermissionHandler"
  | "setDisplayMediaRequestHandler"
>;

/** Answers every way to ask: requests, silent checks, devices (USB, HID, serial) and pictures of the screen. */
export function restrictPermissions(session: Guarded): void {
  session.setPermissionRequestHandler((contents, permission, answer) =>
    answer(isAllowed(permission, contents.getURL())),
  );
  session.setPermissionCheckHandler((contents, permission, origin) =>
    isAllowed(permission, contents === null ? origin : contents.getURL()),
  );
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_, answer) => answer(null));
}

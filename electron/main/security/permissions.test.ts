import type { Session, WebContents } from "electron";
import { expect, test } from "vitest";
import { ORIGIN } from "../app-address.ts";
import { allowedPermissions, restrictPermissions } from "./permissions.ts";

type RequestHandler = NonNullable<Parameters<Session["setPermissionRequestHandler"]>[0]>;
type CheckHandler = NonNullable<Parameters<Session["setPermissionCheckHandler"]>[0]>;
type Permission = Parameters<RequestHandler>[1] & Parameters<CheckHandler>[1];

function restricted() {
  let request: RequestHandler | null = null;
  let check: CheckHandler | null = null;
  let device: unknown = null;
  let display: unknown = null;
  restrictPermissions({
    setPermissionRequestHandler: (handler) => {
      request = handler;
    },
    setPermissionCheckHandler: (handler) => {
      check = handler;
    },
    setDevicePermissionHandler: (handler) => {
      device = handler?.({} as Parameters<typeof handler>[0]);
    },
    setDisplayMediaRequestHandler: (handler) => {
      handler?.({} as Parameters<typeof handler>[0], (streams) => {
        display = streams;
      });
    },
  });
  const at = (url: string) => ({ getURL: () => url }) as WebContents;
  const requested = (permission: string, url: string) => {
    let answer: boolean | undefined;
    (request as RequestHandler | null)?.(
      at(url),
      permission as Permission,
      (granted) => {
        answer = granted;
      },
      {} as Parameters<RequestHandler>[3],
    );
    return answer;
  };
  const checked = (permission: string, url: string | null, origin = "") =>
    (check as CheckHandler | null)?.(
      url === null ? null : at(url),
      permission as Permission,
      origin,
      {} as Parameters<CheckHandler>[3],
    );
  return { requested, checked, device, display };
}

const page = `${ORIGIN}/project/1`;

test("checklist 5: a page of ours may write to the clipboard, and the list says why", () => {
  const { requested, checked } = restricted();
  expect(Object.keys(allowedPermissions)).toEqual(["clipboard-sanitized-write"]);
  for (const why of Object.values(allowedPermissions)) expect(why.length).toBeGreaterThan(10);
  expect(requested("clipboard-sanitized-write", page)).toBe(true);
  expect(checked("clipboard-sanitized-write", page)).toBe(true);
  expect(checked("clipboard-sanitized-write", null, `${ORIGIN}/`)).toBe(true);
});

test.each([
  ...[
    "clipboard-read",
    "geolocation",
    "media",
    "display-capture",
    "notifications",
    "midi",
    "fileSystem",
    "openExternal",
  ],
  ...["fullscreen", "pointerLock", "local-fonts", "usb", "serial", "hid", "unknown", "toString", "__proto__", ""],
])("checklist 5: %j is denied, asked or checked", (permission) => {
  const { requested, checked } = restricted();
  expect(requested(permission, page)).toBe(false);
  expect(checked(permission, page)).toBe(false);
});

test.each(["https://example.org/", "app://other/", "file:///", "about:blank", ""])(
  "checklist 5: %j is denied even what is allowed to us",
  (url) => {
    const { requested, checked } = restricted();
    expect(requested("clipboard-sanitized-write", url)).toBe(false);
    expect(checked("clipboard-sanitized-write", url)).toBe(false);
    expect(checked("clipboard-sanitized-write", null, url)).toBe(false);
  },
);

test("checklist 5: no device and no picture of the screen is ever given", () => {
  const { device, display } = restricted();
  expect(device).toBe(false);
  expect(display).toBeNull();
});

import type { CustomScheme, Protocol } from "electron";
import { SCHEME } from "../app-address.ts";

/**
 * Checklist 18: pages come by a scheme of our own and never from file://, whose pages could read the disk. `standard` and `secure`
 * make it an origin like any other, with storage and workers; `supportFetchAPI` lets a page fetch its own files. It bypasses no
 * policy, answers no other origin, and brings no service workers or extensions.
 */
const appScheme: CustomScheme = {
  scheme: SCHEME,
  privileges: {
    standard: true,
    secure: true,
    supportFetchAPI: true,
    codeCache: true,
    bypassCSP: false,
    corsEnabled: false,
    allowServiceWorkers: false,
    allowExtensions: false,
    stream: false,
  },
};

/** Must be called before the app is ready. */
export function registerAppScheme(protocol: Pick<Protocol, "registerSchemesAsPrivileged">): void {
  protocol.registerSchemesAsPrivileged([appScheme]);
}

/** Files of the disk are answered to no page. */
export function refuseFiles(protocol: Pick<Protocol, "handle">): void {
  protocol.handle("file", () => new Response(null, { status: 403 }));
}

import type { Bridge } from "../../shared/contract/host-events.ts";

declare global {
  interface Window {
    /** Electron's preload puts it there; a browser has none. */
    readonly flopsheet?: Bridge;
  }
}

/** The way to Electron's main process, or undefined in a browser. */
export const bridge: Bridge | undefined = window.flopsheet;

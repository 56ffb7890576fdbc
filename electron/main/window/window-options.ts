import type { BrowserWindowConstructorOptions } from "electron";
import { securePreferences } from "../security/web-preferences.ts";
import type { Placement } from "./window-state.ts";

/** The ground of the page in the two schemes, as renderer/app/theme/tokens.css has it: no white flash in a dark room. */
export const GROUND = { light: "#fbfbf9", dark: "#14171a" } as const;

/** Below this the wizard's columns would not stand beside each other. */
export const SMALLEST = { width: 800, height: 600 } as const;

export interface WindowFacts {
  readonly placement: Placement;
  readonly dark: boolean;
  readonly preload: string;
  /** Developer tools are there in a checkout, never in an installed app. */
  readonly development: boolean;
}

/** The one window. It is shown when its first picture is ready. */
export function windowOptions({ placement, dark, preload, development }: WindowFacts): BrowserWindowConstructorOptions {
  return {
    ...placement.bounds,
    minWidth: SMALLEST.width,
    minHeight: SMALLEST.height,
    title: "Flopsheet",
    show: false,
    backgroundColor: dark ? GROUND.dark : GROUND.light,
    webPreferences: { ...securePreferences, preload, devTools: development },
  };
}

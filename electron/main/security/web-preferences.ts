import type { WebPreferences } from "electron";
import { noBlinkFeatures } from "./blink-features.ts";
import { isolatedContext } from "./context-isolation.ts";
import { noExperiments } from "./experimental-features.ts";
import { noInsecureContent } from "./insecure-content.ts";
import { noNodeIntegration } from "./node-integration.ts";
import { sandboxed } from "./sandbox.ts";
import { webSecurityOn } from "./web-security.ts";
import { noWebviews } from "./webview-popups.ts";

/** What every window of the program has in common, visible or not: each rule of the checklist that is a preference. */
export const securePreferences = {
  ...noNodeIntegration,
  ...isolatedContext,
  ...sandboxed,
  ...webSecurityOn,
  ...noInsecureContent,
  ...noExperiments,
  ...noBlinkFeatures,
  ...noWebviews,
  // A file that is dropped beside the page's own target is not opened in place of the page.
  navigateOnDragDrop: false,
  // A spelling dictionary would be fetched.
  spellcheck: false,
  plugins: false,
  webgl: false,
  // A page cannot hold the window with one dialog after another.
  safeDialogs: true,
} as const satisfies WebPreferences;

import type { BrowserWindowConstructorOptions, PrintToPDFOptions } from "electron";
import { securePreferences } from "../security/web-preferences.ts";

/** As the browser host prints: the page's own paper and margins, tagged, with an outline. */
export const pdfOptions = {
  preferCSSPageSize: true,
  printBackground: true,
  generateTaggedPDF: true,
  // An outline needs the tags.
  generateDocumentOutline: true,
  displayHeaderFooter: false,
} as const satisfies PrintToPDFOptions;

/** The session of pages that are printed: in memory, so nothing of a sheet stays, and nothing of the app's is there. */
export const PRINT_PARTITION = "print";

/** A window that nobody sees. It is painted all the same, or its charts would never be drawn. */
export const printWindowOptions = (preload: string): BrowserWindowConstructorOptions => ({
  show: false,
  width: 800,
  height: 600,
  paintWhenInitiallyHidden: true,
  focusable: false,
  skipTaskbar: true,
  webPreferences: {
    ...securePreferences,
    preload,
    devTools: false,
    backgroundThrottling: false,
    partition: PRINT_PARTITION,
  },
});

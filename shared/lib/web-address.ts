import { z } from "zod";

/** The address of a page that a reader may open: no `javascript:`, no `file:`. */
export const webAddress = z.url({
  protocol: /^https?$/,
  error: "Allowed: an address that starts with https:// or http://",
});

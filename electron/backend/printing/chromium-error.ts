/** A Chromium was asked for or found, yet cannot be used. The message says which and why, for the person to read. */
export class ChromiumError extends Error {
  override readonly name = "ChromiumError";
}

/** Why there is no PDF. */
export interface PrintFault {
  /** `noChromium`: none is found, or the one that is found does not start: something is missing on this machine. */
  readonly code: "noChromium" | "timeout" | "failed";
  /** For the person, with what to do about it. */
  readonly message: string;
}

export const noChromium = (why: string): PrintFault => ({
  code: "noChromium",
  message: `${why} A PDF needs a Chromium or Chrome: install one, or set CHROMIUM_PATH to the program's path.`,
});

/**
 * Checklist 16: the Electron that this was written and checked against, by its major version. Electron mends the newest three;
 * docs/releasing.md says to look before each release. A start on another major is noted in the log.
 */
export const ELECTRON_MAJOR = 45;

/** What to note about the Electron that runs; null when it is the one that is expected. */
export function noteOnElectron(version: string | undefined): string | null {
  const major = Number.parseInt(version ?? "", 10);
  if (major === ELECTRON_MAJOR) return null;
  return `Electron ${version ?? "of no version"} runs where ${ELECTRON_MAJOR} is expected.`;
}

/**
 * A fingerprint short enough to read aloud, as the foot of the sheet has it.
 *
 * @example shortFingerprint("4be107c9d52a8e36ffff") // "4be1 07c9 d52a 8e36"
 */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");

/** What a saved sheet bears in its foot: its number, and a fingerprint of everything that it says and was made of. */
import type { Sheet } from "./sheet.ts";

const NUMBER = /^Sheet \d+\. /;
const FINGERPRINT = / Fingerprint SHA-256( [0-9a-f]{4})+$/;

/** A sheet without number and fingerprint, its own or its plan's: what a fingerprint is made of. */
export const withoutImprint = (sheet: Sheet): Sheet => ({
  ...sheet,
  foot: sheet.foot.replace(NUMBER, "").replace(FINGERPRINT, ""),
});

/**
 * The sheet with its number and fingerprint (64 hexadecimal digits) in the foot, in place of the plan's fingerprint that stood there:
 * "Sheet 3. Plan “wide.json”. Flopsheet 0.1.0. Fingerprint SHA-256 1a2b 3c4d 5e6f 7a8b".
 */
export function withImprint(sheet: Sheet, number: number, fingerprint: string): Sheet {
  const plain = withoutImprint(sheet);
  return { ...plain, foot: `Sheet ${number}. ${plain.foot} Fingerprint SHA-256 ${shortFingerprint(fingerprint)}` };
}

/** The first 16 digits in groups of four: enough to tell two apart, short enough to compare by eye. */
export const shortFingerprint = (fingerprint: string): string =>
  (fingerprint.slice(0, 16).match(/.{1,4}/g) ?? []).join(" ");

import { createHash, createHmac, randomBytes, timingSafeEqual } from "node:crypto";

/** 256 random bits, as hex. */
export const newSecret = (): string => randomBytes(32).toString("hex");

/** A key for one purpose, from which neither the secret nor another purpose's key can be found. */
export const deriveKey = (secret: string, purpose: string): string =>
  createHmac("sha256", secret).update(purpose).digest("base64url");

/** Whether two secrets are equal, in a time that does not tell how much of them is. */
export function sameSecret(given: string, expected: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}

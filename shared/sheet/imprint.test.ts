import { expect, test } from "vitest";
import { shortFingerprint, withImprint, withoutImprint } from "./imprint.ts";
import type { Sheet } from "./sheet.ts";

const fingerprint = "1a2b3c4d5e6f7a8b".padEnd(64, "0");

const sheet = (foot: string): Sheet => ({
  ...{ version: 1, kind: "Compute budget", title: "Wide", subtitle: "", currency: "USD", date: null },
  ...{ headline: [], lead: [], sections: [], footnotes: [], warnings: [], foot },
});

test("a fingerprint is told by its first 16 digits", () => {
  expect(shortFingerprint(fingerprint)).toBe("1a2b 3c4d 5e6f 7a8b");
});

test.each([
  "Plan “wide.json”. Flopsheet 0.1.0.",
  "Plan “wide.json”. Flopsheet 0.1.0. Fingerprint SHA-256 0123 4567 89ab cdef",
  "Sheet 12. Plan “wide.json”. Flopsheet 0.1.0. Fingerprint SHA-256 0123 4567 89ab cdef",
])("the foot %s gets number and fingerprint of the saved sheet", (foot) => {
  const plain = sheet("Plan “wide.json”. Flopsheet 0.1.0.");
  const printed = "Sheet 3. Plan “wide.json”. Flopsheet 0.1.0. Fingerprint SHA-256 1a2b 3c4d 5e6f 7a8b";
  expect(withImprint(sheet(foot), 3, fingerprint)).toEqual(sheet(printed));
  expect(withoutImprint(sheet(foot))).toEqual(plain);
  expect(withoutImprint(withImprint(sheet(foot), 3, fingerprint))).toEqual(plain);
});

test("a plan that is called like an imprint keeps its name", () => {
  const foot = "Plan “Sheet 4. Fingerprint SHA-256 0123 4567”. Flopsheet 0.1.0.";
  expect(withoutImprint(sheet(foot)).foot).toBe(foot);
});

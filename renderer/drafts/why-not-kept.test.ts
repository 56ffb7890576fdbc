import { expect, it } from "vitest";
import { whyNotKept } from "./why-not-kept.ts";

it("says what the browser meant, however deep it hid it", () => {
  const full = new DOMException("no room", "QuotaExceededError");
  expect(whyNotKept(full)).toContain("full");
  expect(whyNotKept(Object.assign(new Error("aborted"), { name: "AbortError", inner: full }))).toContain("full");
  expect(whyNotKept(new Error("something new"))).toBe("this browser refused it (something new)");
  expect(whyNotKept("nonsense")).toBe("this browser refused it (nonsense)");
});

import { expect, test } from "vitest";
import { withContentPolicy } from "./content-policy.ts";

test("checklist 7: the policy allows our own files and what carries the nonce, and no header of an answer loosens it", () => {
  const headers = withContentPolicy("bm9uY2U=", {
    "content-security-policy": "default-src *",
    "content-type": "text/html",
  });
  const policy = headers["content-security-policy"]?.split("; ") ?? [];
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("script-src 'self' 'nonce-bm9uY2U='");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy.join(" ")).not.toMatch(/unsafe|\*|https?:|data:/);
  expect(headers["content-type"]).toBe("text/html");
  expect(headers["x-content-type-options"]).toBe("nosniff");
});

import { expect, test } from "vitest";
import { openExternal } from "./open-external.ts";

test.each([
  ["https://arxiv.org/abs/2407.05872", "https://arxiv.org/abs/2407.05872"],
  ["https://example.org/a b?c=d#e", "https://example.org/a%20b?c=d#e"],
  ["HTTPS://EXAMPLE.ORG", "https://example.org/"],
])("checklist 15: %s is opened, as the parser wrote it", (address, opened) => {
  const given: string[] = [];
  expect(openExternal(address, (checked) => given.push(checked))).toBe(true);
  expect(given).toEqual([opened]);
});

test.each([
  "http://example.org/",
  "file:///etc/passwd",
  "smb://example.org/share",
  "javascript:alert(1)",
  "data:text/html,x",
  "mailto:ada@example.org",
  "ms-msdt:/id",
  "app://flopsheet/",
  "https://user:word@example.org/",
  "https://user@example.org/",
  "https://localhost/",
  "https:///",
  "example.org",
  `https://example.org/${"x".repeat(2_000)}`,
  "",
  undefined,
  null,
  5,
  { toString: () => "https://example.org/" },
])("checklist 15: %j is not opened", (address) => {
  expect(openExternal(address, () => expect.unreachable())).toBe(false);
});

import { expect, it } from "vitest";
import { escapeLine, escapeMarkdown } from "./escape.ts";

it.each([
  ["a|b", "a\\|b"],
  ["<script>alert(1)</script>", "&lt;script&gt;alert(1)&lt;/script&gt;"],
  ["2*3_4 `x` [y](z) ~~w~~ $m$", "2\\*3\\_4 \\`x\\` \\[y\\](z) \\~\\~w\\~\\~ \\$m\\$"],
  ["a & b &amp; c", "a &amp; b &amp;amp; c"],
  ["two\nlines\t here", "two lines here"],
  ["back\\slash", "back\\\\slash"],
])("writes %j as %j", (text, escaped) => {
  expect(escapeMarkdown(text)).toBe(escaped);
});

it("links an address without breaking it, and no more than the address", () => {
  expect(escapeMarkdown("See https://a.b/c_d_e*, p. 3.")).toBe("See <https://a.b/c_d_e*>, p. 3.");
  expect(escapeMarkdown("https://a.b/x. 2024.")).toBe("<https://a.b/x>. 2024.");
  expect(escapeMarkdown("javascript://x")).toBe("javascript://x");
});

it("starts no list, heading or quotation by chance", () => {
  expect(escapeLine("# not a heading")).toBe("\\# not a heading");
  expect(escapeLine("- not a list")).toBe("\\- not a list");
  expect(escapeLine("3. not a list")).toBe("3\\. not a list");
  expect(escapeLine("> not said")).toBe("&gt; not said");
});

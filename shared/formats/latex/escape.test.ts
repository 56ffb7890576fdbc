import fc from "fast-check";
import { expect, it } from "vitest";
import { escapeLatex } from "./escape.ts";

it.each([
  ["50 % of A_b & #1", "50 \\% of A\\_b \\& \\#1"],
  ["\\input{/etc}", "\\textbackslash{}input\\{/etc\\}"],
  ["$x^2$ ~ y", "\\$x\\textasciicircum{}2\\$ \\textasciitilde{} y"],
  [
    'a <b> | "c" `d`',
    "a \\textless{}b\\textgreater{} \\textbar{} \\textquotedbl{}c\\textquotedbl{} \\textasciigrave{}d\\textasciigrave{}",
  ],
  ["[1] *", "{[}1{]} {*}"],
  ["--help ,, ''", "-{}-help ,{}, '{}'"],
  ["5.42 × 10²⁴ − 1", "5.42 \\ensuremath{\\times} 10\\textsuperscript{2}\\textsuperscript{4} \\ensuremath{-} 1"],
  ["σ, μ and Ω", "\\ensuremath{\\sigma}, \\ensuremath{\\mu} and \\ensuremath{\\Omega}"],
  ["CO₂e, 12–15 “h”", "CO\\textsubscript{2}e, 12–15 “h”"],
  ["two\n\nlines\ta\u0007b", "two lines a b"],
  ["日本", "日本"],
  ["e\u0301t\u00ade\u200b", "éte"],
  ["Ερ", "E\\ensuremath{\\rho}"],
])("writes %j", (text, latex) => {
  expect(escapeLatex(text)).toBe(latex);
});

it("lets a long word break behind its signs, and no short one", () => {
  expect(escapeLatex("data/private_infra/mix.json@9b7 in a/b")).toBe(
    "data/\\allowbreak{}private\\_\\allowbreak{}infra/\\allowbreak{}mix.\\allowbreak{}json@\\allowbreak{}9b7 in a/b",
  );
});

it("lets a word that is too long for a column break with a hyphen", () => {
  expect(escapeLatex("abcdefghijklmnopqrstuvwx")).toBe("abcdefghijklmnopqrstuvwx");
  expect(escapeLatex("abcdefghijklmnopqrstuvwxy")).toBe("abcdefghijkl\\-mnopqrstuvwx\\-y");
});

it("sets an address as one, and escapes what \\url would not take", () => {
  expect(escapeLatex("See https://arxiv.org/abs/2407.05872, p. 3.")).toBe(
    "See \\url{https://arxiv.org/abs/2407.05872}, p. 3.",
  );
  expect(escapeLatex("https://a.b/c%d#e")).toBe("\\url{https://a.b/c}\\%d\\#e");
});

it("knows no other command than its own, whatever the words", () => {
  const OWN =
    /\\(?:allowbreak\{\}|textbackslash\{\}|textasciicircum\{\}|textasciitilde\{\}|text(?:less|greater|bar|quotedbl)\{\}|textasciigrave\{\}|url\{[\w./:=?@+-]*\}|[{}$&#%_-])|\{\}|\{[[\]*]\}/g;
  const nasty = fc.string({
    unit: fc.constantFrom("\\", "{", "}", "$", "%", "#", "&", "^", "~", "a", "[", "_", "-", "`"),
  });
  fc.assert(
    fc.property(nasty, (text) => {
      expect(escapeLatex(text).replace(OWN, "")).not.toMatch(/[\\{}$&#%^~]/);
    }),
  );
});

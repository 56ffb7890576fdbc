import { expect, it } from "vitest";
import { type QuoteDecisions, sameOfferKey } from "./library-quote.ts";
import { type PreviewOptions, previewQuotes } from "./preview.ts";
import { cards, readOf } from "./reading.fixture.ts";

const TEXT = `InstanceType,AcceleratorName,AcceleratorCount,Price,SpotPrice
p5.48xlarge,H100,8,55.04,16
one,H100,1,3,
two,RTX-PRO-6000,1,1.69,
box,L4,1,0.8,
cpu,,,1,
`;
const { quotes: found, skipped } = readOf(TEXT);
const decisions: QuoteDecisions = {
  ...{
    provider: "AWS",
    date: "2026-11-22",
    currency: "USD",
    cards: new Map(),
    fileName: "aws.csv",
    format: "skypilot",
  },
};
const preview = (options: Partial<PreviewOptions> = {}) =>
  previewQuotes(found, skipped, { decisions, known: new Set(), leaveOutKnown: true, ...options }, cards);

it("shows what comes in, and what stays out with its lines and why", () => {
  const { quotes, bases, prices, undated, left, inLibrary } = preview();
  expect(quotes.map(({ title, price }) => [title, price])).toEqual([
    ["AWS p5.48xlarge", 6.88],
    ["AWS p5.48xlarge", 2],
    ["AWS box", 0.8],
  ]);
  expect({ bases, prices, undated, inLibrary }).toEqual({
    bases: [
      ["onDemand", 2],
      ["spot", 1],
    ],
    prices: [{ currency: "USD", low: 0.8, high: 6.88 }],
    undated: 0,
    inLibrary: [],
  });
  expect(left).toEqual([
    { reason: "CPU only: the row has no accelerator.", lines: [6] },
    { reason: "Which card H100 is, is not known: the file does not say which of them.", lines: [3] },
    { reason: "Its card is not known: the catalogue has no RTX-PRO-6000.", lines: [4] },
  ]);
});

it("asks for cards first, and takes what is chosen", () => {
  const uses = preview({ decisions: { ...decisions, cards: new Map([["H100", "h100-pcie"]]) } });
  expect(uses.cards.map(({ match, quotes, taken, isChosen }) => [match.key, quotes, taken, isChosen])).toEqual([
    ["H100", 1, "h100-pcie", true],
    ["RTX-PRO-6000", 1, null, false],
    ["H100 = h100-sxm", 2, "h100-sxm", false],
    ["L4 = l4", 1, "l4", false],
  ]);
  expect(uses.quotes.find(({ title }) => title === "AWS one")?.accelerator).toBe("h100-pcie");
});

it("leaves out what the library has, unless it is to come in again", () => {
  const known = new Set(preview().quotes.slice(0, 2).map(sameOfferKey));
  expect(preview({ known }).quotes.map(({ title }) => title)).toEqual(["AWS box"]);
  expect(preview({ known }).left).toContainEqual({ reason: "The library has this offer already.", lines: [2, 2] });
  const again = preview({ known, leaveOutKnown: false });
  expect([again.quotes.length, again.inLibrary]).toEqual([3, [2, 2]]);
});

it("counts what has no date, and invents none", () => {
  expect(preview({ decisions: { ...decisions, date: null } }).undated).toBe(3);
});

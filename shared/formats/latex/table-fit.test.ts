import fc from "fast-check";
import { expect, it } from "vitest";
import { type FitColumn, fitTable } from "./table-fit.ts";

const column = (more: Partial<FitColumn>): FitColumn => ({
  title: "Cost",
  unit: "USD",
  align: "right",
  texts: ["12,907,461"],
  bold: "12,907,461",
  ...more,
});

it("leaves a table that fits as it is", () => {
  expect(fitTable([column({ align: "left", title: "Experiment", unit: "" }), column({})])).toEqual({
    size: "\\small",
    gap: 6,
    columns: "lr",
    heads: [["Experiment"], ["Cost (USD)"]],
  });
});

it("breaks heads first, the unit on a line of its own", () => {
  const wide = column({ title: "Scheduled", unit: "without failures", texts: ["4.9 years"], bold: "" });
  const fit = fitTable([wide, wide, wide, wide, wide]);
  expect(fit.size).toBe("\\small");
  expect(fit.columns).toBe("rrrrr");
  expect(fit.heads[0]).toEqual(["Scheduled", "(without failures)"]);
});

it("breaks words then, and takes smaller letters before lines of one word", () => {
  const words = column({ align: "left", title: "What binds", unit: "", texts: ["word ".repeat(40).trim()], bold: "" });
  expect(fitTable([words, column({})]).columns).toMatch(/^>\{\\raggedright\\arraybackslash\}p\{\d+pt\}r$/);
  expect(fitTable([words, column({})]).size).toBe("\\small");
  const numbers = new Array<FitColumn>(7).fill(column({ unit: "" }));
  expect(fitTable([words, ...numbers]).size).not.toBe("\\small");
});

it("has a column and a head for each, whatever they are", () => {
  const any = fc.record({
    title: fc.string({ maxLength: 30 }),
    unit: fc.string({ maxLength: 20 }),
    align: fc.constantFrom<"left" | "right">("left", "right"),
    texts: fc.array(fc.lorem({ maxCount: 12 }), { maxLength: 4 }),
    bold: fc.string({ maxLength: 12 }),
  });
  fc.assert(
    fc.property(fc.array(any, { minLength: 1, maxLength: 12 }), (columns) => {
      const fit = fitTable(columns);
      expect(fit.columns.replace(/>\{[^}]*\}p\{\d+pt\}/g, "p")).toMatch(new RegExp(`^[lrp]{${columns.length}}$`));
      expect(fit.heads).toHaveLength(columns.length);
    }),
  );
});

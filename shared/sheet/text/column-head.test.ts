import { expect, it } from "vitest";
import type { Column } from "../sheet.ts";
import { columnHead, numbersHead } from "./column-head.ts";

const column = (more: Partial<Column>): Column => ({ key: "a", title: "Ideal", unit: "", align: "right", ...more });

it.each([
  [{}, "Ideal", "Ideal"],
  [{ unit: "USD" }, "Ideal (USD)", "Ideal (USD)"],
  [{ valueUnit: "h" }, "Ideal", "Ideal (h)"],
  [{ unit: "card-hours ÷ cards", valueUnit: "h" }, "Ideal (card-hours ÷ cards)", "Ideal (h, card-hours ÷ cards)"],
])("of %j is %j over texts and %j over numbers", (more, texts, numbers) => {
  expect(columnHead(column(more))).toBe(texts);
  expect(numbersHead(column(more))).toBe(numbers);
});

// @vitest-environment node
import { expect, it } from "vitest";
import { pluralOf } from "./plural.ts";

it.each([
  ["width", "widths"],
  ["kind of epsilon", "kinds of epsilon"],
  ["learning rate", "learning rates"],
  ["batch", "batches"],
  ["vocabulary", "vocabularies"],
  ["heads", "heads"],
  ["class", "classes"],
  ["tokens per parameter", "tokens per parameter"],
  ["key", "keys"],
])("%s, %s", (one, many) => {
  expect(pluralOf(one)).toBe(many);
});

import { expect, it } from "vitest";
import { nextPart } from "./next-part.ts";

const quote = (title: string) => ({ title, price: 1, currency: "USD" });

it("parts quotes so that no question is too long", () => {
  const short = Array.from({ length: 25_000 }, (_, at) => quote(`${at}`));
  let from = 0;
  const sizes: number[] = [];
  for (;;) {
    const part = nextPart(short, from);
    if (part.length === 0) break;
    expect(JSON.stringify(part).length).toBeLessThan(700_000);
    expect(part[0]).toBe(short[from]);
    sizes.push(part.length);
    from += part.length;
  }
  expect(from).toBe(25_000);
  expect(Math.max(...sizes)).toBeLessThanOrEqual(10_000);
  const long = [quote("x".repeat(800_000)), quote("y")];
  expect(nextPart(long, 0)).toHaveLength(1);
});

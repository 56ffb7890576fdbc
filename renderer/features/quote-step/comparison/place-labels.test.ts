import { expect, it } from "vitest";
import { placeLabels } from "./place-labels.ts";

const room = { left: 0, right: 400, top: 0, bottom: 300 };
const point = (id: string, x: number, y: number, width = 60) => ({ id, x, y, width });

it("puts words beside their point, and elsewhere where others stand already", () => {
  const [first, second] = placeLabels([point("a", 100, 100), point("b", 110, 112)], room);
  expect(placeLabels([point("a", 100, 100)], room)).toEqual([{ id: "a", left: 108, baseline: 115 }]);
  expect(first).toEqual({ id: "a", left: 108, baseline: 93 });
  expect(second).toEqual({ id: "b", left: 118, baseline: 127 });
});

it("stays inside, and off lines", () => {
  const [placed] = placeLabels([point("a", 390, 100)], room);
  expect((placed?.left ?? Number.NaN) + 60).toBeLessThanOrEqual(400);
  const line = { left: 100, right: 400, top: 99, bottom: 116 };
  expect(placeLabels([point("a", 100, 100)], room, [line])[0]?.baseline).toBe(93);
});

it("leaves out words for which there is no room", () => {
  expect(placeLabels([point("a", 200, 150, 500)], room)).toEqual([]);
});

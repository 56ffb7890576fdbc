import { act, renderHook } from "@testing-library/react";
import { beforeEach, describe, expect, it } from "vitest";
import { kept, useKeptValues } from "./kept-values.ts";

beforeEach(() => sessionStorage.clear());

describe("useKeptValues", () => {
  const initial = { cards: "8", price: "" };

  it("begins with what was typed before, and with what it is given otherwise", () => {
    const first = renderHook(() => useKeptValues("time", initial));
    expect(first.result.current[0]).toEqual(initial);
    act(() => first.result.current[1]({ price: "2.5" }));
    expect(first.result.current[0]).toEqual({ cards: "8", price: "2.5" });
    first.unmount();
    expect(renderHook(() => useKeptValues("time", initial)).result.current[0]).toEqual({ cards: "8", price: "2.5" });
    expect(renderHook(() => useKeptValues("energy", initial)).result.current[0]).toEqual(initial);
  });

  it("keeps to its fields, whatever lies there", () => {
    sessionStorage.setItem("flopsheet.calculator.time", '{"cards":8,"other":"1","price":"3"}');
    expect(kept("time", ["cards", "price"])).toEqual({ price: "3" });
    sessionStorage.setItem("flopsheet.calculator.time", "half a tex");
    expect(kept("time", ["cards", "price"])).toEqual({});
  });
});

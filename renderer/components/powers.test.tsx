import { cleanup, render } from "@testing-library/react";
import { afterEach, describe, expect, it } from "vitest";
import { Powers } from "./powers.tsx";

afterEach(cleanup);

describe("Powers", () => {
  it("sets superscript letters as superscripts", () => {
    const { container } = render(<Powers text="989.4 × 10¹² FLOP/s, 2.5 × 10⁻⁹" />);
    expect(container.innerHTML).toBe("989.4 × 10<sup>12</sup> FLOP/s, 2.5 × 10<sup>−9</sup>");
  });
});

import { cleanup, render, screen } from "@testing-library/react";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ErrorBoundary } from "./error-boundary.tsx";
import { keepText } from "./kept-text.ts";

// React reports the error that is thrown on purpose.
beforeEach(() => vi.spyOn(console, "error").mockImplementation(() => {}));
afterEach(() => {
  cleanup();
  vi.restoreAllMocks();
});

function Falling(): never {
  throw new Error("a defect made for this test");
}

it("names the defect and gives the plan's text back", () => {
  keepText("plan.json", '{"typed": "and not saved"}');
  render(
    <ErrorBoundary>
      <Falling />
    </ErrorBoundary>,
  );
  expect(screen.getByText(/a defect made for this test/)).toBeTruthy();
  expect(screen.getByLabelText<HTMLTextAreaElement>("plan.json").value).toBe('{"typed": "and not saved"}');
});

import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useState } from "react";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { PlanTextPage } from "./plan-text-page.tsx";

const text = '{\n  "low": 16,\n  "sequnce": 512\n}';
const from = text.indexOf('"sequnce"');
const faults: PlanFault[] = [
  {
    path: "low",
    line: 2,
    column: 10,
    message: "The lowest value is above the likely one",
    value: "16",
    allowed: "at most 15",
    hint: null,
    edit: null,
  },
  {
    path: "sequnce",
    line: 3,
    column: 3,
    message: "Unknown key",
    value: '"sequnce"',
    allowed: "sequence",
    hint: null,
    edit: { from, to: from + 9, text: '"sequence"' },
  },
];

beforeEach(() => {
  vi.stubGlobal(
    "ResizeObserver",
    class {
      observe() {}
      disconnect() {}
    },
  );
  Element.prototype.scrollIntoView = () => {};
});
afterEach(() => {
  cleanup();
  vi.unstubAllGlobals();
});

function Page({ onCheck = () => {} }: { readonly onCheck?: () => void }) {
  const [typed, setTyped] = useState(text);
  return (
    <PlanTextPage
      draft={{ name: "bad.json", text: typed, checked: text, faults }}
      goal={null}
      hasFigures={false}
      readOnly={false}
      backName="the sheet"
      onType={setTyped}
      onReplace={setTyped}
      onCheck={onCheck}
      onSave={() => {}}
      onBack={() => {}}
    />
  );
}
const field = () => screen.getByLabelText<HTMLTextAreaElement>("Text of bad.json");
const selected = () => field().value.slice(field().selectionStart, field().selectionEnd);

describe("PlanTextPage", () => {
  it("goes from fault to fault, round and back", () => {
    render(<Page />);
    const seen = [{}, {}, {}, { shiftKey: true }].map((held) => {
      fireEvent.keyDown(document.body, { key: "F8", ...held });
      return selected();
    });
    expect(seen).toEqual(["16", '"sequnce"', "16", '"sequnce"']);
  });

  it("goes to the place that is pressed", () => {
    render(<Page />);
    fireEvent.click(screen.getByRole("button", { name: /line 3, column 3/ }));
    expect([document.activeElement === field(), selected()]).toEqual([true, '"sequnce"']);
  });

  it("applies suggestions to the text only, and says that what was changed is not checked yet", () => {
    const onCheck = vi.fn();
    render(<Page onCheck={onCheck} />);
    fireEvent.click(screen.getByRole("button", { name: "Apply 1 suggestion" }));
    expect(field().value).toBe(text.replace("sequnce", "sequence"));
    expect(onCheck).not.toHaveBeenCalled();
    expect(screen.getByText("You changed this place; it is checked when you pause.")).toBeTruthy();
    expect(screen.queryByText(/Apply/)).toBeNull();
    fireEvent.keyDown(document.body, { key: "Enter", ctrlKey: true });
    expect(onCheck).toHaveBeenCalledOnce();
  });
});

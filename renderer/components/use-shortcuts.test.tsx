import { cleanup, fireEvent, render } from "@testing-library/react";
import { afterEach, describe, expect, it, vi } from "vitest";
import { nameOf, type Shortcuts, useShortcuts } from "./use-shortcuts.ts";

afterEach(cleanup);

const keys = { ctrlKey: false, metaKey: false, shiftKey: false, altKey: false };

describe("nameOf", () => {
  it.each([
    [{ ...keys, key: "e", ctrlKey: true }, "Ctrl+E"],
    [{ ...keys, key: "E", metaKey: true }, "Ctrl+E"],
    [{ ...keys, key: "+", ctrlKey: true, shiftKey: true }, "Ctrl++"],
    [{ ...keys, key: "F8", shiftKey: true }, "Shift+F8"],
    [{ ...keys, key: "Enter", ctrlKey: true }, "Ctrl+Enter"],
  ])("%j is %s", (event, name) => {
    expect(nameOf(event)).toBe(name);
  });
});

function Listening({ shortcuts }: { readonly shortcuts: Shortcuts }) {
  useShortcuts(shortcuts);
  return null;
}

describe("useShortcuts", () => {
  it("does what the latest render says, and keeps the browser from doing its own", () => {
    const [first, second] = [vi.fn(), vi.fn()];
    const { rerender } = render(<Listening shortcuts={{ "Ctrl+P": first }} />);
    rerender(<Listening shortcuts={{ "Ctrl+P": second }} />);
    const wentOn = fireEvent.keyDown(document.body, { key: "p", ctrlKey: true });
    expect([first.mock.calls.length, second.mock.calls.length, wentOn]).toEqual([0, 1, false]);
    expect(fireEvent.keyDown(document.body, { key: "q", ctrlKey: true })).toBe(true);
  });

  it("leaves alone what somebody else took", () => {
    const action = vi.fn();
    render(
      <button type="button" onKeyDown={(event) => event.preventDefault()}>
        <Listening shortcuts={{ Escape: action }} />
      </button>,
    );
    const button = document.querySelector("button");
    if (button !== null) fireEvent.keyDown(button, { key: "Escape" });
    expect(action).not.toHaveBeenCalled();
  });
});

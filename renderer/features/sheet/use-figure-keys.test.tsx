import { cleanup, fireEvent, render, screen } from "@testing-library/react";
import { useRef } from "react";
import { afterEach, expect, it } from "vitest";
import { useFigureKeys } from "./use-figure-keys.ts";

afterEach(cleanup);

function Tables() {
  const root = useRef<HTMLDivElement>(null);
  useFigureKeys(root);
  return (
    <div ref={root}>
      <table>
        <tbody>
          {[0, 1, 2].map((row) => (
            <tr key={row}>
              <th>row</th>
              {[0, 1].map((cell) => (
                <td key={cell}>
                  {row === 1 && cell === 1 ? (
                    "not run"
                  ) : (
                    <button type="button" className="figure">{`${row}${cell}`}</button>
                  )}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const stops = () =>
  screen
    .getAllByRole("button")
    .filter((button) => button.tabIndex === 0)
    .map((button) => button.textContent);
const go = (key: string) => {
  const at = document.activeElement ?? document.body;
  fireEvent.keyDown(at, { key });
  return document.activeElement?.textContent;
};

it("makes a table one stop of the Tab key, and moves by the arrow keys over cells without a figure", () => {
  render(<Tables />);
  expect(stops()).toEqual(["00"]);
  screen.getByText("00").focus();
  expect(go("ArrowRight")).toBe("01");
  expect(go("ArrowDown")).toBe("21");
  expect(go("ArrowLeft")).toBe("20");
  expect(go("ArrowUp")).toBe("10");
  expect(go("ArrowRight")).toBe("10");
  expect(stops()).toEqual(["10"]);
});

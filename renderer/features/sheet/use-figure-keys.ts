/** Figures in tables are one stop of the Tab key each table; the arrow keys go from figure to figure. */
import { type RefObject, useEffect } from "react";

export function useFigureKeys(within: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const root = within.current;
    if (root === null) return;
    const settle = () => {
      for (const table of root.querySelectorAll("table")) {
        if (table.querySelector('[data-stop="true"]') !== null) continue;
        for (const [index, figure] of figuresOf(table).entries()) makeStop(figure, index === 0);
      }
    };
    const focus = ({ target }: FocusEvent) => {
      const table = target instanceof HTMLElement && target.matches("button.figure") ? target.closest("table") : null;
      if (table === null) return;
      for (const figure of figuresOf(table)) makeStop(figure, figure === target);
    };
    const press = (event: KeyboardEvent) => {
      const { target, key } = event;
      if (!(target instanceof HTMLElement) || !target.matches("table button.figure")) return;
      const next = neighbour(target, key);
      if (next === null) return;
      event.preventDefault();
      next.focus();
    };
    const observer = new MutationObserver(settle);
    observer.observe(root, { childList: true, subtree: true });
    settle();
    root.addEventListener("focusin", focus);
    root.addEventListener("keydown", press);
    return () => {
      observer.disconnect();
      root.removeEventListener("focusin", focus);
      root.removeEventListener("keydown", press);
    };
  }, [within]);
}

const figuresOf = (root: ParentNode): HTMLElement[] => [...root.querySelectorAll<HTMLElement>("button.figure")];

function makeStop(figure: HTMLElement, stop: boolean): void {
  figure.tabIndex = stop ? 0 : -1;
  figure.dataset.stop = String(stop);
}

/** The figure one step away in the direction of an arrow key, over cells that hold none. */
function neighbour(figure: HTMLElement, key: string): HTMLElement | null {
  const cell = figure.closest<HTMLTableCellElement>("td, th");
  const row = cell?.closest("tr");
  if (cell === null || row === null || row === undefined) return null;
  if (key === "ArrowLeft" || key === "ArrowRight") {
    const figures = figuresOf(row);
    return figures[figures.indexOf(figure) + (key === "ArrowRight" ? 1 : -1)] ?? null;
  }
  if (key !== "ArrowUp" && key !== "ArrowDown") return null;
  const rows = [...(row.closest("table")?.querySelectorAll("tr") ?? [])];
  const step = key === "ArrowDown" ? 1 : -1;
  for (let at = rows.indexOf(row) + step; at >= 0 && at < rows.length; at += step) {
    const found = rows[at]?.cells[cell.cellIndex]?.querySelector<HTMLElement>("button.figure");
    if (found) return found;
  }
  return null;
}

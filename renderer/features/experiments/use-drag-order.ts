/** Reordering by drag, with the pointer; the keyboard does the same with Alt and the arrows. */
import { type PointerEvent, type RefObject, useRef, useState } from "react";

export interface DragOrder {
  /** Before which item the dragged one would land, and which that is; null while nothing is dragged. */
  readonly drag: { readonly from: number; readonly to: number } | null;
  readonly start: (event: PointerEvent<HTMLElement>, index: number) => void;
}

/** The items are the elements with `data-drag` (their index) in `container`. */
export function useDragOrder(
  container: RefObject<HTMLElement | null>,
  kind: string,
  onMove: (from: number, to: number) => void,
): DragOrder {
  const [drag, setDrag] = useState<DragOrder["drag"]>(null);
  const latest = useRef(onMove);
  latest.current = onMove;
  const start = (event: PointerEvent<HTMLElement>, from: number) => {
    if (event.button !== 0) return;
    event.preventDefault();
    const handle = event.currentTarget;
    handle.setPointerCapture(event.pointerId);
    let to = from;
    const follow = (moved: globalThis.PointerEvent) => {
      to = indexAt(container.current, kind, moved.clientY, from);
      setDrag({ from, to });
    };
    const end = () => {
      handle.removeEventListener("pointermove", follow);
      handle.removeEventListener("pointerup", drop);
      handle.removeEventListener("pointercancel", end);
      removeEventListener("keydown", cancel, true);
      setDrag(null);
    };
    const drop = () => {
      end();
      if (to !== from) latest.current(from, to);
    };
    const cancel = (key: KeyboardEvent) => {
      if (key.key !== "Escape") return;
      key.preventDefault();
      key.stopPropagation();
      end();
    };
    handle.addEventListener("pointermove", follow);
    handle.addEventListener("pointerup", drop);
    handle.addEventListener("pointercancel", end);
    addEventListener("keydown", cancel, true);
  };
  return { drag, start };
}

/** Where an item dragged to this height would stand. */
function indexAt(container: HTMLElement | null, kind: string, y: number, from: number): number {
  let to = from;
  for (const item of container?.querySelectorAll<HTMLElement>(`[data-drag-${kind}]`) ?? []) {
    const index = Number(item.getAttribute(`data-drag-${kind}`));
    const { top, height } = item.getBoundingClientRect();
    const middle = top + height / 2;
    if (index < from && y < middle) to = Math.min(to, index);
    if (index > from && y > middle) to = Math.max(to, index);
  }
  return to;
}

/** The class that shows where the dragged item would land. */
export function dragClass(drag: DragOrder["drag"], index: number): string {
  if (drag === null) return "";
  if (drag.from === index) return " is-dragged";
  if (drag.to !== index || drag.to === drag.from) return "";
  return drag.to < drag.from ? " is-drop-above" : " is-drop-below";
}

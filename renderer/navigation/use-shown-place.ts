/** Shows the field of a place that an address names. */
import { useEffect } from "react";

/**
 * Scrolls to the field whose `data-place` is `place`, or the nearest around it, and gives it the focus, once it is on the screen.
 * `ready` says that the screen has its fields.
 */
export function useShownPlace(place: string | null, ready: boolean): void {
  useEffect(() => {
    if (place === null || !ready) return;
    const field = nearestField(place);
    if (field === null) return;
    field.scrollIntoView({ block: "center" });
    (field.matches("input, button, textarea, select")
      ? field
      : // The value itself before the buttons that say in which form it is stated.
        (field.querySelector<HTMLElement>("input, textarea, select") ?? field.querySelector<HTMLElement>("button"))
    )?.focus();
  }, [place, ready]);
}

function nearestField(place: string): HTMLElement | null {
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, Math.max(at.lastIndexOf("."), at.lastIndexOf("["))))) {
    const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`);
    if (field !== null) return field;
  }
  return null;
}

/** Shows the field of a place that an address names. */
import { useEffect } from "react";

/**
 * Scrolls to the field whose `data-place` is `place`, or the nearest around it, and gives it the focus. A screen that is still
 * filling is watched for a nearer one until the person does something.
 * `ready` says that the screen is there.
 */
export function useShownPlace(place: string | null, ready: boolean): void {
  useEffect(() => (place === null || !ready ? undefined : showPlace(place)), [place, ready]);
}

/** Gives the way to stop. */
function showPlace(place: string): () => void {
  let shown: HTMLElement | null = null;
  const observer = new MutationObserver(() => look());
  const stop = () => {
    observer.disconnect();
    removeEventListener("pointerdown", stop, true);
    removeEventListener("keydown", stop, true);
  };
  const look = () => {
    const field = nearestField(place);
    if (field === null || field === shown) return;
    shown = field;
    show(field);
    if (field.dataset.place === place) stop();
  };
  observer.observe(document.body, { childList: true, subtree: true });
  addEventListener("pointerdown", stop, true);
  addEventListener("keydown", stop, true);
  look();
  return stop;
}

/** The value itself before the buttons that say in which form it is stated. */
const CONTROLS = ["input, textarea, select", "button, [tabindex]"];

function show(field: HTMLElement): void {
  field.scrollIntoView({ block: "center" });
  const control = field.matches(CONTROLS.join())
    ? field
    : CONTROLS.map((kind) => field.querySelector<HTMLElement>(kind)).find((found) => found !== null);
  control?.focus({ preventScroll: true });
}

function nearestField(place: string): HTMLElement | null {
  for (let at = place; at !== ""; at = at.slice(0, Math.max(0, at.lastIndexOf("."), at.lastIndexOf("[")))) {
    const field = document.querySelector<HTMLElement>(`[data-place="${CSS.escape(at)}"]`);
    if (field !== null) return field;
  }
  return null;
}

import { useEffect, useRef } from "react";

/** What a combination of keys does: "Ctrl+E", "F8", "Shift+F8", "Ctrl++". On a Mac, Command counts as Ctrl. */
export type Shortcuts = Readonly<Record<string, () => void>>;

/** Listens on the whole window while the component is shown, and keeps the browser's own meaning of these keys away. */
export function useShortcuts(shortcuts: Shortcuts): void {
  const latest = useRef(shortcuts);
  latest.current = shortcuts;
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      const action = event.defaultPrevented ? undefined : latest.current[nameOf(event)];
      if (action === undefined) return;
      event.preventDefault();
      action();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** "Ctrl+E", "Ctrl+Shift+Z", "F8", "?" for a key event: letters in capitals, Shift named where it is not in the sign already. */
export function nameOf(event: Pick<KeyboardEvent, "key" | "ctrlKey" | "metaKey" | "shiftKey" | "altKey">): string {
  const { key, ctrlKey, metaKey, shiftKey, altKey } = event;
  const letter = key.length === 1;
  const held = [
    ...(ctrlKey || metaKey ? ["Ctrl"] : []),
    ...(altKey ? ["Alt"] : []),
    ...(shiftKey && (!letter || (/^[a-z]$/i.test(key) && (ctrlKey || metaKey || altKey))) ? ["Shift"] : []),
  ];
  return [...held, letter ? key.toUpperCase() : key].join("+");
}

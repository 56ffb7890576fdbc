/** Turns keys into commands, on every screen. */
import { useEffect } from "react";
import { commands } from "../../shared/contract/commands.ts";
import { nameOf } from "../components/use-shortcuts.ts";
import { runCommand } from "./registry.ts";

const byKeys = new Map(commands.flatMap(({ id, keys }) => (keys === null ? [] : [[keys as string, id] as const])));

export function useCommandKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const keys = nameOf(event);
      const id = byKeys.get(keys);
      if (id === undefined || (keys.length === 1 && isTyping(event.target))) return;
      if (runCommand(id)) event.preventDefault();
    };
    addEventListener("keydown", press);
    return () => removeEventListener("keydown", press);
  }, []);
}

/** A sign without Ctrl or Alt belongs to the field in which it is typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

/** Turns keys into commands, on every screen. */
import { useEffect } from "react";
import { type CommandId, commands } from "../../shared/contract/commands.ts";
import { nameOf } from "../components/use-shortcuts.ts";
import { runCommand } from "./registry.ts";

const byKeys = new Map<string, CommandId>([
  ...commands.flatMap(({ id, keys }) => (keys === null ? [] : [[keys, id] as const])),
  // The other key for it, of Windows.
  ["Ctrl+Y", "edit.redo"],
]);

const undoTypes = new Map<string, CommandId>([
  ["historyUndo", "edit.undo"],
  ["historyRedo", "edit.redo"],
]);

export function useCommandKeys(): void {
  useEffect(() => {
    const press = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const keys = nameOf(event);
      const id = byKeys.get(keys);
      if (id === undefined || (keys.length === 1 && isTyping(event.target))) return;
      if (isInDialog(event.target)) {
        // A dialog has its own keys; those of the browser would save the page or leave it.
        if (id !== "edit.undo" && id !== "edit.redo") event.preventDefault();
        return;
      }
      if (runCommand(id)) event.preventDefault();
    };
    // The browser's own undo, from its menu: it knows nothing of the plan, and would put a field out of step with it.
    const undo = (event: InputEvent) => {
      const id = undoTypes.get(event.inputType);
      if (id !== undefined && !isInDialog(event.target) && runCommand(id)) event.preventDefault();
    };
    addEventListener("keydown", press);
    addEventListener("beforeinput", undo);
    return () => {
      removeEventListener("keydown", press);
      removeEventListener("beforeinput", undo);
    };
  }, []);
}

function isInDialog(target: EventTarget | null): boolean {
  return target instanceof Element && target.closest('dialog, [role="dialog"]') !== null;
}

/** A sign without Ctrl or Alt belongs to the field in which it is typed. */
function isTyping(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && target.matches("input, textarea, select, [contenteditable]");
}

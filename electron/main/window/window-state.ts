/** Where the window stood when it was last closed. */
import { readFile } from "node:fs/promises";
import type { BrowserWindow, Display, Rectangle } from "electron";
import { z } from "zod";
import { writeAtomic } from "../../backend/files/write-atomic.ts";

const side = z.int().min(1).max(100_000);
const place = z.int().min(-100_000).max(100_000);

const stateSchema = z.strictObject({ x: place, y: place, width: side, height: side, maximised: z.boolean() });

export type WindowState = z.infer<typeof stateSchema>;

/** Without a place the system chooses one. */
export interface Placement {
  readonly bounds: { readonly x?: number; readonly y?: number; readonly width: number; readonly height: number };
  readonly maximised: boolean;
}

const FIRST = { width: 1440, height: 900 } as const;

/** So much of the window must be on a screen for a person to get hold of it. */
const GRIP = { width: 120, height: 40 } as const;

/**
 * Where to put the window: as it stood, if a good part of its title bar is still on a screen; else, as on a first start, where the
 * system likes, no larger than the first screen.
 */
export function placeWindow(state: WindowState | null, screens: readonly Pick<Display, "workArea">[]): Placement {
  const areas = screens.map(({ workArea }) => workArea);
  const maximised = state?.maximised ?? false;
  if (state !== null && areas.some((area) => hasGrip(state, area))) {
    const { x, y, width, height } = state;
    return { bounds: { x, y, width, height }, maximised };
  }
  const { width, height } = state ?? FIRST;
  const [first] = areas;
  if (first === undefined) return { bounds: { width, height }, maximised };
  return { bounds: { width: Math.min(width, first.width), height: Math.min(height, first.height) }, maximised };
}

function hasGrip(window: Rectangle, area: Rectangle): boolean {
  const overlap = Math.min(window.x + window.width, area.x + area.width) - Math.max(window.x, area.x);
  const top = window.y >= area.y - GRIP.height / 2 && window.y + GRIP.height <= area.y + area.height;
  return top && overlap >= GRIP.width;
}

/** The state as it was kept; null when it was not, or is not readable: then it is as a first start. */
export async function readWindowState(path: string): Promise<WindowState | null> {
  try {
    return stateSchema.parse(JSON.parse(await readFile(path, "utf8")));
  } catch {
    return null;
  }
}

/** Keeps the state when the window closes. `written` resolves when it is on the disk, or could not be put there. */
export function keepWindowState(
  window: Pick<BrowserWindow, "on" | "getNormalBounds" | "isMaximized">,
  path: string,
): { readonly written: () => Promise<void> } {
  let writing: Promise<unknown> = Promise.resolve();
  window.on("close", () => {
    const state: WindowState = { ...window.getNormalBounds(), maximised: window.isMaximized() };
    writing = writeAtomic(path, `${JSON.stringify(state)}\n`, { mode: 0o600 });
  });
  return { written: () => writing.then(() => {}) };
}

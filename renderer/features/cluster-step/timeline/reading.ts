/** Reading a timeline by its keys: which step of which band is read next. Pure. */
import type { Band } from "../../../../shared/cluster/bands.ts";

/** A band and one of its steps. */
export interface Read {
  readonly band: number;
  readonly step: number;
}

/** The step that a key leads to; null for none, undefined where the key means nothing here. */
export function readAfter(key: string, bands: readonly Band[], read: Read | null): Read | null | undefined {
  const isArrow = ["ArrowLeft", "ArrowRight", "ArrowUp", "ArrowDown", "Home", "End"].includes(key);
  if (key === "Escape") return read === null ? undefined : null;
  if (!isArrow || bands.length === 0) return undefined;
  if (read === null) return { band: 0, step: 0 };
  const steps = bands[read.band]?.steps ?? [];
  const last = steps.length - 1;
  if (key === "ArrowRight") return { ...read, step: Math.min(last, read.step + 1) };
  if (key === "ArrowLeft") return { ...read, step: Math.max(0, read.step - 1) };
  if (key === "Home") return { ...read, step: 0 };
  if (key === "End") return { ...read, step: last };
  const band = Math.min(bands.length - 1, Math.max(0, read.band + (key === "ArrowUp" ? 1 : -1)));
  if (band === read.band) return read;
  // In the other band at the same time, or where that band next has something to do.
  const at = steps[read.step]?.fromHours ?? 0;
  const there = bands[band]?.steps ?? [];
  const next = there.findIndex(({ toHours }) => toHours > at);
  return { band, step: next === -1 ? there.length - 1 : next };
}

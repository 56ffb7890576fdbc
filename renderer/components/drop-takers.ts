/** Screens that take files which are dropped on the window, before the window opens them as plans. */
import { useEffect } from "react";

export interface DropTaker {
  /** What letting go would do, while a file is held over the window. */
  readonly words: string;
  /** Which files, in a sentence or two. */
  readonly note: string;
  /** Takes the files, or answers false: they are then opened as plans. */
  readonly take: (files: readonly File[]) => Promise<boolean>;
}

/** The screen that came last is asked. */
const takers: DropTaker[] = [];

export const currentTaker = (): DropTaker | undefined => takers.at(-1);

/** Takes dropped files for as long as the screen is there; null takes none. The taker must be the same from one drawing to the next. */
export function useDropTaker(taker: DropTaker | null): void {
  useEffect(() => {
    if (taker === null) return;
    takers.push(taker);
    return () => {
      takers.splice(takers.indexOf(taker), 1);
    };
  }, [taker]);
}

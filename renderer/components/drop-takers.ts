/** Screens that take files which are dropped on the window, before the window opens them as plans. */
import { useEffect } from "react";

export interface DropTaker {
  /** What letting go would do, while a file is held over the window. */
  readonly words: string;
  /** Which files, in a sentence or two. */
  readonly note: string;
  /** Takes the files, or answers false: the next is asked then, and in the end they are opened as plans. */
  readonly take: (files: readonly File[]) => Promise<boolean>;
}

/** The one that came last is asked first, and says what letting go would do. */
const takers: DropTaker[] = [];

export const currentTaker = (): DropTaker | undefined => takers.at(-1);

/** Whether one of the screens took the files: each looks at what is in them. */
export async function offerToTakers(files: readonly File[]): Promise<boolean> {
  for (const taker of takers.toReversed()) if (await taker.take(files)) return true;
  return false;
}

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

/** The fonts of the sheet, loaded before anything is measured or drawn with them. */
import { useEffect, useState } from "react";

const needed = ["400 13px Inter", "600 13px Inter"];
/** A letter of every subset that a sheet can hold: Latin with signs, and Greek for sums and parameters. */
const SAMPLE = "aA0–×−Σβ";

/** Resolves when the sheet's fonts can be used; also when one of them cannot be had, since a fallback then stands in. */
export async function loadFonts(): Promise<void> {
  await Promise.allSettled(needed.map((font) => document.fonts.load(font, SAMPLE)));
  await document.fonts.ready;
}

let loaded = false;

export function useFontsReady(): boolean {
  const [ready, setReady] = useState(loaded);
  useEffect(() => {
    if (loaded) return;
    void loadFonts().then(() => {
      loaded = true;
      setReady(true);
    });
  }, []);
  return ready;
}

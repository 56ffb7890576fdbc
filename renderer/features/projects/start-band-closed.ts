/** Whether somebody has closed the band for those who are new: kept in this browser. */
const STORED = "flopsheet.start-band";

export const isStartBandClosed = (): boolean => localStorage.getItem(STORED) === "closed";

export function keepStartBandClosed(closed: boolean): void {
  if (closed) localStorage.setItem(STORED, "closed");
  else localStorage.removeItem(STORED);
}

/** The day it is where the person sits, as YYYY-MM-DD. */
export const today = (): string => dayOf(new Date());

/** The day of a moment where the person sits, as YYYY-MM-DD. */
export function dayOf(moment: Date): string {
  const two = (n: number) => String(n).padStart(2, "0");
  return `${moment.getFullYear()}-${two(moment.getMonth() + 1)}-${two(moment.getDate())}`;
}

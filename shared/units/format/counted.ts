/** Things and how many there are. */
import { exact } from "./exact.ts";

/** `one` for exactly one, else the plural: `plural(2, "run")` is "runs". */
export const plural = (n: number, one: string, many = `${one}s`): string => (n === 1 ? one : many);

/** "1 run", "58,512 runs". */
export const counted = (n: number, one: string, many?: string): string => `${exact(n)} ${plural(n, one, many)}`;

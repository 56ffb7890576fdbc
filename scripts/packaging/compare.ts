import type { Fuse } from "../../electron/main/security/fuses.ts";

/** How two lists of files differ, a sentence a file; none when they hold the same. */
export function fileDifferences(found: readonly string[], allowed: readonly string[]): readonly string[] {
  return [
    ...found.filter((path) => !allowed.includes(path)).map((path) => `${path} is packaged and should not be.`),
    ...allowed.filter((path) => !found.includes(path)).map((path) => `${path} is missing.`),
  ];
}

/** A fuse as it is read back from a program: "0" off, "1" on, "r" removed; by its place in the wire. */
export type FuseWire = Readonly<Record<string, number | string | boolean | undefined>>;

const ON = "1".charCodeAt(0);
const OFF = "0".charCodeAt(0);

/** Which fuses of a program are not as they were decided; `places` says where each stands in the wire. */
export function fuseDifferences(
  wire: FuseWire,
  decided: Readonly<Record<string, Fuse>>,
  places: Readonly<Record<string, string | number>>,
): readonly string[] {
  return Object.entries(decided).flatMap(([name, { on }]) => {
    const state = wire[String(places[name])];
    if (state === (on ? ON : OFF)) return [];
    const is = state === ON ? "on" : state === OFF ? "off" : `in state ${state}`;
    return [`The fuse ${name} is ${is}, and should be ${on ? "on" : "off"}.`];
  });
}

import type { PlanFault } from "../fault.ts";

/**
 * A fault as a block of plain text, for a terminal or a clipboard.
 *
 * @example
 * // Unknown key haeds
 * //   at       experiments[0].model.haeds, line 12, column 17
 * //   value    "haeds"
 * //   allowed  kind, layers, width, heads
 * //   do       Did you mean heads?
 */
export function describeFault(fault: PlanFault): string {
  const place = fault.line === null ? [] : [`line ${fault.line}, column ${fault.column}`];
  const at = [...(fault.path === "" ? [] : [fault.path]), ...place].join(", ");
  const rows: [string, string | null][] = [
    ["at", at === "" ? null : at],
    ["value", fault.value],
    ["allowed", fault.allowed],
    ["do", fault.hint],
  ];
  const lines = rows.flatMap(([name, text]) => (text === null ? [] : [`  ${name.padEnd(9)}${text}`]));
  return [fault.message, ...lines].join("\n");
}

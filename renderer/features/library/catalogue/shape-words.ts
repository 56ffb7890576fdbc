import type { ModelFields } from "../../../../shared/models/model-fields.ts";
import { exact } from "../../../../shared/units/format/exact.ts";

/**
 * A published model's shape in a line.
 *
 * @example shapeWords({layers: 32, width: 4096, heads: 32, keyValueHeads: 8, …}) // "32 layers, width 4,096, 32 heads (8 shared)"
 */
export function shapeWords({
  layers,
  width,
  heads,
  keyValueHeads,
  experts,
  expertsPerToken,
  imageSize,
}: ModelFields): string {
  const shared = keyValueHeads == null || keyValueHeads === heads ? "" : ` (${exact(keyValueHeads)} shared)`;
  return [
    layers === undefined ? null : `${exact(layers)} layers`,
    width === undefined ? null : `width ${exact(width)}`,
    heads === undefined ? null : `${exact(heads)} heads${shared}`,
    experts == null
      ? null
      : `${exact(experts)} experts${expertsPerToken === undefined ? "" : `, ${exact(expertsPerToken)} a token`}`,
    imageSize == null ? null : `images of ${exact(imageSize)}`,
  ]
    .filter((part) => part !== null)
    .join(", ");
}

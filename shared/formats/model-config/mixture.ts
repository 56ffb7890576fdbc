/** Which blocks of a mixture have experts. */
import type { ModelFields } from "../../models/model-fields.ts";
import type { ConfigObject } from "./model-config.ts";

/**
 * The fields that leave the blocks of `hasExperts` with experts. A plan knows dense blocks at the start and every n-th
 * block; any other arrangement is counted as so many dense blocks at the start, which changes no count, and is said. Null
 * where no block has experts.
 */
export function expertLayers(
  config: ConfigObject,
  layers: number,
  hasExperts: (layer: number) => boolean,
): Pick<ModelFields, "denseLayers" | "mixtureEvery"> | null {
  const blocks = Array.from({ length: Math.min(layers, 10_000) }, (_, layer) => hasExperts(layer));
  const count = blocks.filter(Boolean).length;
  const first = blocks.indexOf(true);
  if (count === layers) return {};
  if (count === 0) {
    config.warn("No block of this mixture has experts, as its layers are named: it is counted as a dense model.");
    return null;
  }
  if (blocks.every((has, layer) => has === layer >= first)) return { denseLayers: first };
  const every = first + 1;
  if (blocks.every((has, layer) => has === ((layer + 1) % every === 0))) return { mixtureEvery: every };
  config.warn(
    `${count} of ${layers} blocks have experts, in an order that a plan cannot write down: the dense ones are put first, which changes no count.`,
  );
  return { denseLayers: layers - count };
}

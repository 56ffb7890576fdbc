/** Sliding windows, and the layers that attend to everything all the same. */
import type { ModelFields } from "../../models/model-fields.ts";
import { MODEL_LIMITS } from "../../models/model-fields.ts";
import type { ConfigObject } from "./model-config.ts";

interface WindowOptions {
  readonly layers: number;
  /** Tokens of the window; null for none. */
  readonly window: number | null;
  /** Every which layer has no window, where the file does not list its layers; null for none of them. */
  readonly globalEvery: number | null;
}

/**
 * The window's fields. A list of the layers' kinds (`layer_types`) wins over a rule; a list that follows a rule is told as
 * the rule, so that a model of another depth follows it, too.
 */
export function windowFields(config: ConfigObject, { layers, window, globalEvery }: WindowOptions): ModelFields {
  if (window === null) return {};
  const types = config.list("layer_types");
  if (types === null) return { window, ...(globalEvery === null ? {} : { globalEvery }) };
  const isGlobal = types.map((type) => type === "full_attention");
  const known = types.every((type) => type === "full_attention" || type === "sliding_attention");
  if (!known || types.length !== layers) {
    config.refuse(
      "layer_types",
      known
        ? `layer_types is of another number of layers: ${types.length}, not ${layers}`
        : "layer_types names another kind",
      `${layers} of full_attention and sliding_attention`,
    );
    return {};
  }
  const count = isGlobal.filter(Boolean).length;
  if (count === layers) return {};
  if (count === 0) return { window };
  const every = isGlobal.indexOf(true) + 1;
  const follows = isGlobal.every((global, index) => global === ((index + 1) % every === 0));
  return follows && every <= MODEL_LIMITS.layers ? { window, globalEvery: every } : { window, globalLayers: count };
}

/** The window of Qwen's models: off unless switched on, and then only from a layer on. */
export function switchedWindow(config: ConfigObject, layers: number, fromDefault: number): ModelFields {
  if (!config.flag("window", "use_sliding_window", false)) return {};
  const window = config.countOrNone("window", "sliding_window", 4_096);
  if (config.list("layer_types") !== null) return windowFields(config, { layers, window, globalEvery: null });
  const from = Math.min(config.number("globalLayers", "max_window_layers", fromDefault), layers);
  if (window === null || from === layers) return {};
  return { window, ...(from === 0 ? {} : { globalLayers: from }) };
}

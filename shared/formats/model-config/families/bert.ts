/** BERT. Devlin et al. 2018. */
import type { ReadFamily } from "../model-config.ts";
import { maskedEncoder } from "./masked-encoder.ts";

export const readBert: ReadFamily = (config) => maskedEncoder(config, 30_522);

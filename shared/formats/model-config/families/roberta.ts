/** RoBERTa: BERT with a vocabulary of bytes and two rows of positions to spare, which its files count. Liu et al. 2019. */
import type { ReadFamily } from "../model-config.ts";
import { maskedEncoder } from "./masked-encoder.ts";

export const readRoberta: ReadFamily = (config) => maskedEncoder(config, 50_265);

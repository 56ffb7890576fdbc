import { z } from "zod";
import { strictObject } from "../lib/strict-object.ts";

/** Number formats whose dense peak a datasheet may give. int8 is counted in integer operations per second. */
export const NUMBER_FORMATS = ["fp64", "fp32", "tf32", "fp16", "bf16", "fp8", "int8", "fp4"] as const;

export const numberFormatSchema = z.enum(NUMBER_FORMATS);
export type NumberFormat = z.infer<typeof numberFormatSchema>;

/** An object with a value for some of the formats. */
export const byFormatSchema = <Value extends z.ZodType>(value: Value) =>
  strictObject({
    fp64: value.optional(),
    fp32: value.optional(),
    tf32: value.optional(),
    fp16: value.optional(),
    bf16: value.optional(),
    fp8: value.optional(),
    int8: value.optional(),
    fp4: value.optional(),
  } satisfies Record<NumberFormat, z.ZodType>);

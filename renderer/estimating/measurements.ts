/** What others have measured, as shipped; that every row is what its schema says is tested in shared/hardware. */
import measured from "../../assets/catalog/measurements.json";
import type { Measurements } from "../../shared/hardware/measurement.ts";

export const measurements = measured as Measurements;

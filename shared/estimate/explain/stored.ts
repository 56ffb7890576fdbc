/** What a plan keeps on disks and sends out, in TB-months and TB. */
import { checkpointParameters, storageUse } from "../compare/storage-use.ts";
import type { StoredMeasure } from "../figure.ts";
import type { Trace, TraceInput } from "../trace.ts";
import { type Context, STATED, UnknownFigureError } from "./context.ts";
import { equal, group, num, over, plus, sym, times } from "./formula.ts";
import { givenInput, statedInput } from "./page-context.ts";

const BYTES_PER_TB = 1e12;

export function explainStored({ plan, estimated }: Context, measure: StoredMeasure): Trace {
  const { storage } = plan;
  if (storage === null) throw new UnknownFigureError("the plan keeps nothing and sends nothing out");
  const { source } = storage;
  const stated = (symbol: string, key: keyof typeof storage, name: string, value: number, unit: string): TraceInput =>
    statedInput(symbol, name, value, unit, { source: source ?? STATED, date: null, place: `storage.${key}` });
  if (measure === "egressTB") {
    const sent = storage.egressTB;
    return {
      title: "Data that is sent out",
      value: sent,
      unit: "TB",
      formula: sym("D", "out"),
      substituted: num(sent, "TB"),
      formulaSource: STATED,
      inputs: [stated("D_out", "egressTB", "Sent out in all", sent, "TB")],
      terms: [],
      notes: [],
    };
  }
  const { keptCheckpoints, bytesPerParameter, dataTB, months } = storage;
  const parameters = checkpointParameters(plan, estimated);
  const value = storageUse(plan, estimated).storageTBMonths;
  return {
    title: "What is kept, in TB-months",
    value,
    unit: "TB-months",
    formula: equal(
      sym("S"),
      times(group(plus(over(times(sym("N"), sym("b"), sym("k")), num(BYTES_PER_TB)), sym("D"))), sym("m")),
    ),
    substituted: equal(
      sym("S"),
      times(
        group(
          plus(
            over(times(num(parameters), num(bytesPerParameter), num(keptCheckpoints)), num(BYTES_PER_TB)),
            num(dataTB),
          ),
        ),
        num(months),
      ),
      num(value, "TB-months"),
    ),
    formulaSource:
      "checkpoints (runs × parameters × bytes × kept of each) and other data, for as long as they are kept",
    inputs: [
      givenInput("N", "Parameters of all runs that have a model", parameters, "parameters"),
      stated("b", "bytesPerParameter", "Bytes of a parameter", bytesPerParameter, "B"),
      stated("k", "keptCheckpoints", "Checkpoints kept of a run", keptCheckpoints, ""),
      stated("D", "dataTB", "Data, logs and results", dataTB, "TB"),
      stated("m", "months", "Kept for", months, "months"),
    ],
    terms: [],
    notes: [],
  };
}

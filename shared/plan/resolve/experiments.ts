import { axisKind } from "../axis-kind.ts";
import type { ExperimentDocument } from "../document.ts";
import type { ResolvedAxis, ResolvedExperiment, ResolvedSweep } from "../resolved.ts";
import type { PlacedAxis, SweepSource } from "../sweep-source.ts";
import { pathText } from "../text/document-path.ts";
import type { Inputs } from "./inputs.ts";
import { askedOf } from "./settings.ts";

/** An experiment as the sheet names it. */
export function resolveExperiment(
  { id, title, note, after }: ExperimentDocument,
  sources: readonly SweepSource[],
  inputs: Inputs,
): ResolvedExperiment {
  return {
    id,
    title,
    note: note ?? null,
    after: after ?? [],
    sweeps: sources.map((source) => resolveSweep(source, inputs)),
  };
}

function resolveSweep({ sweep, axes, path }: SweepSource, inputs: Inputs): ResolvedSweep {
  const asked = askedOf(axes);
  const { id, title, maxParallel, note } = sweep;
  return {
    id: id ?? null,
    title: title ?? null,
    axes: axes.map((axis) => resolveAxis(axis, asked.has(axis.name), inputs)),
    maxParallel: maxParallel === undefined ? null : { runs: maxParallel.runs, per: maxParallel.per ?? [] },
    note: note ?? null,
    path: pathText(path),
  };
}

function resolveAxis({ name, axis, path }: PlacedAxis, isAsked: boolean, inputs: Inputs): ResolvedAxis {
  const kind = axisKind(name, axis);
  switch (kind.kind) {
    case "path":
      return listed(name, "path", kind.values);
    case "variant":
      return listed(
        name,
        "variant",
        kind.rows.map(({ label }) => label),
      );
    case "labels":
      return listed(name, isAsked ? "variant" : "labels", kind.labels);
    case "count":
      return { name, kind: "count", values: null, count: inputs.amount(kind.count, path) };
    case "table":
      return { name, kind: "count", values: null, count: null };
  }
}

const listed = (
  name: string,
  kind: ResolvedAxis["kind"],
  values: NonNullable<ResolvedAxis["values"]>,
): ResolvedAxis => ({
  name,
  kind,
  values,
  count: { likely: values.length, input: null },
});

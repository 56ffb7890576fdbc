import { Fragment, useEffect, useRef } from "react";
import { countText } from "../../../../shared/sheet/text/amounts.ts";
import { plural } from "../../../../shared/units/format/counted.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { treeEntries, treeItems, treeValue } from "../../../fields/tree-value.ts";
import { axisTitle, headSizeFor } from "../axis/axis-face.ts";
import { experimentPath, sweepPath } from "../edits.ts";
import { effectiveFields } from "../recipe/levels.ts";
import { useStepStatus } from "../step-status.tsx";
import { pluralOf } from "./plural.ts";
import { type Count, countOf, type Equation, equationOf, type Factor } from "./run-count.ts";

/** How long the runs must stay the same before they are said: not at every keystroke. */
const PAUSE_MS = 700;

interface EquationViewProps {
  readonly experiment: number;
  readonly sweep: number;
}

/** The runs of a sweep as a product. While a factor is no number, the last product stays, dimmed. */
export function EquationView({ experiment, sweep }: EquationViewProps) {
  const [{ tree }] = usePlan();
  const path = sweepPath(experiment, sweep);
  const now = equationOf(tree, path);
  const last = useRef<Equation | null>(null);
  if (now.runs !== null) last.current = now;
  const shown = now.runs === null ? last.current : now;
  useAnnounced(shown?.runs ?? null);
  const isStale = now.runs === null;
  const names = treeEntries(tree, [...path, "axes"]).map(([name]) => name);
  const model = effectiveFields(tree, { experiment, sweep }, "model");
  const wordsOf = (factor: Factor) => factorWords(factor, (name) => headSizeFor(name, model, names) !== null);
  return (
    <div className={isStale ? "equation is-stale" : "equation"}>
      {shown?.runs == null ? (
        <p className="equation-none">The runs are counted when every axis has its values.</p>
      ) : (
        <>
          {shown.factors.map((factor, index) => (
            <Fragment key={factor.axis ?? "repeats"}>
              {index > 0 && <span className="equation-sign">×</span>}
              <span className="equation-factor">
                <strong className="tabular">{countText(factor.count?.likely ?? 0)}</strong>{" "}
                <span>{wordsOf(factor)}</span>
              </span>
            </Fragment>
          ))}
          <span className="equation-end">
            {shown.factors.length > 0 && <span className="equation-sign">=</span>}
            <span className="equation-runs">
              <strong className="tabular">
                {countText(shown.runs.likely)} {plural(shown.runs.likely, "run")}
              </strong>{" "}
              <span>{runsWords(shown.runs, tree, experiment, sweep)}</span>
            </span>
          </span>
        </>
      )}
      {isStale && shown?.runs != null && <em className="stale-note">as of the last valid values</em>}
    </div>
  );
}

/** "widths", "learning rates, 10 to 15", "repeats" */
function factorWords({ axis, count, over }: Factor, isWidth: (name: string) => boolean): string {
  const likely = count?.likely ?? 0;
  const title = (name: string) => (isWidth(name) ? "width" : name === "model.heads" ? "head count" : axisTitle(name));
  const name = axis === null ? "repeat" : axis.split(" × ").map(title).join(" × ");
  const noun = likely === 1 ? name : pluralOf(name);
  if (over !== null) return `${noun}, over the ${pluralOf(title(over))}`;
  return count === null || count.low === count.high ? noun : `${noun}, ${exact(count.low)} to ${exact(count.high)}`;
}

/** The ends of a number in doubt, and what the sweep does with its runs. */
function runsWords(runs: Count, tree: unknown, experiment: number, sweep: number): string {
  const path = sweepPath(experiment, sweep);
  const share = countOf(tree, treeValue(tree, [...path, "earlyStopped", "share"]));
  const at = countOf(tree, treeValue(tree, [...path, "earlyStopped", "at"]));
  const probability = treeValue(tree, [...path, "probability"]);
  const shared =
    treeValue(tree, [...path, "sharedWith"]) ?? treeValue(tree, [...experimentPath(experiment), "sharedWith"]);
  const other = treeItems(tree, ["experiments"]).find((one) => treeValue(one, ["id"]) === shared);
  return [
    ...(runs.low === runs.high
      ? []
      : [`${countText(runs.low)}\u00a0all\u00a0low, ${countText(runs.high)}\u00a0all\u00a0high`]),
    ...(share === null || at === null
      ? []
      : [`${hundredths(share.likely)} % of them end after ${hundredths(at.likely)} % of the training`]),
    ...(typeof probability === "number" && probability < 1
      ? [`run with a probability of ${hundredths(probability)} %: ${countText(runs.likely * probability)} expected`]
      : []),
    ...(shared === undefined ? [] : [`counted in ${String(treeValue(other, ["title"]) ?? shared)}: they add nothing`]),
  ].join("; ");
}

const hundredths = (share: number): string => exact(Number((share * 100).toPrecision(6)));

function useAnnounced(runs: Count | null): void {
  const { announce } = useStepStatus();
  const likely = runs?.likely ?? null;
  const said = useRef(likely);
  useEffect(() => {
    if (likely === null || likely === said.current) return;
    const timer = setTimeout(() => {
      said.current = likely;
      announce(`${countText(likely)} ${plural(likely, "run")} in this sweep`);
    }, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [likely, announce]);
}

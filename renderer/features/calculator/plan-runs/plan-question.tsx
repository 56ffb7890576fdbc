import { rangeText, read } from "../../../../shared/sheet/text/amounts.ts";
import { capital, listed } from "../../../../shared/sheet/text/words.ts";
import { exact, fixed } from "../../../../shared/units/format/exact.ts";
import { Powers } from "../../../components/powers.tsx";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import { useRecentPlans } from "../../../documents/visits.ts";
import { EXAMPLE, goTo, goToPlan } from "../../../navigation/router.ts";
import { ChoiceField } from "../fields/typed-field.tsx";
import { fitOf, fits } from "../fits.ts";
import { IsoflopChart } from "../isoflop/isoflop-chart.tsx";
import { isoflopPicture } from "../isoflop/isoflop-picture.ts";
import { useKeptValues } from "../kept-values.ts";
import { type PlanRun, type PlanRuns, planRuns } from "./plan-runs.ts";
import { useFollowedPlan } from "./use-plan.ts";

/** Runs in the table and in the picture. */
const MOST_RUNS = 12;
/** Runs through which a curve of their own budget goes. */
const MOST_CURVES = 3;
const NAMED = 3;

const initial = { fit: "besiroglu-2024", plan: EXAMPLE };

const withLosses = fits.filter(({ law }) => law.kind !== "allocation");

/** What the largest runs of a plan are predicted to lose, and what their compute is best spent on. */
export function PlanQuestion({ plan: asked }: { readonly plan: string | null }) {
  const [values, change] = useKeptValues("plan", initial);
  const id = asked ?? values.plan;
  const recent = useRecentPlans();
  const followed = useFollowedPlan(id);
  const fit = fitOf(values.fit);
  const opened = followed.kind === "open" ? followed.plan : null;
  const titles = [
    ...recent.map(({ id: value, title }) => ({ value, label: title })),
    ...(recent.some(({ id: value }) => value === EXAMPLE) ? [] : [{ value: EXAMPLE, label: "The example" }]),
  ];
  const isListed = titles.some(({ value }) => value === id);
  return (
    <div className="calculator-columns">
      <section className="calculator-fields" aria-label="What is known">
        <p className="calculator-about">
          What the largest runs of a plan are predicted to lose, and what their compute would be best spent on.
        </p>
        <ChoiceField
          label="Plan"
          value={id}
          onChange={(chosen) => {
            change({ plan: chosen });
            goTo({ kind: "calculator", question: "plan", plan: chosen }, { replace: true });
          }}
          options={isListed ? titles : [{ value: id, label: opened?.document.title ?? "this plan" }, ...titles]}
          help="The plans opened last, and the example"
        />
        <ChoiceField
          label="Fit of the picture"
          value={fit.id}
          onChange={(chosen) => change({ fit: chosen })}
          options={withLosses.map(({ id: value, name }) => ({ value, label: name }))}
        />
        {opened !== null && (
          <p>
            <button type="button" className="calculator-link" onClick={() => goToPlan(id, "experiments")}>
              Open the plan
            </button>
          </p>
        )}
      </section>
      <section className="calculator-answers" aria-label="What follows" aria-busy={followed.kind === "opening"}>
        {followed.kind === "refused" && <p className="calculator-fault">{followed.message}</p>}
        {followed.kind === "open" && opened === null && (
          <p className="calculator-waiting">This plan has faults and no figures yet. Mend it, and its runs are here.</p>
        )}
        {opened !== null && <Outlook {...planRuns(opened, fits, MOST_RUNS)} fit={fit} />}
      </section>
    </div>
  );
}

function Outlook({ runs, others, notCovered, otherWork, fit }: PlanRuns & { readonly fit: ReturnType<typeof fitOf> }) {
  const [largest] = runs;
  return (
    <>
      {notCovered.length > 0 && (
        <p className="calculator-remark">
          The laws are of dense decoders trained on text. Left out: {namesOf(notCovered)}.
        </p>
      )}
      {otherWork.length > 0 && (
        <p className="calculator-remark">
          The laws are of models trained from the start. Left out: {listed(otherWork)}.
        </p>
      )}
      {largest === undefined ? (
        <p className="calculator-waiting">No run of this plan is one that a scaling law is of.</p>
      ) : (
        <>
          <Finding run={largest} />
          <RunTable runs={runs} others={others} />
          <RunPicture runs={runs} fit={fit} />
        </>
      )}
    </>
  );
}

const namesOf = (labels: readonly string[]): string =>
  labels.length <= NAMED
    ? listed(labels)
    : listed([...labels.slice(0, NAMED), `${exact(labels.length - NAMED)} more models`]);

/** What the largest run buys, in a sentence. */
function Finding({ run: { parameters, tokens, flop, outlook } }: { readonly run: PlanRun }) {
  const { loss, optimalParameters } = outlook;
  return (
    <p className="calculator-finding">
      <Powers
        text={
          `The largest run trains ${read(parameters.total)} parameters on ${read(tokens)} tokens, ${read(flop)} FLOP by the plan’s ` +
          `convention${loss === null ? "" : `; its predicted loss is ${fixed(loss.low, 3)} to ${fixed(loss.high, 3)}`}. The same 6·N·D is ` +
          `best spent on ${rangeText(optimalParameters.low, optimalParameters.high)} parameters.`
        }
      />
    </p>
  );
}

/** The runs with the loss of every fit that has one and counts, and the spread of the best size. */
function RunTable({ runs, others }: Pick<PlanRuns, "runs" | "others">) {
  const shown = fits.filter(({ law, comparisonOnly }) => law.kind !== "allocation" && comparisonOnly === null);
  return (
    <section className="calculator-part" aria-labelledby="calculator-runs">
      <h2 id="calculator-runs">The largest runs</h2>
      <ScrollBox className="calculator-table" label="Table of the runs">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Model</th>
              <th scope="col" className="number">
                Parameters
              </th>
              <th scope="col" className="number">
                Tokens
              </th>
              <th scope="col" className="number">
                Tokens<small>a parameter</small>
              </th>
              {shown.map(({ id, name }) => (
                <th key={id} scope="col" className="number">
                  Loss<small>{name.replace(" et al.", "").replace(/,.*/, "")}</small>
                </th>
              ))}
              <th scope="col" className="number">
                Best size<small>for the same 6·N·D</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {runs.map(({ model, experiment, parameters, tokens, outlook }) => (
              <tr key={`${model} ${parameters.total} ${tokens}`}>
                <th scope="row">
                  {model}
                  <small>{experiment}</small>
                </th>
                <td className="number" title={exact(parameters.total)}>
                  {read(parameters.total)}
                </td>
                <td className="number" title={exact(tokens)}>
                  {read(tokens)}
                </td>
                <td className="number">{fixed(tokens / parameters.total, 1)}</td>
                {shown.map(({ id }) => (
                  <td key={id} className="number">
                    {fixed(outlook.byFit.find(({ fit }) => fit.id === id)?.loss ?? Number.NaN, 3)}
                  </td>
                ))}
                <td className="number">{rangeText(outlook.optimalParameters.low, outlook.optimalParameters.high)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {others > 0 && (
        <p className="calculator-note">{exact(others)} more sizes and lengths, smaller than these, are not shown.</p>
      )}
    </section>
  );
}

/** The runs among the isoFLOP curves of the largest of them. */
function RunPicture({ runs, fit }: { readonly runs: readonly PlanRun[]; readonly fit: ReturnType<typeof fitOf> }) {
  const marked = runs.flatMap((run) => {
    const loss = run.outlook.byFit.find((one) => one.fit.id === fit.id)?.loss ?? null;
    const parameters = run.parameters[fit.countedAs];
    return loss === null ? [] : [{ run, label: run.model, parameters, loss, budget: 6 * parameters * run.tokens }];
  });
  const budgets = spreadOut(marked.map(({ budget }) => budget));
  const picture = budgets.length === 0 ? null : isoflopPicture(fit.law, budgets, marked);
  const [largest] = marked;
  const lowest = picture?.curves.find(({ budget }) => budget === largest?.budget)?.lowest;
  if (picture === null || largest === undefined || lowest === undefined) return null;
  return (
    <IsoflopChart
      finding={findingOf(largest, lowest)}
      by={`By ${fit.name}; diamonds are runs of the plan, the large one is ${largest.label}.`}
      picture={picture}
    />
  );
}

/** What the picture shows of the largest run. */
function findingOf(
  { label, parameters, loss }: { readonly label: string; readonly parameters: number; readonly loss: number },
  lowest: { readonly parameters: number; readonly loss: number },
): string {
  const [own, best] = [fixed(loss, 3), fixed(lowest.loss, 3)];
  return own === best
    ? `${capital(label)} has the size that its compute is best spent on: no other loses less than ${best}`
    : `The compute of ${label} loses ${best} at ${read(lowest.parameters)} parameters, and ${own} at its ${read(parameters)}`;
}

/** The largest budget, and others of which each is at most a third of the one before: curves that can be told apart. */
function spreadOut(budgets: readonly number[]): readonly number[] {
  const chosen: number[] = [];
  for (const budget of [...budgets].sort((a, b) => b - a)) {
    const last = chosen.at(-1);
    if (last === undefined || budget <= last / 3) chosen.push(budget);
    if (chosen.length === MOST_CURVES) break;
  }
  return chosen.reverse();
}

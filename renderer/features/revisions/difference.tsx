import { useMemo } from "react";
import { type PlanDifference, planDifference } from "../../../shared/estimate/difference/plan-difference.ts";
import type { AnyFigure } from "../../../shared/estimate/figure.ts";
import { describeDifference } from "../../../shared/plan/changes/describe-difference.ts";
import { readPlan } from "../../../shared/plan/read.ts";
import { countText, moneyExact, shareText } from "../../../shared/sheet/text/amounts.ts";
import { capital } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { readable, readableText } from "../../../shared/units/format/readable.ts";
import { MINUS, withPlus } from "../../../shared/units/format/sign.ts";
import { Powers } from "../../components/powers.tsx";
import { catalogue } from "../../estimating/catalogue.ts";
import { catalogueName } from "../../estimating/catalogue-name.ts";
import { openPlan } from "../../estimating/opened-plan.ts";
import { type ExplainedHere, useExplainedHere } from "../../explain/explained-here.ts";
import { operations } from "../../settings/figure-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { BudgetRows } from "./budget-rows.tsx";
import { ChangeEffects } from "./change-effects.tsx";
import { experimentDifferences, type FigureDifference, wholeDifferences } from "./figure-differences.ts";
import { TextDiff } from "./text-diff.tsx";
import { type Version, versionName } from "./versions.ts";

interface DifferenceProps {
  readonly before: Version;
  readonly after: Version;
}

/** How two versions differ: in words, in figures, in their text. */
export function Difference({ before, after }: DifferenceProps) {
  const settings = useSettings();
  const { changes, words } = useMemo(
    () => describeDifference(before.text, after.text, catalogueName),
    [before.text, after.text],
  );
  const here = useMemo(() => readVersions(before.text, after.text), [before.text, after.text]);
  useExplainedHere(here);
  const difference = useMemo(() => differenceOfTexts(before.text, after.text), [before.text, after.text]);
  const budget = difference?.budget ?? null;
  const whole = wholeDifferences(before, after);
  const experiments = experimentDifferences(before, after);
  const currency = after.figures?.currency ?? before.figures?.currency ?? "";
  const money = {
    words: (value: number) => readableText(readable(value)),
    exact: (value: number) => moneyExact(value, currency),
  };
  const hours = { words: money.words, exact: (value: number) => `${exact(value)} card-hours` };
  const work = {
    words: (value: number) => readableText(operations(value, settings).value),
    exact: (value: number) => operations(value, settings).exact,
  };
  const runs = { words: countText, exact: (value: number) => counted(value, "run") };
  const workUnit = settings.operations === "flop" ? "FLOP" : "PF-days";

  return (
    <>
      <h2>
        {before.key === after.key
          ? capital(versionName(after.key))
          : `From ${versionName(before.key)} to ${versionName(after.key)}`}
      </h2>
      {before.text === after.text ? (
        <p className="revisions-note">Both are the same text.</p>
      ) : (
        <ul className="revisions-changes">
          {changes.length === 0 ? (
            <li>{words}</li>
          ) : (
            changes.map((change) => (
              <li key={`${change.path.join(".")} ${change.words}`}>
                <Powers text={change.words} />
              </li>
            ))
          )}
        </ul>
      )}
      <Faults version={before} />
      {after.key !== before.key && <Faults version={after} />}
      <div className="revisions-figures">
        <table>
          <caption className="visually-hidden">The difference in figures</caption>
          <thead>
            <tr>
              <th scope="col">The whole</th>
              <th scope="col">{capital(versionName(before.key))}</th>
              <th scope="col">{capital(versionName(after.key))}</th>
              <th scope="col">Difference</th>
              <th scope="col">Of it</th>
            </tr>
          </thead>
          <tbody>
            <Row
              title={`${budget === null ? "Total" : "Cost of used card-hours"}, ${currency}`}
              of={whole.total}
              say={money}
              measure="cost"
            />
            <Row title="Card-hours" of={whole.cardHours} say={hours} measure="cardHours" />
            <Row title={workUnit} of={whole.flop} say={work} measure="flop" />
            <Row title="Runs" of={whole.runs} say={runs} measure="runs" />
          </tbody>
        </table>
        {difference !== null && <ChangeEffects difference={difference} />}
        {budget !== null && budget.rows.length > 0 && (
          <BudgetRows budget={budget} before={before.key} after={after.key} />
        )}
        {experiments.length > 0 && (
          <table>
            <caption className="visually-hidden">The difference by experiment</caption>
            <thead>
              <tr>
                <th scope="col">{`Experiments that differ, ${currency}`}</th>
                <th scope="col">{capital(versionName(before.key))}</th>
                <th scope="col">{capital(versionName(after.key))}</th>
                <th scope="col">Difference</th>
                <th scope="col">Runs</th>
              </tr>
            </thead>
            <tbody>
              {experiments.map(({ id, title, kind, total, runs: count }) => (
                <tr key={`${kind} ${id}`}>
                  <th scope="row">
                    {title}
                    {kind !== "kept" && <small> {kind}</small>}
                  </th>
                  <Value value={total.before} say={money} />
                  <Value value={total.after} say={money} />
                  <Change of={total} say={money} measure="cost" experiment={id} />
                  <Change of={count} say={runs} measure="runs" experiment={id} />
                </tr>
              ))}
            </tbody>
          </table>
        )}
      </div>
      {before.text !== after.text && (
        <>
          <h3>As text</h3>
          <TextDiff before={before.text} after={after.text} />
        </>
      )}
    </>
  );
}

function Faults({ version: { faults, key, figures } }: { readonly version: Version }) {
  if (figures !== null || faults === 0) return null;
  return (
    <p className="revisions-note">
      {`${capital(versionName(key))} has ${counted(faults, "fault")} and so no figures.`}
    </p>
  );
}

interface Say {
  readonly words: (value: number) => string;
  readonly exact: (value: number) => string;
}

/** Which difference a number is. */
type Measured = Extract<AnyFigure, { readonly of: "versions" }>["measure"];

interface RowProps {
  readonly title: string;
  readonly of: FigureDifference;
  readonly say: Say;
  readonly measure: Measured;
}

function Row({ title, of, say, measure }: RowProps) {
  return (
    <tr>
      <th scope="row">{title}</th>
      <Value value={of.before} say={say} />
      <Value value={of.after} say={say} />
      <Change of={of} say={say} measure={measure} experiment={null} />
      <td className="tabular">{of.share === null || of.share === 0 ? "" : signedShare(of.share)}</td>
    </tr>
  );
}

function Value({ value, say }: { readonly value: number | null; readonly say: Say }) {
  return (
    <td className="tabular" {...(value === null ? {} : { title: say.exact(value) })}>
      {value !== null && <Powers text={say.words(value)} />}
    </td>
  );
}

interface ChangeProps {
  readonly of: FigureDifference;
  readonly say: Say;
  readonly measure: Measured;
  /** Its id; null for the whole. */
  readonly experiment: string | null;
}

function Change({ of: { before, after, difference }, say, measure, experiment }: ChangeProps) {
  if (difference === null) return <td className="tabular" />;
  const text = <Powers text={difference === 0 ? "0" : withPlus(say.words(difference))} />;
  return (
    <td className="tabular">
      <strong>
        {before === null || after === null ? (
          text
        ) : (
          <FigureButton
            figure={{ of: "versions", measure, experiment }}
            place={`revisions.${experiment ?? "whole"}.${measure}`}
            exact={say.exact(difference)}
          >
            {text}
          </FigureButton>
        )}
      </strong>
    </td>
  );
}

/** Null of one text, and where one of the two is no plan. */
function differenceOfTexts(before: string, after: string): PlanDifference | null {
  if (before === after) return null;
  const [old, now] = [readPlan(before, catalogue), readPlan(after, catalogue)];
  return old.ok && now.ok ? planDifference(old.value, now.value, catalogue, catalogueName) : null;
}

/** Both versions read again, to explain their difference from; null where one of them is no plan. */
function readVersions(before: string, after: string): ExplainedHere | null {
  const old = readPlan(before, catalogue);
  const now = openPlan({ name: "", text: after }, catalogue);
  return old.ok && now.ok ? { plan: now.value, before: old.value } : null;
}

const signedShare = (share: number): string => (share < 0 ? `${MINUS}${shareText(-share)}` : `+${shareText(share)}`);

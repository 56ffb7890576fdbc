import Button from "@mui/material/Button";
import { useState } from "react";
import { type Cut, cutKey } from "../../../shared/estimate/fit-to-sum/cut.ts";
import { cutWords } from "../../../shared/estimate/fit-to-sum/cut-words.ts";
import type { Fitted } from "../../../shared/estimate/fit-to-sum/fitted.ts";
import type { ResolvedPlan } from "../../../shared/plan/resolved.ts";
import { countText, moneyExact, shareText } from "../../../shared/sheet/text/amounts.ts";
import { chargeWords, cutScope } from "../../../shared/sheet/text/cut-words.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import "../../components/data-table.css";

interface CutTableProps {
  readonly plan: ResolvedPlan;
  readonly answer: Fitted;
  readonly places: number;
  readonly chosen: readonly Cut[];
  readonly onToggle: (cut: Cut) => void;
}

/** More are asked for. */
const FIRST_ROWS = 20;

/** Everything that could go, the largest saving first; cuts that are chosen and save less stand there, too. */
export function CutTable({ plan, answer, places, chosen, onToggle }: CutTableProps) {
  const { cuts, total, savesOf, charging } = answer;
  const [showsAll, setShowsAll] = useState(false);
  const keys = new Set(chosen.map(cutKey));
  const known = new Set(cuts.map(({ cut }) => cutKey(cut)));
  const others = chosen.filter((cut) => !known.has(cutKey(cut)));
  const shown = cuts.filter(({ cut }, index) => showsAll || index < FIRST_ROWS || keys.has(cutKey(cut)));
  const box = (cut: Cut) => (
    <input
      type="checkbox"
      aria-label={`Cut ${cutWords(plan, cut)}`}
      checked={keys.has(cutKey(cut))}
      onChange={() => onToggle(cut)}
    />
  );
  return (
    <section className="to-sum-cuts" aria-label="What could go">
      <h3>What could go, by what it saves</h3>
      <p className="to-sum-about">
        {savesOf === "used"
          ? "Each saves so much by itself; two cuts of the same runs save less than both."
          : "Each saves so much by itself; two together may save less than both, or more."}
      </p>
      {chargeWords(answer).map((words) => (
        <p key={words} className="to-sum-about">
          {words}
        </p>
      ))}
      <div className="to-sum-scroll">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">
                <span className="visually-hidden">Chosen</span>
              </th>
              <th scope="col">What</th>
              <th scope="col">Where</th>
              <th scope="col" className="number">
                {savesOf === "used" && charging.length > 0 ? "Saves of use" : "Saves"} <small>{plan.currency}</small>
              </th>
              <th scope="col" className="number">
                Of the total
              </th>
              <th scope="col" className="number">
                Runs
              </th>
            </tr>
          </thead>
          <tbody>
            {others.map((cut) => (
              <tr key={cutKey(cut)} className="to-sum-chosen">
                <td>{box(cut)}</td>
                <th scope="row">{cutWords(plan, cut)}</th>
                <td className="quiet" colSpan={4}>
                  further than one step
                </td>
              </tr>
            ))}
            {shown.map((one) => (
              <tr key={cutKey(one.cut)} className={keys.has(cutKey(one.cut)) ? "to-sum-chosen" : undefined}>
                <td>{box(one.cut)}</td>
                <th scope="row">{cutWords(plan, one.cut)}</th>
                <td className="quiet">{cutScope(plan, one)}</td>
                <td className="number">
                  <FigureButton
                    figure={{ of: "cut", cut: one.cut }}
                    place={`fit.${cutKey(one.cut)}`}
                    exact={moneyExact(one.saves, plan.currency)}
                  >
                    {fixed(one.saves, places)}
                  </FigureButton>
                </td>
                <td className="number">{shareText(one.saves / total)}</td>
                <td className="number">{countText(one.runs)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {!showsAll && cuts.length > shown.length && (
        <Button variant="text" onClick={() => setShowsAll(true)}>
          Show all {exact(cuts.length)}
        </Button>
      )}
    </section>
  );
}

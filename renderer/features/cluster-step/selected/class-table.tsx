import Button from "@mui/material/Button";
import { useState } from "react";
import { readCount } from "../../../../shared/sheet/text/amounts.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact, percent } from "../../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import type { ClassTimes } from "../../../estimating/schedule/messages.ts";

/** Rows that come at once; a plan may have ten thousand kinds of runs. */
const FIRST_ROWS = 40;

/** Every kind of run: on how many cards one may be spread, how that is known, and what the schedule makes of it. */
export function ClassTable({ classes }: { readonly classes: readonly ClassTimes[] }) {
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? classes : classes.slice(0, FIRST_ROWS);
  const hasLoss = classes.some(({ lossPerDoubling }) => lossPerDoubling > 0);
  return (
    <>
      <ScrollBox className="selected-scroll" label="Runs and their cards">
        <table className="data-table class-table">
          <thead>
            <tr>
              <th scope="col">Runs</th>
              <th scope="col" className="number">
                Count
              </th>
              <th scope="col" className="number">
                Fewest cards <small>of one run</small>
              </th>
              <th scope="col" className="number">
                Most cards <small>of one run</small>
              </th>
              {hasLoss && (
                <th scope="col" className="number">
                  Lost <small>at each doubling</small>
                </th>
              )}
              <th scope="col" className="number">
                Scheduled on <small>cards</small>
              </th>
              <th scope="col" className="number">
                One run takes
              </th>
              <th scope="col" className="number">
                From <small>since the start</small>
              </th>
              <th scope="col" className="number">
                To <small>since the start</small>
              </th>
            </tr>
          </thead>
          <tbody>
            {shown.map(({ id, count, minCards, maxCards, minBy, maxBy, lossPerDoubling, placed }) => (
              <tr key={id}>
                <th scope="row">{id}</th>
                <td className="number" title={counted(count, "run")}>
                  {readCount(count)}
                </td>
                <td className="number">
                  {minCards === null ? "none" : exact(minCards)} <small>{minBy}</small>
                </td>
                <td className="number">
                  {maxCards === null ? "all" : exact(maxCards)} <small>{maxBy}</small>
                </td>
                {hasLoss && <td className="number">{percent(lossPerDoubling)} %</td>}
                {placed === null ? (
                  <td className="number quiet" colSpan={4}>
                    cannot run here
                  </td>
                ) : (
                  <>
                    <td className="number">{exact(placed.cardsPerRun)}</td>
                    <td className="number" title={`${exact(placed.hoursPerRun)} h`}>
                      {durationText(placed.hoursPerRun)}
                    </td>
                    <td className="number" title={`${exact(placed.startHours)} h`}>
                      {durationText(placed.startHours)}
                    </td>
                    <td className="number" title={`${exact(placed.endHours)} h`}>
                      {durationText(placed.endHours)}
                    </td>
                  </>
                )}
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
      {classes.length > FIRST_ROWS && (
        <Button onClick={() => setWhole(!isWhole)}>
          {isWhole ? `Only the first ${FIRST_ROWS}` : `All ${exact(classes.length)} kinds of runs`}
        </Button>
      )}
    </>
  );
}

import { momentWords } from "../../../../shared/sheet/text/moment-words.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { screenColour } from "../../../charts/palette.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import type { ExperimentTimes } from "../../../estimating/schedule/messages.ts";
import type { Subject } from "../timeline/timeline-chart.tsx";

interface ExperimentTableProps {
  readonly subjects: readonly Subject[];
  readonly experiments: readonly ExperimentTimes[];
  /** The day on which the cluster starts. */
  readonly start: string | null;
}

/** When every experiment starts and ends: as it is scheduled, and with failures. */
export function ExperimentTable({ subjects, experiments, start }: ExperimentTableProps) {
  const hasDates = experiments.some(({ expected }) => expected?.endsAt != null);
  return (
    <ScrollBox className="selected-scroll" label="Start and end of every experiment">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Experiment</th>
            <th scope="col" className="number">
              Runs
            </th>
            <th scope="col" className="number">
              Starts <small>scheduled</small>
            </th>
            <th scope="col" className="number">
              Ends <small>scheduled</small>
            </th>
            <th scope="col" className="number">
              Ends <small>with failures</small>
            </th>
            {hasDates && (
              <th scope="col" className="number">
                On <small>with failures</small>
              </th>
            )}
          </tr>
        </thead>
        <tbody>
          {experiments.map(({ runs, scheduled, expected }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: experiments in the order of the plan
            <tr key={index}>
              <th scope="row">
                <span className="swatch" style={{ background: screenColour(subjects[index]?.colour ?? 0) }} />{" "}
                {subjects[index]?.name ?? ""}
              </th>
              <td className="number">{exact(runs)}</td>
              {scheduled === null ? (
                <td className="number quiet" colSpan={hasDates ? 4 : 3}>
                  {runs === 0 ? "no runs of its own" : "cannot run here"}
                </td>
              ) : (
                <>
                  <Hours hours={scheduled.startHours} />
                  <Hours hours={scheduled.endHours} />
                  {expected === null ? <td className="number quiet">–</td> : <Hours hours={expected.endHours} />}
                  {hasDates && <td className="number">{momentWords(expected?.endsAt ?? null, start)}</td>}
                </>
              )}
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

const Hours = ({ hours }: { readonly hours: number }) => (
  <td className="number" title={`${exact(hours)} h`}>
    {durationText(hours)}
  </td>
);

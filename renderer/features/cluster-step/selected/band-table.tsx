import type { Band } from "../../../../shared/cluster/bands.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import type { Subject } from "../timeline/timeline-chart.tsx";

/** Rows that are shown; the copy has all of them. */
const MOST = 200;

interface BandTableProps {
  readonly bands: readonly Band[];
  readonly subjects: readonly Subject[];
}

/** The timeline as numbers: what each experiment has in use, from when to when. */
export function BandTable({ bands, subjects }: BandTableProps) {
  const steps = bands.flatMap(({ stage, steps: own }) => own.map((step) => ({ stage, ...step })));
  return (
    <ScrollBox className="selected-scroll selected-table" label="Cards in use as a table">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Experiment</th>
            <th scope="col" className="number">
              From
            </th>
            <th scope="col" className="number">
              To
            </th>
            <th scope="col" className="number">
              Runs <small>at once</small>
            </th>
            <th scope="col" className="number">
              Cards <small>in use</small>
            </th>
          </tr>
        </thead>
        <tbody>
          {steps.slice(0, MOST).map(({ stage, fromHours, toHours, runs, cards }) => (
            <tr key={`${stage} ${fromHours}`}>
              <th scope="row">{subjects[stage]?.name ?? ""}</th>
              <td className="number" title={`${exact(fromHours)} h`}>
                {durationText(fromHours)}
              </td>
              <td className="number" title={`${exact(toHours)} h`}>
                {durationText(toHours)}
              </td>
              <td className="number">{exact(runs)}</td>
              <td className="number">{exact(cards)}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {steps.length > MOST && (
        <p className="selected-note">
          The first {MOST} of {exact(steps.length)} steps.
        </p>
      )}
    </ScrollBox>
  );
}

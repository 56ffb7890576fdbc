import { useMemo, useState } from "react";
import { disputeOutcomes } from "../../../../shared/estimate/readings.ts";
import { listed } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { signed } from "../../../../shared/units/format/exact.ts";
import { Warning } from "../../../components/icons.tsx";
import { usePlan } from "../../../editing/plan-context.ts";

/** Readings of the source that the plan does not follow, and what each would change. */
export function DisputesNote() {
  const [{ live }] = usePlan();
  const [isOpen, setOpen] = useState(false);
  const disputes = live?.resolved.disputes ?? [];
  if (live === null || disputes.length === 0) return null;
  const titles = [...new Set(disputes.map(({ experiment }) => live.resolved.experiments[experiment]?.title ?? ""))];
  return (
    <div className="disputes">
      <div className="disputes-note">
        <Warning size={14} />
        <p>
          {counted(disputes.length, "dispute")}: the source’s text and these sums differ for {listed(titles)}.{" "}
          <button type="button" className="text-button" aria-expanded={isOpen} onClick={() => setOpen(!isOpen)}>
            {isOpen ? "Close" : "Compare"}
          </button>
        </p>
      </div>
      {isOpen && <Outcomes />}
    </div>
  );
}

function Outcomes() {
  const [{ live }] = usePlan();
  const outcomes = useMemo(() => (live === null ? [] : disputeOutcomes(live.resolved, live.estimated)), [live]);
  if (live === null) return null;
  const { resolved } = live;
  return (
    <ul className="disputes-list">
      {outcomes.map(({ dispute, difference }) => {
        const reading = resolved.disputes[dispute];
        if (reading === undefined) return null;
        return (
          <li key={reading.id}>
            <span>
              {reading.title}
              <small>
                {[resolved.experiments[reading.experiment]?.title, reading.source].filter(Boolean).join(" · ")}
              </small>
            </span>
            <span className="tabular">
              {signed(difference.cost)} {resolved.currency}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

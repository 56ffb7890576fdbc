import { useState } from "react";
import { Notice } from "../../components/notice.tsx";
import { usePlan } from "../../editing/plan-context.ts";

/** What is to be known about the opened plan as a whole, above whatever is shown of it. */
export function PlanNotices() {
  const [{ rangesFailure }] = usePlan();
  const [closed, setClosed] = useState<string | null>(null);
  return (
    <div className="plan-notices">
      {rangesFailure !== null && rangesFailure !== closed && (
        <Notice onClose={() => setClosed(rangesFailure)}>
          The ranges could not be drawn: {rangesFailure}. The figures stand.
        </Notice>
      )}
    </div>
  );
}

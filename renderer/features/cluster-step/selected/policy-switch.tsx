import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import { POLICIES, type Policy } from "../../../../shared/cluster/policy.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import type { PolicyTimes } from "../../../estimating/schedule/messages.ts";

const policyWords: Readonly<Record<Policy, string>> = {
  shortest: "Shortest",
  priority: "By priority",
  sequence: "One after another",
};

interface PolicySwitchProps {
  readonly policy: Policy;
  /** As far as they are worked out. */
  readonly times: readonly PolicyTimes[];
}

/** In which order clusters take the experiments: the plan's policy, and how long each of the three would take here. */
export function PolicySwitch({ policy, times }: PolicySwitchProps) {
  const [{ readOnly, isReadable }, editor] = usePlan();
  return (
    <ToggleButtonGroup
      value={policy}
      aria-label="In which order the experiments are done"
      disabled={readOnly !== null || !isReadable}
      data-place="schedule.policy"
      onChange={(_, chosen: Policy | null) => {
        if (chosen !== null) editor.edit({ op: "set", path: ["schedule", "policy"], value: chosen });
      }}
    >
      {POLICIES.map((one) => {
        const hours = times.find((time) => time.policy === one)?.scheduledHours;
        return (
          <ToggleButton key={one} value={one}>
            {policyWords[one]}
            {hours === undefined ? "" : `, ${durationText(hours)}`}
          </ToggleButton>
        );
      })}
    </ToggleButtonGroup>
  );
}

import Button from "@mui/material/Button";
import { CLUSTER_DEFAULTS } from "../../../../shared/cluster/cluster.ts";
import { shortCardName } from "../../../../shared/sheet/text/card-name.ts";
import { dateWords, listed } from "../../../../shared/sheet/text/words.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { catalogue } from "../../../estimating/catalogue.ts";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanQuantity } from "../../../fields/plan-quantity.tsx";
import { PlanSelect } from "../../../fields/plan-select.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../../fields/tree-value.ts";
import { AllocationFields } from "./allocation-fields.tsx";
import "./cluster-details.css";

const accelerators = [...catalogue.accelerators]
  .sort((a, b) => a.name.localeCompare(b.name, "en"))
  .map(({ id, name }) => ({ value: id, label: name }));

interface ClusterDetailsProps {
  readonly index: number;
  readonly live: OpenedPlan | null;
  readonly onClose: () => void;
}

/** Everything that a cluster says of itself; what it leaves out is in grey, with where that comes from. */
export function ClusterDetails({ index, live, onClose }: ClusterDetailsProps) {
  const [{ tree }] = usePlan();
  const at = (field: string) => ["clusters", index, field];
  const resolved = live?.resolved.clusters[index];
  const day = fieldText(treeValue(tree, ["date"]));
  const names = new Set(
    live?.resolved.cards.map(({ accelerator }) => shortCardName(accelerator.name, accelerator.vendor)),
  );
  const own = names.size === 0 ? "the plan’s own card" : `the plan’s own, ${listed([...names])}`;
  return (
    <section className="cluster-details" aria-label={`Details of cluster ${index + 1}`}>
      <div className="cluster-details-group">
        <h3>Cards</h3>
        <PlanText path={at("title")} label="Title" placeholder="Our machine room" optional />
        <PlanNumber path={at("cards")} label="Cards" />
        <PlanSelect
          path={at("accelerator")}
          label="Accelerator"
          options={accelerators}
          none={own}
          help="Another card than the plan’s runs the work at its own speed."
        />
        <PlanNumber
          path={at("cardsPerNode")}
          label="Cards in a node"
          placeholder={resolved === undefined ? "by the card" : `${exact(resolved.cardsPerNode)}, by the card`}
          optional
        />
        <PlanText path={at("interconnect")} label="Interconnect" placeholder="NVLink, 8 × 400 Gb/s" optional />
      </div>
      <div className="cluster-details-group">
        <h3>When it can be used</h3>
        <PlanNumber
          path={at("share")}
          label="Granted to this project"
          unit="% of the cards"
          exponent={-2}
          placeholder="100, all of them"
          optional
        />
        <PlanNumber
          path={at("hoursPerWeek")}
          label="Hours in a week"
          unit="h"
          placeholder={`${CLUSTER_DEFAULTS.hoursPerWeek}, day and night`}
          optional
        />
        <PlanQuantity
          path={at("queueWaitHours")}
          label="Wait in the queue"
          unit="h"
          placeholder="0, none"
          optional
          help="Before the first run starts."
        />
        <PlanText
          path={at("start")}
          type="date"
          label="Starts"
          optional
          help={day === "" ? "The plan has no date." : `Else the plan’s own day, ${dateWords(day)}.`}
        />
        <PlanText path={at("end")} type="date" label="Ends" optional help="Else it is there as long as it is needed." />
      </div>
      <div className="cluster-details-group">
        <h3>Failures and checkpoints</h3>
        <PlanQuantity
          path={at("cardMtbfHours")}
          label="Between failures of one card"
          unit="h"
          placeholder={`${exact(Math.round(CLUSTER_DEFAULTS.cardMtbfHours))}, of Llama 3`}
          optional
          help="Default: Llama 3, 419 unexpected interruptions in 54 days on 16,384 cards (July 2024)."
        />
        <PlanNumber
          path={at("checkpointWriteMinutes")}
          label="Writing a checkpoint"
          unit="min"
          placeholder={`${CLUSTER_DEFAULTS.checkpointWriteMinutes}, assumed`}
          optional
        />
        <PlanNumber
          path={at("restartMinutes")}
          label="From a failure until the run goes on"
          unit="min"
          placeholder={`${CLUSTER_DEFAULTS.restartMinutes}, assumed`}
          optional
        />
        <AllocationFields path={at("allocation")} />
      </div>
      <div className="cluster-details-foot">
        <Button onClick={onClose}>Close the details</Button>
      </div>
    </section>
  );
}

import Button from "@mui/material/Button";
import { useState } from "react";
import { PRESETS } from "../../../shared/cluster/cluster.ts";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import { listed } from "../../../shared/sheet/text/words.ts";
import { counted } from "../../../shared/units/format/counted.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import { Plus } from "../../components/icons.tsx";
import { Later } from "../../components/later.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { useSchedules } from "../../estimating/schedule/use-schedule.ts";
import { treeEntries } from "../../fields/tree-value.ts";
import { useNamedIndex } from "../../navigation/use-named-index.ts";
import { ClusterPicker } from "./cluster-picker.tsx";
import { cardsPerNode, clusterRows, isKnown, namesClusters } from "./cluster-rows.ts";
import { ClusterTable } from "./cluster-table.tsx";
import { DeadlinePanel } from "./deadline/deadline-panel.tsx";
import { SelectedCluster } from "./selected/selected-cluster.tsx";
import { focusRow, useClusterActions } from "./use-cluster-actions.ts";
import "./cluster-step.css";

/** The clusters that the work may be spread over, and how long it takes on each: ideally, as it can be scheduled, with failures. */
export function ClusterStep() {
  const [{ id, tree, live, isStale, readOnly, isReadable }, editor] = usePlan();
  const [isPicking, setPicking] = useState(false);
  const [isDeadline, setDeadline] = useState(false);
  const [opened, setOpened] = useNamedIndex("clusters");
  const [chosen, setChosen] = useState<number | null>(opened);
  const { schedules, isOld } = useSchedules(live);
  const rows = clusterRows(tree, live);
  const isOwn = namesClusters(tree);
  const isFixed = readOnly !== null || !isReadable;
  const selected = rows[chosen ?? rows.length - 1] ?? rows.at(-1);
  const isShown = selected !== undefined && isKnown(selected, live);
  const actions = useClusterActions({ rows, isFixed, opened, onOpen: setOpened, onSelect: setChosen });

  const presets = listed(PRESETS.map(({ cards }) => exact(cards)));
  return (
    <div className={isStale ? "screen cluster-step cluster-step-stale" : "screen cluster-step"} data-place="clusters">
      <div className="screen-head">
        <h2>Clusters</h2>
        <p className="cluster-step-note">{live === null ? "" : cardsInWords(live)}</p>
        <div className="cluster-step-actions">
          {isOwn && (
            <Button
              disabled={isFixed}
              onClick={() => {
                setOpened(null);
                editor.edit({ op: "remove", path: ["clusters"] });
              }}
            >
              Back to {presets}
            </Button>
          )}
          <Button aria-expanded={isDeadline} onClick={() => setDeadline(!isDeadline)}>
            Fewest cards by a date
          </Button>
          <Button disabled={isFixed} onClick={() => setPicking(true)}>
            From my library
          </Button>
          <Button disabled={isFixed} startIcon={<Plus />} onClick={actions.addEmpty}>
            Cluster
          </Button>
        </div>
      </div>
      {!isOwn && (
        <p className="cluster-step-presets">
          This plan names no clusters, so it is shown on {presets} cards: a group’s machine room, a rented pod, the
          largest training sites.{" "}
          <Button
            disabled={isFixed}
            onClick={() => {
              actions.change();
              focusRow(0);
            }}
          >
            Make them this plan’s own
          </Button>
        </p>
      )}
      {isDeadline && live !== null && isShown && (
        <DeadlinePanel
          key={selected.index}
          row={selected}
          live={live}
          isFixed={isFixed}
          onUse={(cards) => actions.add(resized(tree, selected.index, cards))}
          onClose={() => setDeadline(false)}
        />
      )}
      <ClusterTable
        rows={rows}
        live={live}
        schedules={schedules}
        isOld={isOld || isStale}
        selected={selected?.index ?? 0}
        opened={opened}
        isOwn={isOwn}
        isFixed={isFixed}
        onSelect={setChosen}
        onOpen={(index) => {
          setOpened(index);
          if (index !== null) setChosen(index);
        }}
        actions={actions}
      />
      <p className="cluster-said" role="status">
        {actions.said}
      </p>
      <Later>
        {live !== null && isShown && (
          <SelectedCluster
            id={id}
            row={selected}
            live={live}
            schedules={schedules}
            isFixed={isFixed}
            onCards={(cards) =>
              actions.change({
                op: "set",
                path: ["clusters", selected.index, "cards"],
                value: cards,
              })
            }
          />
        )}
      </Later>
      <p className="cluster-step-foot">
        Ideal: every card works all the time, nothing waits, nothing fails; no real schedule is faster. Scheduled: runs
        on whole nodes, between the fewest cards that they fit on and the most that they can use, in the order of the
        policy. With failures: the same with cards that fail, checkpoints that are written, and work that is done again.
      </p>
      {isPicking && (
        <ClusterPicker
          onPick={(value) => {
            setPicking(false);
            actions.add(value);
            focusRow(rows.length);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

/** A cluster like the one at `index`, of another size: under no title, and from no library. */
function resized(tree: unknown, index: number, cards: number): PlainValue {
  const kept = treeEntries(tree, ["clusters", index]).filter(([key]) => key !== "title" && key !== "from");
  // What is read of a text is plain data.
  return { ...(Object.fromEntries(kept) as Record<string, PlainValue>), cards };
}

/** "H100, 8 cards a node" */
function cardsInWords(live: OpenedPlan): string {
  const names = new Set(
    live.resolved.cards.map(({ accelerator }) => shortCardName(accelerator.name, accelerator.vendor)),
  );
  const size = cardsPerNode(live);
  return `${listed([...names])}${size === null ? "" : `, ${counted(size, "card")} a node`}`;
}

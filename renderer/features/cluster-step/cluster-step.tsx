import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { type KeyboardEvent, useRef, useState } from "react";
import { clusterSchema, PRESETS } from "../../../shared/cluster/cluster.ts";
import type { PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import { shortCardName } from "../../../shared/sheet/text/card-name.ts";
import { counted, dateWords, listed } from "../../../shared/sheet/text/words.ts";
import { exact } from "../../../shared/units/format/exact.ts";
import "../../components/data-table.css";
import { More, Plus } from "../../components/icons.tsx";
import { LazyMenu } from "../../components/lazy-menu.tsx";
import type { PopMenuItem } from "../../components/pop-menu.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import type { OpenedPlan } from "../../estimating/opened-plan.ts";
import { PlanNumber } from "../../fields/plan-number.tsx";
import { PlanText } from "../../fields/plan-text.tsx";
import { fieldText, treeValue } from "../../fields/tree-value.ts";
import { clusterKind } from "../../library/kinds.ts";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";
import { timeParts } from "../../settings/figure-words.ts";
import { useSettings } from "../../settings/use-settings.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { ClusterPicker } from "./cluster-picker.tsx";
import {
  type ClusterRow,
  cardsPerNode,
  clusterRows,
  isKnown,
  namesClusters,
  nodeWords,
  ownedEdits,
  timePlace,
} from "./cluster-rows.ts";
import { idealEnd } from "./finish.ts";
import { FromLibrary } from "./from-library.tsx";
import { TimeChart } from "./time-chart.tsx";
import "./cluster-step.css";

/** Of a cluster that is added: a value without a fault, selected to be typed over. */
const FIRST_CARDS = 1_000;

/** The clusters that the work may be spread over, and the ideal time on each. */
export function ClusterStep() {
  const [{ tree, live, isStale, readOnly, isReadable }, editor] = usePlan();
  const [isPicking, setPicking] = useState(false);
  const [menu, setMenu] = useState<{ readonly index: number; readonly anchor: HTMLElement } | null>(null);
  const [said, setSaid] = useState("");
  const library = useLibrary(clusterKind);
  const screen = useRef<HTMLDivElement>(null);
  const rows = clusterRows(tree, live);
  const isOwn = namesClusters(tree);
  const isFixed = readOnly !== null || !isReadable;
  const day = fieldText(treeValue(tree, ["date"]));

  const change = (...edits: readonly PlanEdit[]) => {
    setSaid("");
    editor.edit(ownedEdits(tree, edits));
  };
  const focusOn = (index: number) =>
    requestAnimationFrame(() =>
      screen.current
        ?.querySelector<HTMLElement>(`[data-cluster="${index}"] input, [data-cluster="${index}"] button`)
        ?.focus(),
    );
  const add = () => {
    change({ op: "insert", path: ["clusters"], at: rows.length, value: { cards: FIRST_CARDS } });
    requestAnimationFrame(() =>
      screen.current
        ?.querySelector<HTMLInputElement>(`[data-cluster="${rows.length}"] .cluster-cards input`)
        // Selected, it has the focus as well.
        ?.select(),
    );
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    change({ op: "move", path: ["clusters"], from, to });
    setSaid(`${nameOf(rows[from])} is number ${to + 1} of ${rows.length}.`);
    focusOn(to);
  };
  const save = async (row: ClusterRow) => {
    const parsed = clusterSchema.safeParse({ ...(row.title === "" ? {} : { title: row.title }), cards: row.cards });
    if (!parsed.success) return setSaid(`${nameOf(row)} was not saved: its number of cards is not one yet.`);
    const { title, cards } = parsed.data;
    const reply = await library.save(crypto.randomUUID(), null, title === undefined ? { cards } : { title, cards });
    if (!reply.ok) return setSaid(`${nameOf(row)} was not saved to the library: ${reply.error.message}`);
    const { id, revision } = reply.value;
    change({ op: "set", path: ["clusters", row.index, "from"], value: { id, revision, date: today() } });
    setSaid(`${nameOf(row)} is in your library.`);
  };
  const run = (action: string, row: ClusterRow) => {
    if (action === "up") move(row.index, row.index - 1);
    if (action === "down") move(row.index, row.index + 1);
    if (action === "save") void save(row);
    if (action === "delete") {
      change({ op: "remove", path: ["clusters", row.index] });
      setSaid(`${nameOf(row)} is out of the plan. Undo brings it back.`);
      focusOn(Math.max(0, row.index - 1));
    }
  };
  const keys = (index: number) => (event: KeyboardEvent) => {
    const by = event.key === "ArrowUp" ? -1 : event.key === "ArrowDown" ? 1 : 0;
    if (!event.altKey || by === 0 || isFixed) return;
    event.preventDefault();
    move(index, index + by);
  };

  return (
    <div
      ref={screen}
      className={isStale ? "screen cluster-step cluster-step-stale" : "screen cluster-step"}
      data-place="clusters"
    >
      <div className="screen-head">
        <h2>Clusters</h2>
        <p className="cluster-step-note">{live === null ? "" : cardsInWords(live)}</p>
        <div className="cluster-step-actions">
          {isOwn && (
            <Button disabled={isFixed} onClick={() => editor.edit({ op: "remove", path: ["clusters"] })}>
              Back to {listed(PRESETS.map(({ cards }) => exact(cards)))}
            </Button>
          )}
          <Button disabled={isFixed} onClick={() => setPicking(true)}>
            From my library
          </Button>
          <Button disabled={isFixed} startIcon={<Plus />} onClick={add}>
            Cluster
          </Button>
        </div>
      </div>
      {!isOwn && (
        <p className="cluster-step-presets">
          This plan names no clusters, so it is shown on {listed(PRESETS.map(({ cards }) => exact(cards)))} cards: a
          group’s machine room, a rented pod, the largest training sites.{" "}
          <Button
            disabled={isFixed}
            onClick={() => {
              change();
              focusOn(0);
            }}
          >
            Make them this plan’s own
          </Button>
        </p>
      )}
      <div className="cluster-table-frame">
        <table className="data-table cluster-table">
          <thead>
            <tr>
              <th scope="col">Cluster</th>
              <th scope="col" className="number">
                Cards
              </th>
              <th scope="col">Nodes</th>
              <th scope="col" className="number">
                Ideal time <small>card-hours ÷ cards</small>
              </th>
              <th scope="col">
                At best, it ends <small>{day === "" ? "the plan has no date" : `begun on ${dateWords(day)}`}</small>
              </th>
              <th scope="col">
                <span className="visually-hidden">Actions</span>
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.index} data-cluster={row.index} onKeyDown={isOwn ? keys(row.index) : undefined}>
                {isOwn ? (
                  <>
                    <th scope="row" className="cluster-title">
                      <PlanText
                        path={["clusters", row.index, "title"]}
                        label={`Title of cluster ${row.index + 1}`}
                        hideLabel
                        optional
                        placeholder={row.cards === null ? "Title" : `${exact(row.cards)} cards`}
                      />
                      <FromLibrary row={row} isFixed={isFixed} />
                    </th>
                    <td className="cluster-cards">
                      <PlanNumber
                        path={["clusters", row.index, "cards"]}
                        label={`Cards of cluster ${row.index + 1}`}
                        hideLabel
                      />
                    </td>
                  </>
                ) : (
                  <>
                    <th scope="row">{nameOf(row)}</th>
                    <td className="number">{row.cards === null ? "–" : exact(row.cards)}</td>
                  </>
                )}
                <td className="quiet">{row.nodes === null ? "–" : nodeWords(row.nodes)}</td>
                <td className="number cluster-time">
                  <IdealTime row={row} live={live} />
                </td>
                <td className="quiet">{endWords(row, day)}</td>
                <td className="cluster-menu">
                  <IconButton
                    aria-label={`More for ${nameOf(row)}`}
                    title="More"
                    aria-haspopup="menu"
                    onClick={({ currentTarget }) => setMenu({ index: row.index, anchor: currentTarget })}
                  >
                    <More />
                  </IconButton>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
        <LazyMenu
          anchor={menu?.anchor ?? null}
          items={menu === null ? [] : menuOf(rows[menu.index], rows.length, isFixed)}
          onPick={(action) => {
            const row = menu === null ? undefined : rows[menu.index];
            if (row !== undefined) run(action, row);
          }}
          onClose={() => setMenu(null)}
        />
      </div>
      <p className="cluster-said" role="status">
        {said}
      </p>
      <p className="cluster-step-foot">
        Ideal: every card works all the time, nothing waits, nothing fails. No real schedule is faster. A node is{" "}
        {perNodeWords(live)}.
      </p>
      {live !== null && rows.some(({ hours }) => hours !== null) && <TimeChart rows={rows} live={live} />}
      {isPicking && (
        <ClusterPicker
          onPick={(value) => {
            setPicking(false);
            change({ op: "insert", path: ["clusters"], at: rows.length, value });
            focusOn(rows.length);
          }}
          onClose={() => setPicking(false)}
        />
      )}
    </div>
  );
}

function IdealTime({ row, live }: { readonly row: ClusterRow; readonly live: OpenedPlan | null }) {
  const units = useSettings();
  if (row.hours === null) return <span className="quiet">–</span>;
  const { digits, unit } = timeParts(row.hours, units);
  const text = (
    <>
      {digits} <span className="cluster-unit">{unit}</span>
    </>
  );
  // A cluster that the last valid plan does not have in this place cannot be asked for.
  if (!isKnown(row, live)) return text;
  return (
    <FigureButton figure={{ of: "cluster", cluster: row.index }} place={timePlace(row)} exact={`${exact(row.hours)} h`}>
      {text}
    </FigureButton>
  );
}

const nameOf = (row: Pick<ClusterRow, "title" | "cards" | "index"> | undefined): string =>
  row === undefined
    ? ""
    : row.title !== ""
      ? row.title
      : row.cards === null
        ? `Cluster ${row.index + 1}`
        : counted(row.cards, "card");

function endWords({ hours }: ClusterRow, day: string): string {
  if (hours === null || day === "") return "–";
  return idealEnd(day, hours) ?? "in more than a thousand years";
}

function menuOf(row: ClusterRow | undefined, count: number, isFixed: boolean): readonly PopMenuItem[] {
  if (row === undefined) return [];
  return [
    ...(row.from === null ? [{ id: "save", content: "Save to my library" }] : []),
    ...(isFixed || row.index === 0 ? [] : [{ id: "up", content: "Move up" }]),
    ...(isFixed || row.index === count - 1 ? [] : [{ id: "down", content: "Move down" }]),
    ...(isFixed || count === 1 ? [] : [{ id: "delete", content: "Delete" }]),
  ];
}

/** "H100, 8 cards a node" */
function cardsInWords(live: OpenedPlan): string {
  const names = new Set(
    live.resolved.cards.map(({ accelerator }) => shortCardName(accelerator.name, accelerator.vendor)),
  );
  const size = cardsPerNode(live);
  return `${listed([...names])}${size === null ? "" : `, ${counted(size, "card")} a node`}`;
}

function perNodeWords(live: OpenedPlan | null): string {
  const size = cardsPerNode(live);
  return size === null
    ? "of the size that each card’s hardware says"
    : `of ${counted(size, "card")}, as the hardware says`;
}

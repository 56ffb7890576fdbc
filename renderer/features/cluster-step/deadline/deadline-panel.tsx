import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { useMemo, useState } from "react";
import { grantedCards } from "../../../../shared/estimate/schedule/on-cluster.ts";
import { dateWords } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { durationText } from "../../../../shared/units/format/duration.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { Close } from "../../../components/icons.tsx";
import type { OpenedPlan } from "../../../estimating/opened-plan.ts";
import type { DeadlineView, ScheduleQuestion } from "../../../estimating/schedule/messages.ts";
import { useAsked } from "../../../estimating/schedule/use-schedule.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { type ClusterRow, nameOf } from "../cluster-rows.ts";
import "./deadline.css";

interface DeadlinePanelProps {
  readonly row: ClusterRow;
  readonly live: OpenedPlan;
  readonly isFixed: boolean;
  readonly onUse: (cards: number) => void;
  readonly onClose: () => void;
}

/** The question the other way round: a day, and how many cards it takes to be done by then; and what this cluster does until then. */
export function DeadlinePanel({ row, live, isFixed, onUse, onClose }: DeadlinePanelProps) {
  const { text } = live.source;
  const cluster = live.resolved.clusters[row.index];
  const [day, setDay] = useState(cluster?.end ?? "");
  const start = cluster?.start ?? null;
  const isDay = /^\d{4}-\d\d-\d\d$/.test(day) && !Number.isNaN(Date.parse(day));
  const fault =
    start === null
      ? "Neither the plan nor this cluster has a day on which the work starts. State one in its details."
      : isDay && day < start
        ? `That is before the work starts, ${dateWords(start)}.`
        : null;
  const question = useMemo<ScheduleQuestion | null>(
    () => (isDay && fault === null ? { of: "deadline", plan: { text }, cluster: row.index, day } : null),
    [text, row.index, day, isDay, fault],
  );
  const { answer, isOld } = useAsked(question);
  const view = question !== null && answer?.of === "deadline" ? answer.view : null;
  return (
    <section className={isOld ? "deadline is-old" : "deadline"} aria-label="Fewest cards by a date">
      <div className="deadline-ask">
        <FieldFrame label="Everything is to be done by the end of" fault={fault}>
          {({ id, describedBy, invalid }) => (
            <input
              id={id}
              type="date"
              aria-describedby={describedBy}
              aria-invalid={invalid}
              value={day}
              onChange={({ currentTarget }) => setDay(currentTarget.value)}
            />
          )}
        </FieldFrame>
        <IconButton aria-label="Close" title="Close" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {question !== null && view === null && answer?.of !== "failed" && (
        <p className="deadline-note" role="status">
          Cluster after cluster is being tried.
        </p>
      )}
      {answer?.of === "failed" && (
        <p className="deadline-note">It could not be worked out, because {answer.message}.</p>
      )}
      {view !== null && <Answer view={view} row={row} live={live} day={day} isFixed={isFixed} onUse={onUse} />}
    </section>
  );
}

interface AnswerProps extends Omit<DeadlinePanelProps, "onClose"> {
  readonly view: DeadlineView;
  readonly day: string;
}

function Answer({ view: { hours, fewest, fitting }, row, live, day, isFixed, onUse }: AnswerProps) {
  const until = `until ${dateWords(day)}`;
  const share = live.resolved.clusters[row.index]?.share ?? 1;
  return (
    <div className="deadline-answer">
      <div role="status">
        {fewest === null ? (
          <p>
            <strong>No number of these cards makes it</strong> in the {durationText(hours)} {until}. Raise how many
            cards one run may use, or take the day later.
          </p>
        ) : (
          <p>
            <strong>{counted(fewest.cards, "card")} make it</strong>
            {share === 1 ? "" : `, ${exact(grantedCards({ cards: fewest.cards, share }))} of them granted`}:{" "}
            {durationText(fewest.hours)} with failures of the {durationText(hours)} {until}.{" "}
            <Button disabled={isFixed} onClick={() => onUse(fewest.cards)}>
              Use these cards
            </Button>
          </p>
        )}
      </div>
      <table className="data-table deadline-table">
        <caption>
          What {nameOf(row)} does {until}, the first experiments of the plan first
        </caption>
        <thead>
          <tr>
            <th scope="col">Experiment</th>
            <th scope="col" className="number">
              Runs done
            </th>
            <th scope="col" className="number">
              of
            </th>
            <th scope="col">So it is</th>
          </tr>
        </thead>
        <tbody>
          {fitting.map(({ runs, done }, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: experiments in the order of the plan
            <tr key={index}>
              <th scope="row">{live.resolved.experiments[index]?.title ?? ""}</th>
              <td className="number">{exact(done)}</td>
              <td className="number">{exact(runs)}</td>
              <td className="quiet">{runs === 0 ? "no runs of its own" : doneWords(done, runs)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

const doneWords = (done: number, runs: number): string =>
  done === runs ? "whole" : done === 0 ? "not begun" : "done in part";

import Button from "@mui/material/Button";
import { useMemo } from "react";
import { exact } from "../../../../shared/units/format/exact.ts";
import { readable } from "../../../../shared/units/format/readable.ts";
import { Modal } from "../../../components/modal.tsx";
import { ReadableNumber } from "../../../components/readable-number.tsx";
import { whenWords } from "../../../components/when.ts";
import { saveAsOwnProject, saveOnTop, takeTheRecords } from "../../../documents/save-document.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { type Side, sideOf } from "./side.ts";
import "./conflict-dialog.css";

/** The record and the draft went different ways: both in words and figures, and three ways on that lose neither. */
export function ConflictDialog({ onClose }: { readonly onClose: () => void }) {
  const [{ text, saved, changedAt, record, faults }, editor] = usePlan();
  const { newer } = record;
  const base = saved?.text ?? newer?.text ?? text;
  const theirs = useMemo(() => (newer === null ? null : sideOf(base, newer.text)), [base, newer]);
  const mine = useMemo(() => sideOf(base, text), [base, text]);
  if (newer === null || theirs === null) return null;
  const now = Date.now();
  const next = newer.revision + 1;
  const choose = (way: () => unknown) => () => {
    onClose();
    way();
  };
  return (
    <Modal label="Your draft and the record" className="conflict" onClose={onClose}>
      <div className="conflict-head">
        <h2 tabIndex={-1} data-autofocus>
          The record has gone on
        </h2>
        <p>
          {saved === null
            ? `The record has a plan of this name at revision ${newer.revision}.`
            : `Your draft was made of revision ${saved.revision}, and so was what is in the record by now.`}{" "}
          Nothing is lost, whichever you choose.
        </p>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by the keyboard */}
      <section className="conflict-sides" aria-label="Both versions" tabIndex={0}>
        <SideView
          title={`In the record, revision ${newer.revision}`}
          when={`saved ${whenWords(Date.parse(newer.savedAt), now)}`}
          side={theirs}
        />
        <SideView
          title="Your draft"
          when={changedAt === null ? "" : `changed ${whenWords(changedAt, now)}`}
          side={mine}
        />
      </section>
      <ul className="conflict-ways">
        <li>
          <Button variant="contained" color="primary" onClick={choose(() => saveOnTop(editor))}>
            Save mine as revision {next}
          </Button>
          <span>
            Revision {newer.revision} stays in the list of revisions
            {faults.length > 0 ? "; yours is saved with its faults" : ""}.
          </span>
        </li>
        <li>
          <Button onClick={choose(() => saveAsOwnProject(editor))}>Keep mine as a project of its own</Button>
          <span>This project stays as the record has it.</span>
        </li>
        <li>
          <Button onClick={choose(() => takeTheRecords(editor))}>Take the record's</Button>
          <span>Undo brings your draft back, also after a reload.</span>
        </li>
        <li>
          <Button variant="text" onClick={onClose}>
            Decide later
          </Button>
          <span>Your draft stays as it is.</span>
        </li>
      </ul>
    </Modal>
  );
}

/** More changes than these are counted. */
const MOST_TOLD = 12;

interface SideViewProps {
  readonly title: string;
  readonly when: string;
  readonly side: Side;
}

function SideView({ title, when, side: { changes, figures, faults } }: SideViewProps) {
  const rest = changes.length - MOST_TOLD;
  return (
    <div className="conflict-side">
      <h3>{title}</h3>
      <p className="conflict-when">{when}</p>
      {figures === null ? (
        <p>{faults === 1 ? "1 fault" : `${faults} faults`}, so there are no figures.</p>
      ) : (
        <dl>
          <Figure name="Total" value={figures.total} unit={figures.currency} />
          <Figure name="Card-hours" value={figures.cardHours} unit="" />
          <div>
            <dt>Runs</dt>
            <dd className="tabular">{exact(figures.runs)}</dd>
          </div>
        </dl>
      )}
      <h4>{changes.length === 1 ? "1 change" : `${exact(changes.length)} changes`}</h4>
      <ul>
        {changes.slice(0, MOST_TOLD).map((words) => (
          <li key={words}>{words}</li>
        ))}
        {rest > 0 && <li>and {exact(rest)} more</li>}
      </ul>
    </div>
  );
}

function Figure({ name, value, unit }: { readonly name: string; readonly value: number; readonly unit: string }) {
  return (
    <div>
      <dt>{name}</dt>
      <dd>
        <ReadableNumber value={readable(value)} exact={`${exact(value)} ${unit}`.trim()} /> {unit}
      </dd>
    </div>
  );
}

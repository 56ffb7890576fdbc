import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Fragment, type ReactNode, useLayoutEffect, useMemo, useRef } from "react";
import { formatWords, methodWords, valueWords } from "../../../../shared/formats/sweeps/axis-words.ts";
import type { Target } from "../../../../shared/formats/sweeps/experiment/target.ts";
import { writtenSweep } from "../../../../shared/formats/sweeps/experiment/written-sweep.ts";
import type { Need, SweepFile } from "../../../../shared/formats/sweeps/sweep-file.ts";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { read } from "../../../../shared/sheet/text/amounts.ts";
import { capital } from "../../../../shared/sheet/text/words.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { exact } from "../../../../shared/units/format/exact.ts";
import { scientificText } from "../../../../shared/units/format/significant.ts";
import { Close, Fault, Warning } from "../../../components/icons.tsx";
import { Powers } from "../../../components/powers.tsx";
import { usePlan } from "../../../editing/plan-context.ts";
import { FieldFrame } from "../../../fields/field-frame.tsx";
import { treeItems } from "../../../fields/tree-value.ts";
import { addWritten } from "../edits.ts";
import { useEditable } from "../use-editable.ts";
import { countsRuns } from "./first-targets.ts";
import { factorsOf, needLabel, noteOf, titleOf } from "./import-words.ts";
import { rememberTargets } from "./known-parameters.ts";
import { type Outcome, outcomeOf } from "./outcome.ts";
import { ParameterRow, valuesOf } from "./parameter-row.tsx";
import type { ReadFile } from "./read-file.ts";
import { SweepFileButton } from "./sweep-file-button.tsx";
import { type Choices, countIn, useDecisions } from "./use-decisions.ts";
import "../sweep/sweep.css";
import "./sweep-import.css";

interface SweepImportProps {
  readonly file: ReadFile;
  /** What its parameters became before. */
  readonly known: ReadonlyMap<string, Target>;
  readonly onFile: (file: File) => void;
  readonly onClose: () => void;
  /** The experiment is in the plan, at this place. */
  readonly onAdded: (experiment: number) => void;
}

/** A sweep file on its way into the plan: what was found in it, what each parameter becomes, and what it would cost. */
export function SweepImport({ file, known, onFile, onClose, onAdded }: SweepImportProps) {
  const heading = useRef<HTMLHeadingElement>(null);
  useLayoutEffect(() => heading.current?.focus(), []);
  return (
    <section
      className="sweep-import"
      aria-labelledby="sweep-import-title"
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.stopPropagation();
        onClose();
      }}
    >
      <div className="sweep-import-head">
        <h2 id="sweep-import-title" ref={heading} tabIndex={-1}>
          From a sweep file
        </h2>
        <span className="sweep-import-file mono">{file.name}</span>
        <IconButton aria-label="Close without adding" title="Close without adding" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {file.read.ok ? (
        <Found name={file.name} sweep={file.read.value} known={known} onClose={onClose} onAdded={onAdded} />
      ) : (
        <Refused faults={file.read.error} onFile={onFile} />
      )}
    </section>
  );
}

function Refused({ faults, onFile }: { readonly faults: readonly PlanFault[]; readonly onFile: (file: File) => void }) {
  return (
    <div role="alert">
      <p className="sweep-import-lead">
        {faults.length === 1
          ? "The file cannot be read:"
          : `The file cannot be read for ${exact(faults.length)} reasons:`}
      </p>
      <ol className="sweep-import-faults">
        {faults.map((fault) => (
          <li key={`${fault.line} ${fault.column} ${fault.message}`}>
            <Fault size={14} />
            <div>
              <strong>{fault.message}</strong>
              {fault.line !== null && (
                <span>
                  line {fault.line}, column {fault.column}
                </span>
              )}
              {fault.value !== null && <code>{fault.value}</code>}
              <span>Allowed: {fault.allowed}.</span>
              {fault.hint !== null && <span>{fault.hint}</span>}
            </div>
          </li>
        ))}
      </ol>
      <SweepFileButton words="Choose another file" isDisabled={false} onFile={onFile} />
    </div>
  );
}

interface FoundProps {
  readonly name: string;
  readonly sweep: SweepFile;
  readonly known: ReadonlyMap<string, Target>;
  readonly onClose: () => void;
  readonly onAdded: (experiment: number) => void;
}

function Found({ name, sweep, known, onClose, onAdded }: FoundProps) {
  const [state, editor] = usePlan();
  const isEditable = useEditable();
  const choices = useDecisions(sweep, known);
  const { decisions } = choices;
  const written = useMemo(() => writtenSweep(sweep, decisions), [sweep, decisions]);
  const at = treeItems(state.tree, ["experiments"]).length;
  const edits = useMemo(
    () =>
      written.ok
        ? addWritten(state.tree, at, {
            title: titleOf(name),
            note: noteOf(name, sweep, decisions, written.value),
            sweep: written.value.sweep,
          })
        : null,
    [written, state.tree, at, name, sweep, decisions],
  );
  const outcome = useMemo(() => (edits === null ? null : outcomeOf(state, edits, at)), [edits, state, at]);
  const problems = written.ok ? [] : written.error;
  const problemOf = (parameter: string) => problems.find((problem) => problem.parameter === parameter)?.message ?? null;
  const targetOf = (parameter: string): Target => decisions.targets.get(parameter) ?? { kind: "out" };
  const rowOf = (parameter: string) => ({
    name: parameter,
    target: targetOf(parameter),
    problem: problemOf(parameter),
    onTarget: (target: Target) => choices.setTarget(parameter, target),
    valuesText: choices.valuesText(parameter),
    onValuesText: (text: string) => choices.setValuesText(parameter, text),
  });

  return (
    <>
      <p className="sweep-import-lead">
        {capital(formatWords[sweep.format])}, {methodWords[sweep.method]}
        {sweep.maxParallel !== null && <>, at most {exact(sweep.maxParallel)} at a time</>}.
      </p>
      <Equation sweep={sweep} choices={choices} runs={written.ok ? written.value.runs : null} />
      {sweep.needs.length > 0 && <Needs needs={sweep.needs} choices={choices} />}
      {sweep.axes.length > 0 && (
        <Parameters title="Varies">
          {sweep.axes.map((axis) => (
            <ParameterRow
              key={axis.name}
              {...rowOf(axis.name)}
              axis={axis}
              values={valuesOf(axis)}
              isCounting={countsRuns(sweep, axis)}
            />
          ))}
        </Parameters>
      )}
      {sweep.constants.length > 0 && (
        <Parameters title="Constant">
          {sweep.constants.map(({ name: constant, value }) => (
            <ParameterRow
              key={constant}
              {...rowOf(constant)}
              axis={null}
              values={valueWords(value)}
              isCounting={false}
            />
          ))}
        </Parameters>
      )}
      <Notes sentences={[...sweep.warnings, ...(written.ok ? written.value.notes : [])]} />
      <div className="sweep-import-end">
        <Bill outcome={outcome} runs={written.ok ? written.value.runs : null} waits={problems[0]?.message ?? null} />
        <div className="sweep-import-actions">
          <Button variant="outlined" onClick={onClose}>
            Cancel
          </Button>
          <Button
            variant="contained"
            color="primary"
            disabled={edits === null || !isEditable}
            onClick={() => {
              if (edits === null) return;
              editor.edit(edits);
              void rememberTargets(decisions.targets);
              onAdded(at);
            }}
          >
            Add the experiment
          </Button>
        </div>
      </div>
    </>
  );
}

function Equation({
  sweep,
  choices,
  runs,
}: {
  readonly sweep: SweepFile;
  readonly choices: Choices;
  readonly runs: number | null;
}) {
  const factors = factorsOf(sweep, choices.decisions);
  return (
    <div className="equation sweep-import-equation">
      {factors.map(({ count, words }, index) => (
        <Fragment key={words}>
          {index > 0 && <span className="equation-sign">×</span>}
          <span className="equation-factor">
            <strong className="tabular">{count === null ? "?" : exact(count)}</strong> <span>{words}</span>
          </span>
        </Fragment>
      ))}
      <span className="equation-end">
        <span className="equation-sign">=</span>
        <span className="equation-runs" role="status">
          <strong className="tabular">{runs === null ? "?" : counted(runs, "run")}</strong>{" "}
          <span>{capWords(sweep, runs)}</span>
        </span>
      </span>
    </div>
  );
}

const capWords = ({ cap }: SweepFile, runs: number | null): string =>
  cap !== null && runs === cap ? "where the cap ends it" : runs === null ? "not known yet" : "";

function Needs({ needs, choices }: { readonly needs: readonly Need[]; readonly choices: Choices }) {
  return (
    <div className="sweep-import-needs">
      {needs.map((need) => {
        const key = need.what === "glob" || need.what === "tasks" ? (need.axis ?? "") : "";
        const text = choices.answerText(key);
        const fault = text !== "" && countIn(text) === null ? "Write a whole number from 1 to 1,000,000,000." : null;
        const place = need.at === null ? "" : ` (line ${need.at.line})`;
        return (
          <FieldFrame key={`${need.what} ${key}`} label={needLabel(need)} help={`${need.why}${place}.`} fault={fault}>
            {({ id, describedBy, invalid }) => (
              <input
                id={id}
                className="field-number"
                inputMode="numeric"
                aria-describedby={describedBy}
                aria-invalid={invalid}
                value={text}
                onChange={({ currentTarget }) => choices.setAnswerText(key, currentTarget.value)}
              />
            )}
          </FieldFrame>
        );
      })}
    </div>
  );
}

function Parameters({ title, children }: { readonly title: string; readonly children: ReactNode }) {
  return (
    <section className="sweep-parameters" aria-label={title}>
      <div className="sweep-parameters-head" aria-hidden="true">
        <span>{title}</span>
        <span>Values</span>
        <span>Becomes</span>
      </div>
      <ul>{children}</ul>
    </section>
  );
}

function Notes({ sentences }: { readonly sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <ul className="sweep-import-notes">
      {sentences.map((sentence) => (
        <li key={sentence}>
          <Warning size={14} /> <span>{sentence}</span>
        </li>
      ))}
    </ul>
  );
}

/** What the experiment would add, or what is missing for it. */
function Bill({
  outcome,
  runs,
  waits,
}: {
  readonly outcome: Outcome | null;
  readonly runs: number | null;
  readonly waits: string | null;
}) {
  if (outcome === null || runs === null) return <p className="sweep-import-bill">{waits}</p>;
  const { totals, currency, faults } = outcome;
  return (
    <div className="sweep-import-bill">
      {totals === null ? (
        <p>{counted(runs, "run")}; no figures yet, because the plan has faults.</p>
      ) : (
        <p>
          Adds <strong className="tabular">{read(totals.cost)}</strong> {currency},{" "}
          <strong className="tabular">{read(totals.cardHours)}</strong> card-hours,{" "}
          <strong className="tabular">
            <Powers text={totals.flop < 1e6 ? read(totals.flop) : scientificText(totals.flop)} />
          </strong>{" "}
          FLOP
        </p>
      )}
      {faults.length > 0 && (
        <ul>
          {faults.slice(0, MOST_FAULTS).map((fault) => (
            <li key={`${fault.path} ${fault.message}`} className="field-fault">
              <Fault size={14} /> {fault.message}. Allowed: {fault.allowed}.
            </li>
          ))}
        </ul>
      )}
    </div>
  );
}

const MOST_FAULTS = 5;

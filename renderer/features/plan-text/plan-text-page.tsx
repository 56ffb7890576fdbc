import Button from "@mui/material/Button";
import { useEffect, useMemo, useRef, useState } from "react";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { CopyTextButton } from "../../components/copy-text-button.tsx";
import { ArrowLeft, Download, Fault } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { FaultList } from "./fault-list.tsx";
import { faultMarks, faultsText, fittingEdits, withEdits } from "./marks.ts";
import { TextEditor, type TextEditorHandle } from "./text-editor.tsx";
import { linesOf } from "./text-lines.ts";
import "./plan-text.css";

interface PlanText {
  readonly name: string;
  readonly text: string;
  /** The text that `faults` speak of. */
  readonly checked: string;
  readonly faults: readonly PlanFault[];
}

interface PlanTextPageProps {
  readonly draft: PlanText;
  /** Characters to show at once: the place a reader came to change. */
  readonly goal: { readonly from: number; readonly to: number } | null;
  /** Whether there are figures, of this text or of an earlier one. */
  readonly hasFigures: boolean;
  readonly readOnly: boolean;
  /** Where Back leads: "the sheet". */
  readonly backName: string;
  readonly onType: (text: string) => void;
  /** The text with suggestions put in: one step of undo. */
  readonly onReplace: (text: string) => void;
  readonly onCheck: () => void;
  readonly onSave: () => void;
  readonly onBack: () => void;
}

/** The plan document as text: to be read, changed, and mended where it has faults. */
export function PlanTextPage(props: PlanTextPageProps) {
  const { draft, goal, hasFigures, readOnly, backName, onType, onReplace, onCheck, onSave, onBack } = props;
  const { name, text, checked, faults } = draft;
  const editor = useRef<TextEditorHandle>(null);
  const [current, setCurrent] = useState<number | null>(null);

  const marks = useMemo(() => faultMarks(checked, text, faults), [checked, text, faults]);
  const edits = useMemo(() => fittingEdits(checked, text, faults), [checked, text, faults]);
  const changed = useMemo(() => {
    const marked = new Set(marks.map((mark) => mark.fault));
    return new Set(faults.flatMap(({ line }, index) => (line !== null && !marked.has(index) ? [index] : [])));
  }, [marks, faults]);

  useEffect(() => {
    if (goal !== null) editor.current?.select(goal.from, goal.to);
  }, [goal]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another list of faults starts anew
  useEffect(() => setCurrent(null), [faults]);

  const go = (fault: number) => {
    setCurrent(fault);
    const mark = marks.find((found) => found.fault === fault);
    const line = mark?.line ?? faults[fault]?.line;
    if (line === null || line === undefined) return;
    const start = linesOf(text).starts[line - 1] ?? text.length;
    document.querySelector(`[data-fault="${fault}"]`)?.scrollIntoView({ block: "nearest" });
    editor.current?.select(start + (mark?.from ?? 0), start + (mark?.to ?? 0));
  };
  const step = (by: number) => {
    if (faults.length === 0) return;
    go(((current ?? (by > 0 ? -1 : 0)) + by + faults.length) % faults.length);
  };

  const [next, previous] = [() => step(1), () => step(-1)];
  useShortcuts({ "Ctrl+Enter": onCheck, F8: next, "Shift+F8": previous });

  const lines = linesOf(text).lines.length;
  const size = `${(new TextEncoder().encode(text).length / 1000).toFixed(1)} kB`;
  const faulty = faults.length > 0;
  return (
    <div className="plan-text">
      <div className="plan-text-head">
        <div>
          <h1 className={faulty ? "plan-text-faulty" : undefined}>
            {faulty && <Fault size={20} />}
            {faulty ? `${count(faults.length)} in this plan` : "Plan as text"}
          </h1>
          <p>
            <strong>{name}</strong>, {size}, {lines} lines. {consequence(faulty, hasFigures, text === checked)}
          </p>
        </div>
        <div className="plan-text-actions">
          {faulty && <CopyTextButton text={faultsText(name, faults)}>Copy the list</CopyTextButton>}
          <Button variant="text" startIcon={<Download />} onClick={onSave}>
            Save plan file
          </Button>
          <Button onClick={onBack} startIcon={<ArrowLeft />}>
            Back to {backName}
            {!faulty && <Kbd>Ctrl Enter</Kbd>}
          </Button>
        </div>
      </div>
      <div className={faulty ? "plan-text-body plan-text-two" : "plan-text-body"}>
        {faulty && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
          <section className="plan-text-faults" aria-label="Faults" tabIndex={0}>
            <p role="status" className="visually-hidden">
              {count(faults.length)} in this plan.
            </p>
            <FaultList faults={faults} current={current} changed={changed} onGo={go} />
            {edits.length > 0 && (
              <p className="plan-text-suggest">
                <Button disabled={readOnly} onClick={() => onReplace(withEdits(text, edits))}>
                  Apply {edits.length === 1 ? "1 suggestion" : `${edits.length} suggestions`}
                </Button>
                <span>in the text beside; Ctrl Z takes them back</span>
              </p>
            )}
          </section>
        )}
        <div className="plan-text-editor">
          {faulty && (
            <div className="plan-text-editor-head">
              <strong>Plan as text</strong>
              <span>editable, {lines} lines</span>
              <span className="plan-text-keys">F8 next fault</span>
            </div>
          )}
          <TextEditor
            ref={editor}
            label={`Text of ${name}`}
            text={text}
            marks={marks}
            current={current}
            readOnly={readOnly}
            onType={onType}
          />
        </div>
      </div>
    </div>
  );
}

const count = (faults: number): string => (faults === 1 ? "1 fault" : `${faults} faults`);

function consequence(faulty: boolean, hasFigures: boolean, isChecked: boolean): string {
  if (faulty) {
    return hasFigures
      ? "All figures are as of the last text without faults."
      : "It has no figures until they are mended.";
  }
  return isChecked ? "All figures are of this text." : "Checked when you pause.";
}

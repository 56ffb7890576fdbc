import Button from "@mui/material/Button";
import { useEffect, useMemo, useRef, useState } from "react";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { CopyTextButton } from "../../components/copy-text-button.tsx";
import { Fault } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import { useShortcuts } from "../../components/use-shortcuts.ts";
import { FaultList } from "./fault-list.tsx";
import { faultMarks, faultsText, fittingEdits } from "./marks.ts";
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
  /** Title of the sheet that stays open behind this; null when there is none. */
  readonly sheetTitle: string | null;
  readonly onType: (text: string) => void;
  readonly onCheck: () => void;
  readonly onChoose: () => void;
  readonly onSave: () => void;
  readonly onBack: (() => void) | null;
}

/** The plan document as text: to be read, changed, and mended where it has faults. */
export function PlanTextPage(props: PlanTextPageProps) {
  const { draft, goal, sheetTitle, onType, onCheck, onChoose, onSave, onBack } = props;
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
            {faulty ? `${count(faults.length)} this plan from opening` : "Plan as text"}
          </h1>
          <p>
            <strong>{name}</strong>, {size}, {lines} lines.{" "}
            {faulty && sheetTitle !== null && <>The sheet “{sheetTitle}” stays as it was. </>}
            {!faulty && (text === checked ? "The sheet shows this plan." : "Changed; the sheet does not show it yet.")}
          </p>
        </div>
        <div className="plan-text-actions">
          {onBack !== null && (
            <Button variant="text" onClick={onBack}>
              Back to the sheet
            </Button>
          )}
          {faulty ? (
            <>
              <Button onClick={onChoose}>Choose another file</Button>
              <CopyTextButton text={faultsText(name, faults)}>Copy the list</CopyTextButton>
            </>
          ) : (
            <Button onClick={onSave}>
              Save plan file
              <Kbd>Ctrl S</Kbd>
            </Button>
          )}
          <Button variant="contained" color="primary" onClick={onCheck}>
            {faulty ? "Check again" : "Check and show the sheet"}
            <Kbd>Ctrl Enter</Kbd>
          </Button>
        </div>
      </div>
      <div className={faulty ? "plan-text-body plan-text-two" : "plan-text-body"}>
        {faulty && (
          // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by the keyboard
          <section className="plan-text-faults" aria-label="Faults" tabIndex={0}>
            <p role="status" className="visually-hidden">
              {count(faults.length)} this plan from opening.
            </p>
            <FaultList faults={faults} current={current} changed={changed} onGo={go} />
            {edits.length > 0 && (
              <p className="plan-text-suggest">
                <Button onClick={() => editor.current?.replace(edits)}>
                  Apply {edits.length === 1 ? "1 suggestion" : `${edits.length} suggestions`}
                </Button>
                <span>in the text beside; you still check them, and Ctrl Z takes them back</span>
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
            onType={onType}
          />
        </div>
      </div>
    </div>
  );
}

const count = (faults: number): string => (faults === 1 ? "1 fault keeps" : `${faults} faults keep`);

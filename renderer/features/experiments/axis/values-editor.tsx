import { type ClipboardEvent, type KeyboardEvent, useEffect, useLayoutEffect, useRef, useState } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt } from "../../../fields/fault-at.ts";
import type { Edits } from "../edits.ts";
import { plain } from "../edits.ts";
import { useEditable } from "../use-editable.ts";
import { scalarText, typedList, typedScalar } from "./typed-values.ts";

interface ValuesEditorProps {
  readonly path: DocumentPath;
  /** Name of the axis, which says what a text means. */
  readonly name: string;
  /** The axis as the document has it; a value that is no list is replaced by the first that is typed. */
  readonly value: unknown;
  /** Enter where nothing is typed, below the last value. */
  readonly onDone: () => void;
}

/**
 * The values of an axis, each in a field of its own, and one empty field, the gap, in which the next is typed. The gap stands at the
 * end, or where Enter was pressed. A letter typed into it makes it a value at once; a value that is emptied becomes the gap.
 */
export function ValuesEditor({ path, name, value, onDone }: ValuesEditorProps) {
  const [{ faults }, editor] = usePlan();
  const isEditable = useEditable();
  const values: readonly unknown[] = Array.isArray(value) ? value : [];
  const isList = Array.isArray(value);
  const [wantedGap, setGap] = useState<number | null>(null);
  const gap = Math.min(wantedGap ?? values.length, values.length);
  const [typed, setTyped] = useState<{ readonly slot: number; readonly text: string } | null>(null);
  const [current, setCurrent] = useState<number | null>(null);
  const list = useRef<HTMLUListElement>(null);
  const focusAt = useRef<{ readonly slot: number; readonly all: boolean } | null>({ slot: gap, all: false });

  useLayoutEffect(() => {
    if (focusAt.current === null) return;
    const { slot, all } = focusAt.current;
    focusAt.current = null;
    const field = list.current?.querySelectorAll("input")[slot];
    field?.focus();
    if (all) field?.select();
  });
  const goTo = (slot: number, all = true) => {
    focusAt.current = { slot: Math.max(0, Math.min(values.length, slot)), all };
    setCurrent(slot);
  };
  // An undo may leave fewer values than slots.
  useEffect(() => setCurrent((before) => (before === null ? null : Math.min(before, values.length))), [values.length]);

  const place = pathText(path);
  const indexOf = (slot: number) => (slot < gap ? slot : slot - 1);
  const edit = (edits: Edits, slot?: number) =>
    editor.edit(edits, slot === undefined ? undefined : `${place} value ${slot}`);

  const type = (slot: number, text: string) => {
    setTyped({ slot, text });
    if (slot !== gap) {
      if (text === "") {
        setGap(slot);
        edit([{ op: "remove", path: [...path, indexOf(slot)] }], slot);
      } else edit([{ op: "set", path: [...path, indexOf(slot)], value: typedScalar(text, name) }], slot);
    } else if (text !== "") {
      const made = typedScalar(text, name);
      setGap(null);
      edit(isList ? [{ op: "insert", path, at: gap, value: made }] : [{ op: "set", path, value: [made] }], slot);
    }
  };

  /** Puts several values in the place of the one in the slot, or into the gap. */
  const put = (slot: number, several: readonly unknown[]) => {
    const at = slot === gap ? gap : indexOf(slot);
    const next = values.toSpliced(at, slot === gap ? 0 : 1, ...several);
    setTyped(null);
    setGap(at + several.length === next.length ? null : at + several.length);
    edit([{ op: "set", path, value: next.map(plain) }]);
    focusAt.current = { slot: at + several.length, all: false };
    setCurrent(at + several.length);
  };

  const enter = (slot: number, text: string) => {
    if (slot === gap) {
      if (gap === values.length && values.length > 0) onDone();
      return;
    }
    const several = typedList(text, name);
    if (several.length > 1 && typeof values[indexOf(slot)] === "string") {
      put(slot, several);
      return;
    }
    const at = indexOf(slot) + 1;
    setGap(at === values.length ? null : at);
    goTo(at, false);
  };

  const press = (event: KeyboardEvent<HTMLInputElement>, slot: number) => {
    const { value: text, selectionStart, selectionEnd } = event.currentTarget;
    const isAtStart = selectionStart === 0 && selectionEnd === 0;
    const isAtEnd = selectionStart === text.length && selectionEnd === text.length;
    const isAll = selectionStart === 0 && selectionEnd === text.length;
    if (event.ctrlKey || event.metaKey || event.nativeEvent.isComposing) return;
    if (event.altKey) {
      const by = { ArrowLeft: -1, ArrowRight: 1 }[event.key];
      if (by === undefined) return;
      const from = indexOf(slot);
      if (slot !== gap && isEditable && from + by >= 0 && from + by < values.length) {
        setGap(null);
        setTyped(null);
        edit([{ op: "move", path, from, to: from + by }]);
        goTo(from + by);
      }
    } else if (event.key === "Enter") enter(slot, text);
    else if (event.key === "Backspace" && text === "" && gap > 0 && isEditable) {
      edit([{ op: "remove", path: [...path, gap - 1] }]);
      setGap(gap - 1);
      goTo(gap - 1, false);
    } else if (event.key === "ArrowLeft" && (isAtStart || isAll)) goTo(slot - 1);
    else if (event.key === "ArrowRight" && (isAtEnd || isAll)) goTo(slot + 1);
    else if (event.key === "ArrowUp") goTo(slot - 1);
    else if (event.key === "ArrowDown") goTo(slot + 1);
    else return;
    event.preventDefault();
  };

  const paste = (event: ClipboardEvent, slot: number) => {
    const text = event.clipboardData.getData("text/plain");
    const several = typedList(text, name);
    if (!isEditable || several.length < 2) return;
    event.preventDefault();
    put(slot, several);
  };

  return (
    <ul
      ref={list}
      className="values"
      aria-label={`Values of ${name}`}
      onBlur={({ currentTarget, relatedTarget }) => {
        setTyped(null);
        if (!currentTarget.contains(relatedTarget)) {
          setGap(null);
          setCurrent(null);
        }
      }}
    >
      {Array.from({ length: values.length + 1 }, (_, slot) => {
        const isGap = slot === gap;
        const index = indexOf(slot);
        const own = isGap ? "" : scalarText(values[index]);
        const isTyped = typed?.slot === slot && !isGap && typedScalar(typed.text, name) === values[index];
        const isWrong = !isGap && faultAt(faults, [...path, index]) !== null;
        return (
          // biome-ignore lint/suspicious/noArrayIndexKey: the slot is the identity, so that a gap that becomes a value keeps the focus
          <li key={slot}>
            <input
              className={isGap ? "value-field is-next" : isWrong ? "value-field is-wrong" : "value-field"}
              aria-label={isGap ? "Next value" : `Value ${index + 1} of ${values.length}`}
              aria-invalid={isWrong}
              data-place={isGap ? undefined : `${place}[${index}]`}
              autoComplete="off"
              readOnly={!isEditable}
              tabIndex={slot === (current ?? gap) ? 0 : -1}
              placeholder={isGap ? (values.length === 0 ? "first value" : "next") : undefined}
              value={isTyped ? typed.text : own}
              onFocus={() => setCurrent(slot)}
              onChange={({ currentTarget }) => type(slot, currentTarget.value)}
              onKeyDown={(event) => press(event, slot)}
              onPaste={(event) => paste(event, slot)}
            />
          </li>
        );
      })}
    </ul>
  );
}

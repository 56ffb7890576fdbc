import { forwardRef, memo, useImperativeHandle, useLayoutEffect, useMemo, useRef, useState } from "react";
import { textDifference } from "../../../shared/plan/edit/text-difference.ts";
import type { FaultMark } from "./marks.ts";
import { linesOf } from "./text-lines.ts";
import "./text-editor.css";

/** Height of a line; text-editor.css has the same. */
const LINE = 22;
const PADDING = 12;
/** Lines drawn above and below the visible ones. */
const SPARE = 20;

export interface TextEditorHandle {
  /** Selects characters and brings them to the middle of the window. */
  select(from: number, to: number): void;
}

interface TextEditorProps {
  readonly label: string;
  readonly text: string;
  readonly marks: readonly FaultMark[];
  readonly current: number | null;
  readonly readOnly: boolean;
  readonly onType: (text: string) => void;
}

/**
 * The plan's text with line numbers and marks. What is typed goes into a plain text field whose letters are transparent;
 * the same letters, coloured and marked, are drawn behind it, and only for the lines in sight.
 */
export const TextEditor = forwardRef<TextEditorHandle, TextEditorProps>(function TextEditor(props, handle) {
  const { label, text, marks, current, readOnly, onType } = props;
  const scroll = useRef<HTMLDivElement>(null);
  const field = useRef<HTMLTextAreaElement>(null);
  const { lines, starts } = useMemo(() => linesOf(text), [text]);
  const longest = useMemo(() => lines.reduce((most, line) => Math.max(most, widthOf(line)), 0), [lines]);
  const [seen, setSeen] = useState({ first: 0, last: 80 });

  const look = () => {
    const box = scroll.current;
    if (box === null) return;
    const first = Math.max(0, Math.floor((box.scrollTop - PADDING) / LINE) - SPARE);
    const last = Math.ceil((box.scrollTop + box.clientHeight) / LINE) + SPARE;
    setSeen((before) => (before.first === first && before.last === last ? before : { first, last }));
  };
  useLayoutEffect(() => {
    const box = scroll.current;
    if (box === null) return;
    look();
    const observer = new ResizeObserver(look);
    observer.observe(box);
    return () => observer.disconnect();
  });

  useImperativeHandle(handle, () => ({
    select(from, to) {
      const [box, area] = [scroll.current, field.current];
      if (box === null || area === null) return;
      area.focus({ preventScroll: true });
      area.setSelectionRange(from, to);
      const line = starts.findLastIndex((start) => start <= from);
      const column = widthOf((lines[line] ?? "").slice(0, from - (starts[line] ?? 0)));
      box.scrollTop = PADDING + line * LINE - box.clientHeight / 2;
      box.scrollLeft = Math.max(0, (column - 40) * 7.5);
      box.scrollIntoView({ block: "nearest" });
    },
  }));

  // What changes the text from outside (undo, a suggestion, another tab) would send the caret to the end: it goes to the change.
  const typed = useRef(text);
  useLayoutEffect(() => {
    const [before, area] = [typed.current, field.current];
    typed.current = text;
    if (area === null || before === text) return;
    const { at, inserted } = textDifference(before, text);
    area.setSelectionRange(at, at + inserted.length);
  }, [text]);

  const digits = Math.max(2, String(lines.length).length);
  return (
    <div className="editor mono" ref={scroll} onScroll={look}>
      <div
        className="editor-body"
        style={{
          height: lines.length * LINE + 2 * PADDING,
          minWidth: `calc(${longest + 4}ch + ${digits}ch + 56px)`,
          paddingLeft: `calc(${digits}ch + 56px)`,
        }}
      >
        <div className="editor-lines" aria-hidden="true">
          {lines.slice(seen.first, seen.last).map((line, offset) => {
            const index = seen.first + offset;
            return (
              <EditorLine key={index} number={index + 1} digits={digits} text={line} marks={marks} current={current} />
            );
          })}
        </div>
        <textarea
          ref={field}
          className="editor-field"
          aria-label={label}
          value={text}
          readOnly={readOnly}
          spellCheck={false}
          autoComplete="off"
          autoCapitalize="off"
          wrap="off"
          onChange={({ target }) => {
            typed.current = target.value;
            onType(target.value);
          }}
        />
      </div>
    </div>
  );
});

interface EditorLineProps {
  readonly number: number;
  readonly digits: number;
  readonly text: string;
  readonly marks: readonly FaultMark[];
  readonly current: number | null;
}

const EditorLine = memo(function EditorLine({ number, digits, text, marks, current }: EditorLineProps) {
  const own = marks.filter((mark) => mark.line === number).sort((a, b) => a.from - b.from);
  const isCurrent = own.some((mark) => mark.fault === current);
  const state = own.length === 0 ? "" : isCurrent ? " editor-faulty editor-current" : " editor-faulty";
  return (
    <div className={`editor-line${state}`} style={{ top: PADDING + (number - 1) * LINE }}>
      <span className="editor-gutter" style={{ width: `calc(${digits}ch + 44px)` }}>
        <span className="editor-fault">{own[0] === undefined ? "" : own[0].fault + 1}</span>
        <span className="editor-number">{number}</span>
      </span>
      <span className="editor-text">{pieces(text, own)}</span>
    </div>
  );
});

function pieces(text: string, marks: readonly FaultMark[]) {
  const drawn = [];
  let at = 0;
  for (const { fault, from, to } of marks) {
    if (from < at) continue;
    drawn.push(coloured(text.slice(at, from), at));
    drawn.push(
      <span key={`fault ${fault}`} className="editor-mark">
        {text.slice(from, to) || " "}
      </span>,
    );
    at = to;
  }
  drawn.push(coloured(text.slice(at), at));
  return drawn;
}

const KEY = /("(?:[^"\\]|\\.)*"(?=\s*:)|^\s*(?:- )?[\w.$-]+(?=:(?:\s|$)))/g;

/** Keys in the accent, the rest in ink. */
function coloured(text: string, offset: number) {
  return text.split(KEY).map((part, index) =>
    index % 2 === 1 ? (
      // biome-ignore lint/suspicious/noArrayIndexKey: the position is the identity
      <span key={`${offset} ${index}`} className="editor-key">
        {part}
      </span>
    ) : (
      part
    ),
  );
}

/** In columns of the fixed-width font; a tab goes on to the next even column. */
function widthOf(line: string): number {
  if (!line.includes("\t")) return line.length;
  return [...line].reduce((width, letter) => (letter === "\t" ? width + 2 - (width % 2) : width + 1), 0);
}

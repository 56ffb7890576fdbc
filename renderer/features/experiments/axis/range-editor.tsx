import { useEffect, useId, useRef, useState } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { describeRange, readRange } from "../../../../shared/plan/typed/value-range.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { useEditable } from "../use-editable.ts";
import { scalarText } from "./typed-values.ts";

/** Values of the preview; the last is shown behind dots. */
const MOST_PREVIEWED = 24;

interface RangeEditorProps {
  readonly path: DocumentPath;
  readonly name: string;
  readonly value: unknown;
  /** What was typed here before another form was looked at. */
  readonly kept: string | null;
  readonly onKeep: (text: string) => void;
}

/** First, last and step of the values, as one text: "128…16384 ×2". The document has the values. */
export function RangeEditor({ path, name, value, kept, onKeep }: RangeEditorProps) {
  const [, editor] = usePlan();
  const isEditable = useEditable();
  const id = useId();
  const field = useRef<HTMLInputElement>(null);
  const known = typeof value === "string" ? value : Array.isArray(value) ? describeRange(value) : null;
  const [typed, setTyped] = useState(kept ?? known ?? "");
  // A text still means the document's values, or the document was changed elsewhere.
  const made = valuesOf(typed);
  const means = made === null ? typed : JSON.stringify(made);
  const stands = typeof value === "string" ? value : JSON.stringify(value);
  const text = means === stands || known === null ? typed : known;
  useEffect(() => field.current?.select(), []);
  const read = readRange(text);
  const describedBy = `${id}-preview`;
  return (
    <div className="range-editor">
      <label htmlFor={id}>First … last, and × or + the step</label>
      <input
        ref={field}
        className="typed-text"
        id={id}
        autoComplete="off"
        aria-describedby={describedBy}
        aria-invalid={text !== "" && !read.ok}
        readOnly={!isEditable}
        placeholder="128…16384 ×2"
        value={text}
        onChange={({ currentTarget }) => {
          const entered = currentTarget.value;
          setTyped(entered);
          onKeep(entered);
          editor.edit({ op: "set", path, value: valuesOf(entered) ?? entered }, `${name} range`);
        }}
      />
      <p id={describedBy} className="range-preview tabular">
        {read.ok ? `${counted(read.value.length, "value")}: ${previewOf(read.value)}` : hintFor(text, read.error)}
      </p>
    </div>
  );
}

function previewOf(values: readonly number[]): string {
  const texts = values.map(scalarText);
  return texts.length <= MOST_PREVIEWED
    ? texts.join("  ")
    : [...texts.slice(0, MOST_PREVIEWED - 1), "…", texts.at(-1)].join("  ");
}

function valuesOf(text: string): number[] | null {
  const read = readRange(text);
  return read.ok ? read.value : null;
}

const hintFor = (text: string, error: string): string =>
  text === "" ? "For example 128…16384 ×2, 0.1…0.5 +0.1, or 1…12. Two dots do for …, and x or * for ×." : error;

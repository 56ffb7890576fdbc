import { useId, useState } from "react";
import type { DocumentPath } from "../../../../shared/plan/fault.ts";
import { pathText } from "../../../../shared/plan/text/document-path.ts";
import { counted } from "../../../../shared/units/format/counted.ts";
import { usePlan } from "../../../editing/plan-context.ts";
import { faultAt, faultWords } from "../../../fields/fault-at.ts";
import { PlanNumber } from "../../../fields/plan-number.tsx";
import { PlanText } from "../../../fields/plan-text.tsx";
import { treeEntries, treeValue } from "../../../fields/tree-value.ts";
import { detach, experimentsUsing, shareAs, variableName } from "../edits.ts";
import { countOf } from "../sweep/run-count.ts";
import { useEditable } from "../use-editable.ts";
import { variableWords } from "./axis-face.ts";
import { PertPicture } from "./pert-picture.tsx";

interface LikelyEditorProps {
  readonly path: DocumentPath;
  /** The words that a variable would be named by. */
  readonly words: string;
  readonly value: unknown;
}

/** A count that nobody knows: its own range, or a variable's, which is then edited for all that use it. */
export function LikelyEditor({ path, words, value }: LikelyEditorProps) {
  const [{ tree, faults }] = usePlan();
  const use = treeValue(value, ["use"]);
  const variable = typeof use === "string" ? use : null;
  const home = variable === null ? path : ["variables", variable];
  const range = countOf(tree, treeValue(tree, home));
  const fault = variable === null ? null : faultAt(faults, [...path, "use"]);
  return (
    <div className="likely-editor">
      <div className="likely-fields">
        {(["low", "likely", "high"] as const).map((end) => (
          <PlanNumber key={end} path={[...home, end]} label={end} />
        ))}
      </div>
      <div className="likely-about">
        {variable === null ? <ShareAs path={path} words={words} /> : <Variable path={path} variable={variable} />}
        {fault !== null && <p className="field-fault">{faultWords(fault)}</p>}
        <PlanText path={[...home, "source"]} label="Source: who says so" optional />
      </div>
      <PertPicture range={range} />
    </div>
  );
}

function Variable({ path, variable }: { readonly path: DocumentPath; readonly variable: string }) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const users = experimentsUsing(tree, variable);
  return (
    <p className="field-help">
      One draw for all: <strong className="variable-name">{variableWords(variable)}</strong>, used by{" "}
      {counted(users.length, "experiment")}. A change here changes all.{" "}
      <button
        type="button"
        className="text-button"
        disabled={!isEditable}
        onClick={() => editor.edit(detach(tree, path))}
      >
        Detach
      </button>
    </p>
  );
}

function ShareAs({ path, words }: { readonly path: DocumentPath; readonly words: string }) {
  const [{ tree }, editor] = usePlan();
  const isEditable = useEditable();
  const [name, setName] = useState<string | null>(null);
  const id = useId();
  const known = treeEntries(tree, ["variables"]).map(([variable]) => variable);
  const isFit = name !== null && /^[A-Za-z][A-Za-z0-9_-]{0,63}$/.test(name);
  if (name === null) {
    return (
      <p className="field-help">
        <button
          type="button"
          className="text-button"
          disabled={!isEditable}
          data-place={`${pathText(path)}.use`}
          onClick={() => setName(variableName(words))}
        >
          Share as a variable
        </button>{" "}
        so that other counts are the same draw.
      </p>
    );
  }
  return (
    <form
      className="share-form"
      onSubmit={(event) => {
        event.preventDefault();
        if (isFit) editor.edit(shareAs(tree, path, name));
      }}
    >
      <label htmlFor={id}>Name of the variable</label>
      <input
        id={id}
        className="typed-text"
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the press of a button
        autoFocus
        list={`${id}-known`}
        autoComplete="off"
        aria-invalid={!isFit}
        value={name}
        onChange={({ currentTarget }) => setName(currentTarget.value)}
        onKeyDown={(event) => {
          if (event.key !== "Escape") return;
          event.stopPropagation();
          setName(null);
        }}
      />
      <datalist id={`${id}-known`}>
        {known.map((variable) => (
          <option key={variable} value={variable} />
        ))}
      </datalist>
      <button type="submit" className="text-button" disabled={!isFit}>
        {known.includes(name) ? "Use it" : "Share"}
      </button>
      <p className="field-help">
        {known.includes(name)
          ? "A variable of that name exists: its range takes the place of this one."
          : "A letter, then letters, digits, _ or -."}
      </p>
    </form>
  );
}

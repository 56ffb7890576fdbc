import { type KeyboardEvent, useId, useState } from "react";
import { axisPaths } from "../../../../shared/plan/fields.ts";
import { axisTitle } from "./axis-face.ts";

/** As many fields as are offered at once. */
const MOST_OFFERED = 12;

interface NamePickerProps {
  readonly label: string;
  /** The name that stands there; empty for a new one. */
  readonly name: string;
  /** Names that are taken by other axes. */
  readonly taken: readonly string[];
  readonly isFocused?: boolean;
  readonly isReadOnly?: boolean;
  readonly onPick: (name: string) => void;
  readonly onCancel?: () => void;
}

/** A name for an axis: a field of the plan, found by typing a part of its name, or words of one's own. */
export function NamePicker({
  label,
  name,
  taken,
  isFocused = false,
  isReadOnly = false,
  onPick,
  onCancel,
}: NamePickerProps) {
  const [text, setText] = useState(name);
  const [isOpen, setOpen] = useState(false);
  const [active, setActive] = useState(-1);
  const id = useId();
  const offered = isOpen ? offers(text, taken) : [];
  const trimmed = text.trim();
  const isTaken = trimmed !== name && taken.includes(trimmed);

  const pick = (picked: string) => {
    setText(picked);
    setOpen(false);
    setActive(-1);
    if (picked !== "" && !taken.includes(picked)) onPick(picked);
  };
  const press = (event: KeyboardEvent) => {
    if (event.key === "ArrowDown" || event.key === "ArrowUp") {
      if (event.altKey) return;
      setOpen(true);
      const last = offers(text, taken).length - 1;
      setActive(event.key === "ArrowDown" ? Math.min(last, active + 1) : Math.max(-1, active - 1));
    } else if (event.key === "Enter") pick(offered[active] ?? trimmed);
    else if (event.key === "Escape" && (isOpen || onCancel !== undefined)) {
      if (isOpen && offered.length > 0) setOpen(false);
      else onCancel?.();
    } else return;
    event.preventDefault();
    event.stopPropagation();
  };

  return (
    <div className="name-picker">
      <label className="visually-hidden" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        // biome-ignore lint/a11y/noAutofocus: it was asked for by the press of a button
        autoFocus={isFocused}
        role="combobox"
        aria-expanded={offered.length > 0}
        aria-controls={`${id}-list`}
        aria-autocomplete="list"
        aria-activedescendant={active >= 0 && offered.length > 0 ? `${id}-${active}` : undefined}
        aria-invalid={isTaken}
        autoComplete="off"
        readOnly={isReadOnly}
        placeholder="a field, or a name of your own"
        value={text}
        onChange={({ currentTarget }) => {
          setText(currentTarget.value);
          setOpen(true);
          setActive(-1);
        }}
        onKeyDown={press}
        onBlur={() => {
          if (trimmed !== name && name !== "") pick(trimmed === "" ? name : trimmed);
          setOpen(false);
        }}
      />
      <div id={`${id}-list`} role="listbox" aria-label="Fields of the plan" hidden={offered.length === 0}>
        {offered.map((path, index) => (
          // biome-ignore lint/a11y/useFocusableInteractive: the focus stays in the field, which names the active option
          // biome-ignore lint/a11y/useKeyWithClickEvents: the keys are those of the field
          <div
            key={path}
            id={`${id}-${index}`}
            role="option"
            aria-selected={index === active}
            onPointerDown={(event) => event.preventDefault()}
            onClick={() => pick(path)}
          >
            {axisTitle(path)} <small className="mono">{path}</small>
          </div>
        ))}
      </div>
      {isTaken && <p className="field-fault">This sweep has an axis of that name.</p>}
    </div>
  );
}

/** Fields whose name has every word that was typed, those that begin with it first. */
function offers(text: string, taken: readonly string[]): readonly string[] {
  const typed = text.trim().toLowerCase();
  const words = typed.split(/\s+/);
  const free = axisPaths.filter((path) => !taken.includes(path) || path.toLowerCase() === typed);
  const found = free.filter((path) => {
    const all = `${path} ${axisTitle(path)}`.toLowerCase();
    return words.every((word) => all.includes(word));
  });
  const begins = (path: string) => (axisTitle(path).toLowerCase().startsWith(typed) ? 0 : 1);
  const isChosen = found.length === 1 && found[0] === text.trim();
  return isChosen ? [] : found.toSorted((a, b) => begins(a) - begins(b)).slice(0, MOST_OFFERED);
}

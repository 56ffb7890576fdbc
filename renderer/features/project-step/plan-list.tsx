import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { type KeyboardEvent, type ReactNode, useId, useRef, useState } from "react";
import type { PlainValue } from "../../../shared/plan/edit/plan-edit.ts";
import type { DocumentPath } from "../../../shared/plan/fault.ts";
import { Bin, ChevronDown } from "../../components/icons.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { treeItems } from "../../fields/tree-value.ts";

interface PlanListProps {
  readonly path: DocumentPath;
  /** What one item is called: "assumption". */
  readonly item: string;
  /** The new item of a text that was typed. */
  readonly fromText: (text: string) => PlainValue;
  /** The fields of the item at `index`; the first of them takes the focus. */
  readonly children: (index: number) => ReactNode;
}

/** A list of the document: items can be added, changed, moved (Alt with arrows) and taken out. No item leaves no key. */
export function PlanList({ path, item, fromText, children }: PlanListProps) {
  const [{ tree, readOnly, isReadable }, editor] = usePlan();
  const disabled = readOnly !== null || !isReadable;
  const items = treeItems(tree, path);
  const [typed, setTyped] = useState("");
  const list = useRef<HTMLOListElement>(null);
  const field = useRef<HTMLInputElement>(null);
  const id = useId();

  const add = () => {
    const text = typed.trim();
    if (text === "" || disabled) return;
    const value = fromText(text);
    editor.edit(
      items.length === 0 ? { op: "set", path, value: [value] } : { op: "insert", path, at: items.length, value },
    );
    setTyped("");
    field.current?.focus();
  };
  const remove = (index: number) => {
    editor.edit(items.length === 1 ? { op: "remove", path } : { op: "remove", path: [...path, index] });
    field.current?.focus();
  };
  const move = (from: number, to: number) => {
    if (disabled || to < 0 || to >= items.length) return;
    editor.edit({ op: "move", path, from, to });
    list.current?.children[to]?.querySelector<HTMLElement>("input, textarea")?.focus();
  };
  const press = (event: KeyboardEvent, index: number) => {
    if (!event.altKey || (event.key !== "ArrowUp" && event.key !== "ArrowDown")) return;
    event.preventDefault();
    move(index, event.key === "ArrowUp" ? index - 1 : index + 1);
  };

  return (
    <>
      {items.length > 0 && (
        <ol ref={list} className="project-items">
          {items.map((_, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: items are known by their place in the document
            <li key={index} onKeyDown={(event) => press(event, index)}>
              <div className="project-fields">{children(index)}</div>
              <div className="project-item-actions">
                <IconButton
                  aria-label={`Move ${item} ${index + 1} up`}
                  title="Up, Alt ↑"
                  disabled={disabled || index === 0}
                  className="project-up"
                  onClick={() => move(index, index - 1)}
                >
                  <ChevronDown />
                </IconButton>
                <IconButton
                  aria-label={`Move ${item} ${index + 1} down`}
                  title="Down, Alt ↓"
                  disabled={disabled || index === items.length - 1}
                  onClick={() => move(index, index + 1)}
                >
                  <ChevronDown />
                </IconButton>
                <IconButton
                  aria-label={`Delete ${item} ${index + 1}`}
                  title="Delete"
                  disabled={disabled}
                  onClick={() => remove(index)}
                >
                  <Bin />
                </IconButton>
              </div>
            </li>
          ))}
        </ol>
      )}
      <div className="project-add">
        <label htmlFor={id} className="visually-hidden">
          New {item}
        </label>
        <input
          ref={field}
          id={id}
          value={typed}
          placeholder={`Another ${item}`}
          readOnly={disabled}
          onChange={({ currentTarget }) => setTyped(currentTarget.value)}
          onKeyDown={(event) => {
            if (event.key !== "Enter") return;
            event.preventDefault();
            add();
          }}
        />
        <Button disabled={disabled || typed.trim() === ""} onClick={add}>
          Add
        </Button>
      </div>
    </>
  );
}

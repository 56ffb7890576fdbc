import { useState } from "react";
import type { PlainValue, PlanEdit } from "../../../shared/plan/edit/plan-edit.ts";
import type { PopMenuItem } from "../../components/pop-menu.tsx";
import { usePlan } from "../../editing/plan-context.ts";
import { clusterKind } from "../../library/kinds.ts";
import { today } from "../../library/today.ts";
import { useLibrary } from "../../library/use-library.ts";
import { libraryClusterOf } from "./cluster-copy.ts";
import { type ClusterRow, nameOf, ownedEdits } from "./cluster-rows.ts";

/** Of a cluster that is added: a value without a fault, selected to be typed over. */
const FIRST_CARDS = 1_000;

interface ClusterActionsInput {
  readonly rows: readonly ClusterRow[];
  readonly isFixed: boolean;
  readonly opened: number | null;
  readonly onOpen: (index: number | null) => void;
  readonly onSelect: (index: number) => void;
}

/** What can be done with a whole cluster, and what was said of the last. */
export function useClusterActions({ rows, isFixed, opened, onOpen, onSelect }: ClusterActionsInput) {
  const [{ tree }, editor] = usePlan();
  const library = useLibrary(clusterKind);
  const [said, setSaid] = useState("");

  const change = (...edits: readonly PlanEdit[]) => {
    setSaid("");
    editor.edit(ownedEdits(tree, edits));
  };
  const add = (value: PlainValue) => {
    change({ op: "insert", path: ["clusters"], at: rows.length, value });
    onSelect(rows.length);
  };
  const addEmpty = () => {
    add({ cards: FIRST_CARDS });
    onOpen(rows.length);
    // Selected, it has the focus as well.
    focusLater(`[data-place="clusters[${rows.length}].cards"] input`, (input) => input.select());
  };
  const move = (from: number, to: number) => {
    if (to < 0 || to >= rows.length) return;
    change({ op: "move", path: ["clusters"], from, to });
    if (opened === from) onOpen(to);
    else if (opened === to) onOpen(from);
    onSelect(to);
    setSaid(`${nameOf(rows[from])} is number ${to + 1} of ${rows.length}.`);
    focusRow(to);
  };
  const save = async (row: ClusterRow) => {
    const cluster = libraryClusterOf(tree, row.index);
    if (cluster === null) return setSaid(`${nameOf(row)} was not saved: what it says has a fault.`);
    const reply = await library.save(crypto.randomUUID(), null, cluster);
    if (!reply.ok) return setSaid(`${nameOf(row)} was not saved to the library: ${reply.error.message}`);
    const { id, revision } = reply.value;
    change({ op: "set", path: ["clusters", row.index, "from"], value: { id, revision, date: today() } });
    setSaid(`${nameOf(row)} is in your library.`);
  };
  const run = (action: string, row: ClusterRow) => {
    if (action === "up") move(row.index, row.index - 1);
    if (action === "down") move(row.index, row.index + 1);
    if (action === "save") void save(row);
    if (action === "delete") {
      change({ op: "remove", path: ["clusters", row.index] });
      onOpen(null);
      onSelect(Math.max(0, row.index - 1));
      setSaid(`${nameOf(row)} is out of the plan. Undo brings it back.`);
      focusRow(Math.max(0, row.index - 1));
    }
  };
  const actions = (row: ClusterRow): readonly PopMenuItem[] => [
    ...(row.from === null ? [{ id: "save", content: "Save to my library" }] : []),
    ...(isFixed || row.index === 0 ? [] : [{ id: "up", content: "Move up" }]),
    ...(isFixed || row.index === rows.length - 1 ? [] : [{ id: "down", content: "Move down" }]),
    ...(isFixed || rows.length === 1 ? [] : [{ id: "delete", content: "Delete" }]),
  ];
  return { change, add, addEmpty, move, run, actions, said };
}

export const focusRow = (index: number): void =>
  focusLater(`[data-cluster="${index}"] button`, (button) => button.focus());

const focusLater = (selector: string, then: (element: HTMLInputElement) => void): void => {
  requestAnimationFrame(() => {
    const found = document.querySelector<HTMLInputElement>(`.cluster-step ${selector}`);
    if (found !== null) then(found);
  });
};

/** Keys that belong to a place of the screen rather than to a command. */

export interface FieldKeys {
  readonly place: string;
  readonly keys: readonly { readonly keys: readonly string[]; readonly does: string }[];
}

export const fieldKeys: readonly FieldKeys[] = [
  {
    place: "In a list of values",
    keys: [
      { keys: ["Enter"], does: "Add a value" },
      { keys: ["Backspace"], does: "Remove the last value, in an empty field" },
      { keys: ["ArrowLeft", "ArrowRight"], does: "Go from value to value" },
      { keys: ["Alt+ArrowLeft", "Alt+ArrowRight"], does: "Move a value" },
      { keys: ["Escape"], does: "Take back what was typed in this field" },
    ],
  },
  {
    place: "In a list of experiments, quotes or clusters",
    keys: [
      { keys: ["ArrowUp", "ArrowDown"], does: "Go from row to row" },
      { keys: ["Alt+ArrowUp", "Alt+ArrowDown"], does: "Move a row" },
    ],
  },
  {
    place: "On the sheet",
    keys: [
      { keys: ["Enter"], does: "Ask a figure how it was computed" },
      { keys: ["Ctrl+C"], does: "Copy the exact value of a figure" },
      { keys: ["Ctrl++", "Ctrl+-"], does: "Make the page larger or smaller" },
      { keys: ["Ctrl+0"], does: "Show the page in its own size" },
      { keys: ["Escape"], does: "Close what opened at the side" },
    ],
  },
  {
    place: "In the plan as text",
    keys: [
      { keys: ["F8", "Shift+F8"], does: "Go to the next or the last fault" },
      { keys: ["Ctrl+Enter"], does: "Check now, and go back when there are no faults" },
    ],
  },
];

/** Which sections a sheet has, in what order, what stands beside what, and what each is called. */

export type SectionId =
  | "budget-head"
  | "budget-lines"
  | "budget-sums"
  | "budget-base"
  | "budget-units"
  | "budget-justification"
  | "experiments"
  | "cost-by-axis"
  | "models"
  | "memory"
  | "time"
  | "disputes"
  | "times"
  | "timeline"
  | "experiment-times"
  | "allocation"
  | "prices"
  | "cost-by-experiment"
  | "energy"
  | "ranges"
  | "sensitivity"
  | "assumptions"
  | "sources";

const LABELS: Readonly<Record<SectionId, "Table" | "Figure" | "">> = {
  "budget-head": "Table",
  "budget-lines": "Table",
  "budget-sums": "Table",
  "budget-base": "Table",
  "budget-units": "Table",
  "budget-justification": "",
  experiments: "Table",
  "cost-by-axis": "Figure",
  models: "Table",
  memory: "Table",
  time: "Figure",
  disputes: "Table",
  times: "Table",
  timeline: "Figure",
  "experiment-times": "Table",
  allocation: "Table",
  prices: "Table",
  "cost-by-experiment": "Figure",
  energy: "Table",
  ranges: "Figure",
  sensitivity: "Figure",
  assumptions: "",
  sources: "",
};

export interface Slot {
  readonly id: SectionId;
  /** "Table 1", "Figure 2", or empty for a list. */
  readonly label: string;
  readonly width: "full" | "half";
}

/**
 * The slots of a sheet whose content is `present`, in the order of the page. Tables and figures are numbered apart.
 * Sections that stand side by side are half as wide; one whose neighbour is missing has the full width.
 */
export function layoutOf(present: ReadonlySet<SectionId>): Slot[] {
  const withDisputes = present.has("disputes");
  const lines: readonly (readonly SectionId[])[] = [
    ["budget-head"],
    ["budget-lines"],
    ["budget-units"],
    ["budget-sums"],
    ["budget-base"],
    ["budget-justification"],
    ["experiments"],
    ["cost-by-axis"],
    ["models"],
    ["memory"],
    ["time", withDisputes ? "disputes" : "prices"],
    ["times"],
    ["timeline"],
    ["experiment-times"],
    ["allocation"],
    ...(withDisputes
      ? ([["prices", "energy"], ["cost-by-experiment"]] as const)
      : ([["cost-by-experiment", "energy"]] as const)),
    ["ranges", "sensitivity"],
    ["assumptions", "sources"],
  ];
  const numbers = { Table: 0, Figure: 0 };
  return lines.flatMap((line) => {
    const there = line.filter((id) => present.has(id));
    return there.map((id): Slot => {
      const kind = LABELS[id];
      const label = kind === "" ? "" : `${kind} ${++numbers[kind]}`;
      return { id, label, width: there.length > 1 ? "half" : "full" };
    });
  });
}

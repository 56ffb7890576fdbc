/** The lettered list of who says so: what was cited on the way, then what the plan names itself. */
import type { SheetContext } from "../context.ts";
import type { Section } from "../sheet.ts";
import { base } from "./base.ts";

export function sourcesList(context: SheetContext): Section {
  const { plan, references } = context;
  for (const source of plan.sources) references.cite(source);
  const { compareWith } = plan;
  if (compareWith !== null && compareWith.source !== null) {
    const { title, source } = compareWith;
    references.cite({ text: source.includes(title) ? source : `${title}: ${source}` });
  }
  return {
    ...base(context, "sources", { title: "Sources", outline: "Sources" }),
    kind: "list",
    marker: "letter",
    items: references.items(),
  };
}

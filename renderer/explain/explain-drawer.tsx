import { UnknownFigureError } from "../../shared/estimate/explain/context.ts";
import { explain } from "../../shared/estimate/explain.ts";
import type { Figure } from "../../shared/estimate/figure.ts";
import type { Trace } from "../../shared/estimate/trace.ts";
import type { Headline } from "../../shared/sheet/sheet.ts";
import { Drawer } from "./drawer.tsx";
import type { Explained } from "./explained.ts";
import { TraceView } from "./trace-view.tsx";

interface ExplainDrawerProps {
  readonly plan: Explained;
  /** The range that is shown beside a figure; null where it has none. */
  readonly rangeOf: (figure: Figure) => Headline["range"];
  /** From the figure that was pressed to the one now looked at, one level deeper each. */
  readonly levels: readonly Figure[];
  readonly onDeeper: (figure: Figure) => void;
  readonly onBack: () => void;
  readonly onShowPlace: (place: string) => void;
  readonly onClose: () => void;
}

/** "How was this computed", for the figure that was pressed and every figure inside it. */
export function ExplainDrawer(props: ExplainDrawerProps) {
  const { plan, rangeOf, levels, onDeeper, onBack, onShowPlace, onClose } = props;
  const figure = levels.at(-1);
  if (figure === undefined) return null;
  const above = levels.at(-2);
  const trace = traceOf(plan, figure);
  const traceAbove = above === undefined ? null : traceOf(plan, above);
  return (
    <Drawer
      title="How was this computed"
      shown={`${levels.length} ${JSON.stringify(figure)}`}
      back={traceAbove === null ? null : { title: traceAbove.title, onBack }}
      onClose={onClose}
    >
      {trace === null ? (
        <p className="trace-gone">The plan has no such figure any more.</p>
      ) : (
        <TraceView trace={trace} range={rangeOf(figure)} onOpen={onDeeper} onShowPlace={onShowPlace} />
      )}
    </Drawer>
  );
}

/** The figure's trace; null when the plan was changed meanwhile and has no such figure. */
function traceOf({ resolved, estimated, ranges, schedules }: Explained, figure: Figure): Trace | null {
  try {
    return explain(resolved, estimated, ranges, figure, schedules);
  } catch (error) {
    if (error instanceof UnknownFigureError) return null;
    throw error;
  }
}

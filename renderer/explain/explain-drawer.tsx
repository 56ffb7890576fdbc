import { UnknownFigureError } from "../../shared/estimate/explain/context.ts";
import { explain } from "../../shared/estimate/explain.ts";
import type { AnyFigure } from "../../shared/estimate/figure.ts";
import type { Trace } from "../../shared/estimate/trace.ts";
import type { ReadPlan } from "../../shared/plan/read.ts";
import type { Headline } from "../../shared/sheet/sheet.ts";
import { catalogue } from "../estimating/catalogue.ts";
import { catalogueName } from "../estimating/catalogue-name.ts";
import { priceTrends } from "../estimating/price-trends.ts";
import { Drawer } from "./drawer.tsx";
import type { Explained } from "./explained.ts";
import { TraceView } from "./trace-view.tsx";

interface ExplainDrawerProps {
  readonly plan: Explained;
  /** The version that the plan is compared with, on pages that do. */
  readonly before?: ReadPlan | null;
  /** The range that is shown beside a figure; null where it has none. */
  readonly rangeOf: (figure: AnyFigure) => Headline["range"];
  /** From the figure that was pressed to the one now looked at, one level deeper each. */
  readonly levels: readonly AnyFigure[];
  readonly onDeeper: (figure: AnyFigure) => void;
  readonly onBack: () => void;
  readonly onShowPlace: (place: string) => void;
  readonly onClose: () => void;
}

/** "How was this computed", for the figure that was pressed and every figure inside it. */
export function ExplainDrawer(props: ExplainDrawerProps) {
  const { plan, before = null, rangeOf, levels, onDeeper, onBack, onShowPlace, onClose } = props;
  const figure = levels.at(-1);
  if (figure === undefined) return null;
  const above = levels.at(-2);
  const trace = traceOf(plan, figure, before);
  const traceAbove = above === undefined ? null : traceOf(plan, above, before);
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
function traceOf(
  { resolved, estimated, ranges, schedules, document }: Explained,
  figure: AnyFigure,
  before: ReadPlan | null,
): Trace | null {
  const beside = document === undefined ? null : { document, catalogue, priceTrends, before, nameOf: catalogueName };
  try {
    return explain(resolved, estimated, ranges, figure, schedules, beside);
  } catch (error) {
    if (error instanceof UnknownFigureError) return null;
    throw error;
  }
}

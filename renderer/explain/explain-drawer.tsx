import { explain } from "../../shared/estimate/explain.ts";
import type { Figure } from "../../shared/estimate/figure.ts";
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
  return (
    <Drawer
      title="How was this computed"
      shown={`${levels.length} ${JSON.stringify(figure)}`}
      back={above === undefined ? null : { title: traceOf(plan, above).title, onBack }}
      onClose={onClose}
    >
      <TraceView trace={traceOf(plan, figure)} range={rangeOf(figure)} onOpen={onDeeper} onShowPlace={onShowPlace} />
    </Drawer>
  );
}

const traceOf = ({ resolved, estimated, ranges }: Explained, figure: Figure) =>
  explain(resolved, estimated, ranges, figure);

import { lazy, type ReactNode, Suspense, useCallback, useEffect, useMemo, useState } from "react";
import type { AnyFigure } from "../../shared/estimate/figure.ts";
import { rangeWords } from "../../shared/sheet/headline.ts";
import type { Headline } from "../../shared/sheet/sheet.ts";
import { useShortcuts } from "../components/use-shortcuts.ts";
import type { OpenedPlan } from "../estimating/opened-plan.ts";
import { askedPlace, FiguresContext } from "../sheet/figures-context.ts";
import { type ExplainedHere, ExplainedHereContext } from "./explained-here.ts";
import { FigureTip } from "./figure-tip.tsx";
import "./explanations.css";

const ExplainDrawer = lazy(() =>
  import("./explain-drawer.tsx").then(({ ExplainDrawer: component }) => ({ default: component })),
);

interface ExplanationsProps {
  /** The plan whose figures are shown; null where none can be asked. */
  readonly plan: OpenedPlan | null;
  readonly onShowPlace: (place: string) => void;
  readonly children: ReactNode;
}

/**
 * Lets every figure on the screens inside be asked how it was computed: its exact value on hover and focus, and "How was this
 * computed" at the side when it is pressed.
 */
export function Explanations({ plan: opened, onShowPlace, children }: ExplanationsProps) {
  const [here, setHere] = useState<ExplainedHere | null>(null);
  const plan = here?.plan ?? opened;
  const [asked, setAsked] = useState<{ readonly levels: readonly AnyFigure[]; readonly place: string } | null>(null);
  const [framed] = useState(askedPlace);
  const [everywhere] = useState(() => ({ current: document.body }));
  const ask = useCallback((figure: AnyFigure, place: string) => setAsked({ levels: [figure], place }), []);
  const figures = useMemo(() => ({ onAsk: ask, onShowData: null, asked: framed }), [ask, framed]);
  useEffect(() => framed.set(asked?.place ?? null), [framed, asked?.place]);

  const close = () => {
    if (asked === null) return;
    setAsked(null);
    document.querySelector<HTMLElement>(`button.figure[data-place="${CSS.escape(asked.place)}"]`)?.focus();
  };
  useShortcuts(asked === null ? {} : { Escape: close });

  return (
    <FiguresContext value={plan === null ? null : figures}>
      <ExplainedHereContext value={setHere}>{children}</ExplainedHereContext>
      {plan !== null && <FigureTip within={everywhere} />}
      {plan !== null && asked !== null && (
        <div className="explanations">
          <Suspense fallback={<div className="drawer" />}>
            <ExplainDrawer
              plan={plan}
              before={here?.before ?? null}
              rangeOf={(figure) => rangeOf(plan, figure)}
              levels={asked.levels}
              onDeeper={(figure) => setAsked({ ...asked, levels: [...asked.levels, figure] })}
              onBack={() => setAsked({ ...asked, levels: asked.levels.slice(0, -1) })}
              onShowPlace={onShowPlace}
              onClose={close}
            />
          </Suspense>
        </div>
      )}
    </FiguresContext>
  );
}

/** Where the draws of a total fall; null for the other figures, and where nothing is in doubt. */
function rangeOf({ ranges, estimated }: OpenedPlan, figure: AnyFigure): Headline["range"] {
  if (ranges === null || figure.of !== "total" || figure.stage !== "withReruns") return null;
  const { measure } = figure;
  if (measure === "runs" || measure === "nodeHours") return null;
  const spread = ranges.total[measure];
  const likely = estimated.withReruns[measure];
  if (spread.low === spread.high && spread.low === likely) return null;
  return { ...spread, likely, words: rangeWords(spread, likely) };
}

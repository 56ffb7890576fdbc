import { memo, type ReactNode, useContext } from "react";
import type { AnyFigure } from "../../shared/estimate/figure.ts";
import { FiguresContext, useIsAsked } from "./figures-context.ts";
import "./figure-button.css";

interface FigureButtonProps {
  readonly figure: AnyFigure;
  /** Unique on the sheet: where focus returns to. */
  readonly place: string;
  /** Full digits with unit: shown on hover and focus, and copied with Ctrl C. */
  readonly exact: string | null;
  readonly children: ReactNode;
}

/** A number that can be asked how it was computed. On paper it is plain text. */
export const FigureButton = memo(function FigureButton({ figure, place, exact, children }: FigureButtonProps) {
  const figures = useContext(FiguresContext);
  const isAsked = useIsAsked(place);
  if (figures === null) return <span className="figure">{children}</span>;
  return (
    <button
      type="button"
      className="figure"
      data-place={place}
      data-exact={exact ?? undefined}
      aria-description={exact === null ? "How was this computed?" : `Exactly ${exact}. How was this computed?`}
      aria-expanded={isAsked}
      onClick={() => figures.onAsk(figure, place)}
    >
      {children}
    </button>
  );
});

import type { ReactNode } from "react";
import type { Figure } from "../../../shared/estimate/figure.ts";
import type { RichText } from "../../../shared/sheet/sheet.ts";
import { FigureButton } from "../../sheet/figure-button.tsx";
import { RichTextView } from "../../sheet/rich-text-view.tsx";

interface ShownFigureProps {
  readonly name: string;
  readonly figure: Figure;
  readonly text: RichText;
  readonly unit?: ReactNode;
  /** Every digit, with the unit. */
  readonly exact: string;
}

/** A figure beside the wizard: three digits to read, all of them on hover and copy, its sum when it is pressed. */
export function ShownFigure({ name, figure, text, unit, exact }: ShownFigureProps) {
  const place = `so-far.${name}`;
  return (
    <span className="so-far-figure">
      <FigureButton figure={figure} place={place} exact={exact}>
        <RichTextView text={text} place={place} footnotes={[]} />
      </FigureButton>
      {unit !== undefined && unit !== "" && <span className="so-far-unit"> {unit}</span>}
    </span>
  );
}

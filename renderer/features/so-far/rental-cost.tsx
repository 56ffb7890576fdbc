import type { Figures } from "../../../shared/sheet/context.ts";
import { pricesInWords, rangeWords } from "../../../shared/sheet/headline.ts";
import { whyOutsideInShort } from "../../../shared/sheet/outside-range.ts";
import { moneyExact } from "../../../shared/sheet/text/amounts.ts";
import { readableRich } from "../../../shared/sheet/text/rich-text.ts";
import { readable } from "../../../shared/units/format/readable.ts";
import { Powers } from "../../components/powers.tsx";
import { RangeBar } from "../../components/range-bar.tsx";
import { ShownFigure } from "./shown-figure.tsx";

export function RentalCost({ figures }: { readonly figures: Figures }) {
  const { total, plan } = figures;
  return (
    <ShownFigure
      name="cost"
      figure={{ of: "total", measure: "cost", stage: "withReruns" }}
      text={readableRich(readable(total.cost))}
      unit={plan.currency}
      exact={moneyExact(total.cost, plan.currency)}
    />
  );
}

/** Where the draws of the cost fall, as a picture and in words; at which price, where nothing is in doubt. */
export function CostRange({ figures, drawn }: { readonly figures: Figures; readonly drawn: Figures["ranges"] }) {
  const { total, ranges, inDoubt } = figures;
  if (!inDoubt) return <p className="so-far-words">at {pricesInWords(figures)}</p>;
  // The draws of the text before stay while those of this one are on their way: nothing jumps, and they are dimmed.
  const shown = ranges ?? drawn;
  if (shown === null) return <p className="so-far-words">The range is being drawn.</p>;
  const spread = shown.total.cost;
  const why = ranges === null ? null : whyOutsideInShort(figures);
  return (
    <div className={ranges === null ? "so-far-range so-far-drawing" : "so-far-range"}>
      <RangeBar {...spread} likely={total.cost} />
      <p className="so-far-words">
        <Powers text={`${rangeWords(spread, total.cost)}.${why === null ? "" : ` ${why}`}`} />
      </p>
    </div>
  );
}

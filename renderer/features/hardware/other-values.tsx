import { read } from "../../../shared/sheet/text/amounts.ts";
import { exactMoney } from "../../../shared/units/format/exact.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { usePlan } from "../../editing/plan-context.ts";
import { useVariants } from "../../estimating/use-variants.ts";
import { shareWords } from "./measured.ts";
import { stateUtilisation } from "./speed.ts";

interface OtherValuesProps {
  /** Share of the peak that the plan states; null where it takes the advice, has a table by width, or no number. */
  readonly stated: number | null;
  readonly isByWidth: boolean;
  readonly advice: number;
  readonly median: number | null;
}

interface Row {
  /** Null where it is another for each width. */
  readonly share: number | null;
  readonly words: string;
  readonly total: number | null;
  readonly isThis: boolean;
}

/** What the whole plan would cost at the advice and at the median of what was measured. */
export function OtherValues({ stated, isByWidth, advice, median }: OtherValuesProps) {
  const [{ text, tree, live, isStale }] = usePlan();
  const others = [
    { share: advice, words: "advice" },
    ...(median === null ? [] : [{ share: median, words: "median measured" }]),
  ].filter(({ share }) => stated === null || Math.abs(share - stated) > 1e-6);
  const totals = useVariants(
    text,
    others.map(({ share, words }) => ({ name: words, edits: stateUtilisation(tree, share) })),
  );
  if (live === null) return null;
  const { currency } = live.resolved;
  const total = live.estimated.withReruns.cost;
  const rows: Row[] = [
    ...others.map(({ share, words }): Row => {
      const cost = totals.get(words)?.cost;
      return { share, words, total: isStale ? null : (cost ?? null), isThis: false };
    }),
    ...(stated === null && !isByWidth ? [] : [{ share: stated, words: "this plan", total, isThis: true }]),
  ].sort((a, b) => (a.share ?? Number.POSITIVE_INFINITY) - (b.share ?? Number.POSITIVE_INFINITY));
  return (
    <table className="other-values" aria-label="What other values would cost">
      <caption>What other values would cost, {currency}</caption>
      <tbody>
        {rows.map(({ share, words, total: cost, isThis }) => (
          <tr key={words} className={isThis ? "other-values-this" : undefined}>
            <th scope="row">
              {share === null ? "by width" : shareWords(share)}, {words}
            </th>
            <td className="tabular" title={cost === null ? undefined : exactMoney(cost)}>
              {cost === null ? "…" : read(cost)}
            </td>
            <td className="tabular">{isThis || cost === null ? "" : difference(cost - total)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const difference = (amount: number): string => withPlus(read(amount));

import type { PlanDifference } from "../../../shared/estimate/difference/plan-difference.ts";
import { footed, moneyPlaces } from "../../../shared/sheet/footing.ts";
import { moneyExact } from "../../../shared/sheet/text/amounts.ts";
import { quietWords } from "../../../shared/sheet/text/words.ts";
import { withPlus } from "../../../shared/units/format/sign.ts";
import { Powers } from "../../components/powers.tsx";
import { FigureButton } from "../../sheet/figure-button.tsx";

/** What each change does to the total, in turn and alone. Nothing where no money moves. */
export function ChangeEffects({ difference }: { readonly difference: PlanDifference }) {
  if (difference.currency === null || difference.changes.length === 0) return null;
  const { changes, currency, budget, quiet, remainder } = difference;
  const places = moneyPlaces(Math.max(difference.before.cost, difference.after.cost));
  const inTurn = footed(
    changes.map((change) => change.inTurn),
    places,
  );
  const single = changes.map(({ alone }) => alone);
  const known = single.filter((money) => money !== null);
  // With the remainder what each does alone adds up, too.
  const alone = footed([...known, ...(remainder === null ? [] : [remainder])], places).parts;
  const aloneText = (index: number): string =>
    single[index] === null
      ? "not a plan"
      : withPlus(alone[single.slice(0, index).filter((one) => one !== null).length] ?? "");
  const figure = (change: number, measure: "inTurn" | "alone", money: number | null | undefined, text: string) =>
    money == null ? (
      text
    ) : (
      <FigureButton
        figure={{ of: "change", change, measure }}
        place={`revisions.change.${change}.${measure}`}
        exact={moneyExact(money, currency)}
      >
        {text}
      </FigureButton>
    );
  return (
    <>
      <table>
        <caption className="visually-hidden">What each change does to the total</caption>
        <thead>
          <tr>
            <th scope="col">Change</th>
            <th scope="col">{`In turn, ${currency}`}</th>
            <th scope="col">{`Alone, ${currency}`}</th>
          </tr>
        </thead>
        <tbody>
          {changes.map(({ words, place }, index) => (
            <tr key={`${place} ${words}`}>
              <th scope="row">
                <Powers text={words} />
              </th>
              <td className="tabular">
                <strong>{figure(index, "inTurn", changes[index]?.inTurn, withPlus(inTurn.parts[index] ?? ""))}</strong>
              </td>
              <td className="tabular">{figure(index, "alone", single[index], aloneText(index))}</td>
            </tr>
          ))}
          {remainder !== null && remainder !== 0 && (
            <tr>
              <th scope="row">Changes together, beyond each alone</th>
              <td />
              <td className="tabular">
                <FigureButton
                  figure={{ of: "changesTogether" }}
                  place="revisions.together"
                  exact={moneyExact(remainder, currency)}
                >
                  {withPlus(alone.at(-1) ?? "")}
                </FigureButton>
              </td>
            </tr>
          )}
          {changes.length > 1 && (
            <tr>
              <th scope="row">
                <strong>Total</strong>
              </th>
              <td className="tabular">
                <strong>{withPlus(inTurn.total)}</strong>
              </td>
              <td className="tabular">{remainder === null ? "" : withPlus(inTurn.total)}</td>
            </tr>
          )}
        </tbody>
      </table>
      {quiet > 0 && <p className="revisions-note">{quietWords(quiet, budget)}</p>}
    </>
  );
}

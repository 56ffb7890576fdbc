import type { FitOptimum } from "../../../shared/scaling/spread.ts";
import { read } from "../../../shared/sheet/text/amounts.ts";
import { exact, fixed } from "../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../components/scroll-box.tsx";

const COUNTED = { total: "N: all parameters", nonEmbedding: "N: without embeddings" } as const;

/** The optimum by every fit, with what each counts as N and where it was fitted. */
export function FitTable({ byFit }: { readonly byFit: readonly FitOptimum[] }) {
  return (
    <section className="calculator-part" aria-labelledby="calculator-fits">
      <h2 id="calculator-fits">By every fit</h2>
      <p className="calculator-note">
        The spread is over the first four, which are of the same runs. Losses compare between those with a loss among
        them, and with no others.
      </p>
      <ScrollBox className="calculator-table" label="Table of the fits">
        <table className="data-table">
          <thead>
            <tr>
              <th scope="col">Fit</th>
              <th scope="col" className="number">
                Parameters
              </th>
              <th scope="col" className="number">
                Tokens
              </th>
              <th scope="col" className="number">
                Loss<small>nats a token</small>
              </th>
              <th scope="col">What it is</th>
            </tr>
          </thead>
          <tbody>
            {byFit.map(({ fit, optimum: { parameters, tokens, loss } }) => (
              <tr key={fit.id} className={fit.comparisonOnly === null ? "" : "quiet"}>
                <th scope="row">
                  <a href={fit.url} target="_blank" rel="noreferrer">
                    {fit.name}
                  </a>
                  <small>{COUNTED[fit.countedAs]}</small>
                </th>
                <td className="number" title={exact(Math.round(parameters))}>
                  {read(parameters)}
                </td>
                <td className="number" title={exact(Math.round(tokens))}>
                  {read(tokens)}
                </td>
                <td className="number">{loss === null ? "none" : fixed(loss, 3)}</td>
                <td className="calculator-words">
                  {fit.comparisonOnly === null ? "" : `For comparison only: ${fit.comparisonOnly} `}
                  {fit.note}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </ScrollBox>
    </section>
  );
}

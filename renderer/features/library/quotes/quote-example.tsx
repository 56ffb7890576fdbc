import type { ReactNode } from "react";
import "../../../components/data-table.css";

/** What a quote is and what one looks like, while there is none. */
export function QuoteExample({ action }: { readonly action: ReactNode }) {
  return (
    <div className="library-empty">
      <h2>No quotes yet</h2>
      <p>
        A quote is a dated price with a source: a rental by the card-hour, or a reserved term. Plans copy it with its
        date, so a later change here never changes a sheet you have sent.
      </p>
      <p className="library-empty-action">{action}</p>
      <table className="data-table library-example">
        <caption>What one looks like</caption>
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col">Card</th>
            <th scope="col" className="number">
              USD a card-hour
            </th>
            <th scope="col" className="number">
              USD a PF-day
            </th>
            <th scope="col" className="number">
              100 H100 for a month, USD
            </th>
            <th scope="col">Quoted</th>
            <th scope="col">Source</th>
          </tr>
        </thead>
        <tbody>
          <tr>
            <th scope="row">
              Your provider&ensp;<span className="library-beside">on demand</span>
            </th>
            <td>H100 SXM5</td>
            <td className="number">3.00</td>
            <td className="number">206</td>
            <td className="number">216,000</td>
            <td>22 Nov 2026</td>
            <td>e-mail, kept as PDF</td>
          </tr>
          <tr>
            <th scope="row">
              Another&ensp;<span className="library-beside">reserved, 12 months</span>
            </th>
            <td>H100 SXM5</td>
            <td className="number">2.10</td>
            <td className="number">144</td>
            <td className="number">151,200</td>
            <td>3 Nov 2026</td>
            <td>price list, address</td>
          </tr>
        </tbody>
      </table>
      <p className="library-foot">
        An example, not part of your record. 1 PF-day is 8.64 × 10<sup>19</sup> FLOP, here at 35.4 % of the dense bf16
        peak.
      </p>
    </div>
  );
}

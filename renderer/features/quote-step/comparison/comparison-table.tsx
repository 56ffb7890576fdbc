import { moneyExact } from "../../../../shared/sheet/text/amounts.ts";
import { exact, exactMoney, fixed } from "../../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import type { Offer } from "./offers.ts";

interface ComparisonTableProps {
  readonly offers: readonly Offer[];
  readonly currency: string;
}

/** The numbers behind both charts, in full. */
export function ComparisonTable({ offers, currency }: ComparisonTableProps) {
  return (
    <ScrollBox className="comparison-numbers" label="Numbers of the comparison">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col" className="number">
              Time <small>days</small>
            </th>
            {["Work", "Idle", "Commitment", "Increments", "Interruptions", "Storage", "Egress", "Total"].map((name) => (
              <th key={name} scope="col" className="number">
                {name} <small>{currency}</small>
              </th>
            ))}
            <th scope="col">Worth considering</th>
          </tr>
        </thead>
        <tbody>
          {offers.map(({ id, title, days, cost, total, onFrontier }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className="number">{days === null ? "–" : fixed(days, 2)}</td>
              {[cost.work, cost.idle, cost.commitment, cost.increments, cost.interruptions].map((amount, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts have a fixed order
                <td key={index} className="number" title={moneyExact(amount, currency)}>
                  {exactMoney(amount)}
                </td>
              ))}
              {[cost.storage, cost.egress].map((amount, index) => (
                // biome-ignore lint/suspicious/noArrayIndexKey: the parts have a fixed order
                <td key={index} className="number">
                  {amount === null ? "not stated" : exactMoney(amount)}
                </td>
              ))}
              <td className="number" title={exact(total)}>
                {exactMoney(total)}
              </td>
              <td>{onFrontier ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

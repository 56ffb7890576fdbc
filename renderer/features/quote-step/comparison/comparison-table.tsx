import { moneyExact } from "../../../../shared/sheet/text/amounts.ts";
import { exact, exactMoney, fixed, signed } from "../../../../shared/units/format/exact.ts";
import { ScrollBox } from "../../../components/scroll-box.tsx";
import type { Offer } from "./offers.ts";

interface ComparisonTableProps {
  readonly offers: readonly Offer[];
  readonly currency: string;
}

const PARTS = ["work", "idle", "commitment", "increments", "interruptions"] as const;
const HEADS = ["Work", "Idle", "Commitment", "Increments", "Interruptions", "Storage", "Egress"];
const PARTS_THAT_MAY_BE_UNKNOWN = ["storage", "egress"] as const;

/** The numbers behind both charts, in full. */
export function ComparisonTable({ offers, currency }: ComparisonTableProps) {
  const hasOthers = offers.some(({ others }) => others > 0);
  return (
    <ScrollBox className="comparison-numbers" label="Numbers of the comparison">
      <table className="data-table">
        <thead>
          <tr>
            <th scope="col">Quote</th>
            <th scope="col" className="number">
              Time <small>days</small>
            </th>
            {HEADS.map((name) => (
              <th key={name} scope="col" className="number">
                {name} <small>{currency}</small>
              </th>
            ))}
            {hasOthers && (
              <th scope="col" className="number">
                Other cards <small>{currency}</small>
              </th>
            )}
            <th scope="col" className="number">
              Total <small>{currency}</small>
            </th>
            <th scope="col" className="number">
              Above cheapest <small>{currency}</small>
            </th>
            <th scope="col">Worth considering</th>
          </tr>
        </thead>
        <tbody>
          {offers.map(({ id, title, days, cost, others, total, without, onFrontier, overCheapest }) => (
            <tr key={id}>
              <th scope="row">{title}</th>
              <td className="number">{days === null ? "–" : fixed(days, 2)}</td>
              {PARTS.map((part) => (
                <td key={part} className="number" title={moneyExact(cost[part], currency)}>
                  {exactMoney(cost[part])}
                </td>
              ))}
              {PARTS_THAT_MAY_BE_UNKNOWN.map((part) => (
                <td key={part} className="number">
                  {cost[part] === null ? "not stated" : exactMoney(cost[part])}
                </td>
              ))}
              {hasOthers && (
                <td className="number" title={moneyExact(others, currency)}>
                  {exactMoney(others)}
                </td>
              )}
              <td className="number" title={exact(total)}>
                {exactMoney(total)}
                {without !== null && <small>{` without ${without}`}</small>}
              </td>
              <td className="number">{days === null ? "–" : signed(overCheapest, 2)}</td>
              <td>{onFrontier ? "yes" : "no"}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

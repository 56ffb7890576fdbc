import type { ReactNode } from "react";
import { ChevronDown } from "../../../components/icons.tsx";
import { type Order, pressed } from "./arrange.ts";

export interface Head {
  readonly id: string;
  readonly title: string;
  /** Small, on its second line. */
  readonly unit?: string;
  readonly isNumber?: boolean;
  /** Whether the first press puts the largest on top. */
  readonly firstDown?: boolean;
  /** Of the column, in px, where its table says how wide its columns are. */
  readonly width?: number;
}

interface SortHeadProps {
  readonly heads: readonly Head[];
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  /** A last column for what can be done with a row. */
  readonly withActions?: boolean;
  /** Stands before the first title. */
  readonly before?: ReactNode;
}

/** The head of a table whose columns sort it. */
export function SortHead({ heads, order, onOrder, withActions = false, before = null }: SortHeadProps) {
  return (
    <thead>
      <tr>
        {heads.map(({ id, title, unit, isNumber = false, firstDown = false, width }, index) => (
          <th
            key={id}
            scope="col"
            style={width === undefined ? undefined : { width }}
            className={isNumber ? "number" : undefined}
            aria-sort={order.column === id ? (order.down ? "descending" : "ascending") : undefined}
          >
            {index === 0 && before}
            <button type="button" onClick={() => onOrder(pressed(order, id, firstDown))}>
              {order.column === id && (
                <span className={order.down ? "sort-mark" : "sort-mark sort-mark-up"}>
                  <ChevronDown size={12} />
                </span>
              )}
              {title}
            </button>
            {unit !== undefined && <small>{unit}</small>}
          </th>
        ))}
        {withActions && (
          <th scope="col">
            <span className="visually-hidden">Actions</span>
          </th>
        )}
      </tr>
    </thead>
  );
}

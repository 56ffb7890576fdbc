import type { PlanFault } from "../../../shared/plan/fault.ts";
import { ArrowRight } from "../../components/icons.tsx";
import "./fault-list.css";

interface FaultListProps {
  readonly faults: readonly PlanFault[];
  readonly current: number | null;
  /** Faults whose place was changed since the text was checked. */
  readonly changed: ReadonlySet<number>;
  /** Goes to the fault in the text; null where there is no text to go to. */
  readonly onGo: ((fault: number) => void) | null;
}

/** Every fault of the document at once: what, where, what is allowed, what to do. */
export function FaultList({ faults, current, changed, onGo }: FaultListProps) {
  return (
    <ol className="fault-list">
      {faults.map((fault, index) => {
        const { message, path, line, column, value, allowed, hint } = fault;
        return (
          <li
            // biome-ignore lint/suspicious/noArrayIndexKey: faults are numbered
            key={index}
            className={index === current ? "fault fault-current" : "fault"}
            data-fault={index}
          >
            <span className="fault-number">{index + 1}</span>
            <div className="fault-head">
              <h2>{message}</h2>
              {line !== null && onGo !== null && (
                <button type="button" className="fault-place" onClick={() => onGo(index)}>
                  line {line}, column {column ?? 1} <ArrowRight size={12} />
                </button>
              )}
            </div>
            <dl>
              {path !== "" && <Entry name="where" value={path} mono />}
              {value !== null && <Entry name="value" value={value} mono wrong />}
              <Entry name="allowed" value={allowed} />
              {hint !== null && <Entry name="do" value={hint} />}
            </dl>
            {changed.has(index) && (
              <p className="fault-changed">You changed this place; it is checked when you pause.</p>
            )}
          </li>
        );
      })}
    </ol>
  );
}

interface EntryProps {
  readonly name: string;
  readonly value: string;
  readonly mono?: boolean;
  readonly wrong?: boolean;
}

function Entry({ name, value, mono = false, wrong = false }: EntryProps) {
  return (
    <>
      <dt>{name}</dt>
      <dd className={`${mono ? "mono" : ""}${wrong ? " fault-value" : ""}`}>{value}</dd>
    </>
  );
}

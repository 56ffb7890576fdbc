import Button from "@mui/material/Button";
import type { PlanFault } from "../../../shared/plan/fault.ts";
import { Fault } from "../../components/icons.tsx";
import { FaultList } from "./fault-list.tsx";
import "./plan-text.css";

interface RefusedFileProps {
  readonly name: string;
  readonly faults: readonly PlanFault[];
  readonly onChoose: () => void;
  readonly onBack: (() => void) | null;
}

const NONE: ReadonlySet<number> = new Set();

/** A file that is no text, or too much of it: there is nothing to mend here, only another to choose. */
export function RefusedFile({ name, faults, onChoose, onBack }: RefusedFileProps) {
  return (
    <div className="plan-text">
      <div className="plan-text-head">
        <div>
          <h1 className="plan-text-faulty">
            <Fault size={20} />
            This file cannot be opened
          </h1>
          <p>
            <strong>{name}</strong>. {onBack !== null && "The sheet that was open stays as it was."}
          </p>
        </div>
        <div className="plan-text-actions">
          {onBack !== null && (
            <Button variant="text" onClick={onBack}>
              Back to the sheet
            </Button>
          )}
          <Button variant="contained" color="primary" onClick={onChoose}>
            Choose another file
          </Button>
        </div>
      </div>
      <section className="plan-text-faults" aria-label="Faults" role="status">
        <FaultList faults={faults} current={null} changed={NONE} onGo={null} />
      </section>
    </div>
  );
}

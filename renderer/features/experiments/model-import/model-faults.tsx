import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import type { PlanFault } from "../../../../shared/plan/fault.ts";
import { Close } from "../../../components/icons.tsx";
import { Modal } from "../../../components/modal.tsx";
import "../../../components/picker.css";
import "./model-import.css";

interface ModelFaultsProps {
  readonly name: string;
  readonly faults: readonly PlanFault[];
  readonly onAnother: () => void;
  readonly onClose: () => void;
}

/** Why a file was not taken for a model, each fault with its place. */
export function ModelFaults({ name, faults, onAnother, onClose }: ModelFaultsProps) {
  const count = faults.length === 1 ? "1 fault" : `${faults.length} faults`;
  return (
    <Modal label={`Faults of ${name}`} className="picker model-import" onClose={onClose}>
      <div className="picker-head">
        <h2>
          {name}: {count}
        </h2>
        <IconButton aria-label="Close" title="Close, Esc" onClick={onClose}>
          <Close />
        </IconButton>
      </div>
      {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reached by the keyboard */}
      <section className="model-import-body" aria-label="Faults" tabIndex={0}>
        <ul className="model-import-faults">
          {faults.map((fault) => (
            <li key={`${fault.path} ${fault.line} ${fault.column} ${fault.message}`}>
              <strong>{fault.message}</strong>
              {fault.line !== null && (
                <span>
                  {" "}
                  line {fault.line}, column {fault.column}
                  {fault.path === "" ? "" : ","} {fault.path !== "" && <code>{fault.path}</code>}
                </span>
              )}
              <br />
              Allowed: {fault.allowed}
              {fault.hint === null ? "." : `. ${fault.hint}`}
            </li>
          ))}
        </ul>
      </section>
      <div className="model-import-foot">
        <Button variant="text" onClick={onClose}>
          Cancel
        </Button>
        <Button variant="contained" color="primary" data-autofocus="" onClick={onAnother}>
          Choose another file
        </Button>
      </div>
    </Modal>
  );
}

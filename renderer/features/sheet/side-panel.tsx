import ToggleButton from "@mui/material/ToggleButton";
import ToggleButtonGroup from "@mui/material/ToggleButtonGroup";
import type { ReactNode } from "react";
import type { Paper } from "../../../shared/contract/methods.ts";
import { paperSize } from "../../sheet/paper.ts";
import "./side-panel.css";

interface SidePanelProps {
  readonly paper: Paper;
  readonly onPaper: (paper: Paper) => void;
  readonly outline: ReactNode;
  readonly copies: ReactNode;
  readonly questions: ReactNode;
  readonly saved: ReactNode;
}

/** What can be done with the sheet: choose the paper, go to a section, save a copy. */
export function SidePanel({ paper, onPaper, outline, copies, questions, saved }: SidePanelProps) {
  return (
    <aside className="side-panel" aria-label="Budget sheet">
      <div className="side-panel-head">
        <h2>Budget sheet</h2>
        <ToggleButtonGroup
          value={paper}
          aria-label="Paper"
          onChange={(_, chosen: Paper | null) => {
            if (chosen !== null) onPaper(chosen);
          }}
        >
          {(["a4", "letter"] as const).map((known) => (
            <ToggleButton key={known} value={known}>
              {paperSize(known).name}
            </ToggleButton>
          ))}
        </ToggleButtonGroup>
      </div>
      {outline}
      {copies}
      {questions}
      {saved}
      <p className="side-panel-foot">Saved sheets keep their figures and are never computed again.</p>
    </aside>
  );
}

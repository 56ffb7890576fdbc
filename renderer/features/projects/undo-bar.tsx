import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Close } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";
import "./undo-bar.css";

interface UndoBarProps {
  readonly words: string;
  /** Null where there is nothing to take back. */
  readonly onUndo: (() => void) | null;
  readonly onClose: () => void;
}

/** What was just done, and the way back. It stays until the next thing is done or it is closed. */
export function UndoBar({ words, onUndo, onClose }: UndoBarProps) {
  return (
    <div className="undo-bar">
      <span role="status">{words}</span>
      {onUndo !== null && (
        <Button onClick={onUndo}>
          Undo <Kbd>Ctrl Z</Kbd>
        </Button>
      )}
      <IconButton aria-label="Close the message" onClick={onClose}>
        <Close size={14} />
      </IconButton>
    </div>
  );
}

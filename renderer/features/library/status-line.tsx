import Button from "@mui/material/Button";
import IconButton from "@mui/material/IconButton";
import { Close } from "../../components/icons.tsx";
import { Kbd } from "../../components/kbd.tsx";

/** What was just done, and the way back. */
export interface Status {
  readonly text: string;
  readonly undo: (() => Promise<void>) | null;
  readonly undoTitle?: string;
}

export function StatusLine({ status, onClose }: { readonly status: Status; readonly onClose: () => void }) {
  const { text, undo, undoTitle = "Undo" } = status;
  return (
    <div className="library-status" role="status">
      <span>{text}</span>
      {undo !== null && (
        <Button onClick={() => void undo()}>
          {undoTitle} <Kbd>Ctrl Z</Kbd>
        </Button>
      )}
      <IconButton aria-label="Close the message" onClick={onClose}>
        <Close size={14} />
      </IconButton>
    </div>
  );
}

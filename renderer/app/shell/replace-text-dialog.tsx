import Button from "@mui/material/Button";
import { useEffect, useRef } from "react";
import "./replace-text-dialog.css";

interface ReplaceTextDialogProps {
  readonly name: string;
  readonly onKeep: () => void;
  readonly onSave: () => void;
  readonly onReplace: () => void;
}

/** Asked before a text that was typed and not saved gives way to another. */
export function ReplaceTextDialog({ name, onKeep, onSave, onReplace }: ReplaceTextDialogProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => dialog.current?.showModal(), []);
  return (
    <dialog ref={dialog} className="replace-text" onClose={onKeep} aria-labelledby="replace-text-title">
      <h2 id="replace-text-title">Give up your changes to {name}?</h2>
      <p>The text was changed and not saved. Save it to a file first, or it is gone.</p>
      <div className="replace-text-actions">
        <Button variant="contained" color="primary" autoFocus onClick={onKeep}>
          Keep the text
        </Button>
        <Button
          onClick={() => {
            onSave();
            onReplace();
          }}
        >
          Save it, then go on
        </Button>
        <Button variant="text" onClick={onReplace}>
          Give it up
        </Button>
      </div>
    </dialog>
  );
}
